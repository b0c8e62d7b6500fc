import type { Row } from '../../../loaders/tables.ts'
import { itemAnchors } from '../../evidence/anchors.ts'
import { FactNumber, LineLink } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { placeOfLine } from '../../evidence/places.ts'
import { LinkedFigures } from '../../evidence/read-text.ts'
import { causeInWords } from '../../format/missing-causes.ts'
import { notStated } from '../../format/nothing-words.ts'
import { type Html, html } from '../../markup/html.ts'
import { itemHref } from '../item-links.ts'
import { nextName } from '../ratings/next.ts'
import { isRated, RatingMark, scaleNote } from '../ratings/ratings.ts'
import { TargetFact } from '../ratings/targets.ts'
import { EffectFact } from './effects.ts'
import { itemOf, rowsOfItem } from './item-of.ts'
import { LineWords } from './line-words.ts'
import { TopicLinks } from './topics.ts'

/** The head of an item's page: its number and name, where to go from it, what is missing of it, and its key facts. */
export function itemHead(page: PageContext): Html {
  const item = itemOf(page)
  return html`<h1 id="${itemAnchors.title}">${page.warehouse.itemName(item.item_no)}</h1>
${Neighbours(page, '前後の項目')}
${missingNote(page, item)}
<dl class="facts">${facts(page, item).map(({ name, value, id }) => html`<div${id && html` id="${id}"`}><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** The items before and after, and the list of all, once more at the end of the page. */
export function itemNeighbours(page: PageContext): Html {
  return Neighbours(page, '前後の項目 (ページの終わり)')
}

function Neighbours(page: PageContext, label: string): Html {
  const { warehouse } = page
  const { item_no } = itemOf(page)
  const items = warehouse.table('items')
  const index = items.findIndex((item) => item.item_no === item_no)
  const [before, after] = [items[index - 1], items[index + 1]]
  return html`<nav class="neighbours" aria-label="${label}">${before && html`<a href="${itemHref(before.item_no)}" rel="prev">← ${warehouse.itemName(before.item_no)}</a>`}
<a href="/items/index.html">項目一覧</a>
${after && html`<a href="${itemHref(after.item_no)}" rel="next">${warehouse.itemName(after.item_no)} →</a>`}</nav>`
}

/** What of the item the document lacks, in its own words for it; undefined where nothing is. */
export function missingNote(page: PageContext, item: Row<'items'>): Html | undefined {
  const missing = page.warehouse.mart('missing_causes').filter(({ item_no, rule }) => item_no === item.item_no && rule !== 'reference-counterpart')
  if (missing.length === 0) return undefined
  return html`<div class="attention"><p><span aria-hidden="true">⚠</span> この項目は文書に欠けている部分がある。残っている部分だけを示す。</p>
<ul>${missing.map((cause) => html`<li>${causeInWords(cause)}${cause.source_line !== null && html` <small>${LineLink(placeOfLine(page.warehouse, cause.source_line))}</small>`}</li>`)}</ul></div>`
}

function facts(page: PageContext, item: Row<'items'>): { name: string; value: Html | string; id?: string }[] {
  const [support] = rowsOfItem(page.warehouse.mart('rating_support'), item)
  const [line, topics] = [LineWords(page, item), TopicLinks(page, item)]
  return [
    {
      name: '総括評価',
      value: isRated(item) ? html`<span class="fact-rating">${RatingMark(page, item)}</span> <small class="fact-note">${scaleNote(page)}</small>` : notStated,
      id: itemAnchors.rating,
    },
    { name: '効果額 (全年度)', value: EffectFact(page, item) },
    { name: '目標と結果', value: TargetFact(page, item.item_no) ?? notStated },
    ...(topics ? [{ name: '関連ページ', value: topics }] : []),
    { name: '担当課', value: departmentFact(page, item), id: itemAnchors.departments },
    { name: '報告の中の数字', value: support ? html`${FactNumber(page, page.fact(support, 'figures'))}個` : '0個' },
    ...(line ? [{ name: '前後のプラン', value: line }] : []),
    { name: '課題の引継ぎ先', value: nextName(page.warehouse.plan, item) },
    { name: '改善・推進目標', value: goalFact(page, item), id: itemAnchors.goal },
  ]
}

/** The departments of the item's own head, else the one of the contents. */
export function departmentFact(page: PageContext, item: Row<'items'>): Html | string {
  const line = page.warehouse.table('sourceLines').find(({ item_no, part }) => item_no === item.item_no && part === 'departments')
  if (line && item.departments) return LineLink(placeOfLine(page.warehouse, line.line_no), item.departments.join('、'))
  return item.lead_department === null ? notStated : html`${item.lead_department} (目次の記入担当課)`
}

/** The goal with its line, its numbers linked; that there is none where that is so. */
export function goalFact(page: PageContext, item: Row<'items'>): Html | string {
  if (item.goal === null || item.goal_source_line === null) return item.goal ?? notStated
  const place = {
    source_line: item.goal_source_line,
    source_column: item.goal_source_column ?? 1,
    source_end_line: item.goal_source_line,
    source_end_column: Number.MAX_SAFE_INTEGER,
  }
  return html`${LinkedFigures(page, item.goal, place)} <small class="text-line">${LineLink(placeOfLine(page.warehouse, item.goal_source_line))}</small>`
}
