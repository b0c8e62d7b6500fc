import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { noData } from '../../format/numbers.ts'
import { ratingName } from '../../format/ratings.ts'
import { type Html, html, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { ItemName } from '../item-links.ts'
import { missingHeads, RatingCounts, RatingLines, ratingCell, scaleNote } from '../ratings/ratings.ts'

/** Every item with department, rating, number of figures and effect, leading to its page. */
export function itemListCard(page: PageContext): Card {
  const { warehouse } = page
  const items = warehouse.table('items')
  const support = warehouse.mart('rating_support')
  const isAnyRated = warehouse.mart('rating_counts').length > 0
  return {
    id: 'items',
    tables: ['items', 'figures', 'effects'],
    finding: isAnyRated ? phrase`${items.length}項目の評価は${RatingCounts(page)}` : `全${items.length}項目`,
    scope: `${isAnyRated ? (scaleNote(page) ?? '') : ''}担当課は先頭が記入担当課。数字は、実績・振り返り・効果に書かれた金額・数・割合・点・面積の個数。寄附は受入額で、節減ではない。`,
    note: missingHeads(page),
    table: {
      head: ['項目と改善・推進目標', '担当課', '評価', '数字 (個)', '効果額 (円)'],
      rows: items.map((item) => {
        const row = support.find(({ item_no }) => item_no === item.item_no)
        return [
          { value: warehouse.itemName(item.item_no), shown: html`${ItemName(page, item)}<span class="goal">${item.goal ?? ''}</span>` },
          departmentNames(item).join('、') || notGiven,
          ratingCell(page, item),
          row ? factCell(page, page.fact(row, 'figures')) : { value: 0, shown: '0' },
          effectCell(page, row),
        ]
      }),
    },
    source: RatingLines(page, items),
  }
}

/** The effect of all years; one of donations says so. */
function effectCell(page: PageContext, row: MartRow<'rating_support'> | undefined): Cell {
  const effect = row && page.fact(row, 'effect_yen')
  if (!effect) return { value: null, shown: noData }
  const kinds = page.warehouse.mart('effect_item_years').flatMap(({ item_no, kind }) => (item_no === row.item_no ? [kind] : []))
  const donation = kinds.every((kind) => kind === 'donation') ? '寄附' : kinds.some((kind) => kind !== 'saving') && '寄附を含む'
  return { value: effect.value, shown: html`${FactNumber(page, effect)}${donation && html` <small>${donation}</small>`}` }
}

/** Fields that narrow the list; a script shows them, without it all items stand there. */
export function itemFilter(page: PageContext): Html {
  const items = page.warehouse.table('items')
  const departments = [...new Set(items.flatMap(({ lead_department }) => lead_department ?? []))]
  const ratings = page.warehouse.mart('rating_counts').flatMap(({ rating, items }) => (items > 0 ? [ratingName(rating)] : []))
  return html`<form class="filter" data-filters="items" hidden>
<label>キーワードで絞り込む <input type="search" data-column="all" autocomplete="off"></label>
<label>担当課 <select data-column="1"><option value="">すべて</option>${departments.map((name) => html`<option>${name}</option>`)}</select></label>
<label>評価 <select data-column="2"><option value="">すべて</option>${ratings.map((name) => html`<option value="${name}">${name}</option>`)}</select></label>
<output aria-live="polite"></output>
</form>`
}

/** The lead department first, then the others of the item's own head; one that the head names with its division is not said twice. */
function departmentNames({ lead_department: lead, departments }: Row<'items'>): string[] {
  const others = departments ?? []
  if (lead === null) return [...others]
  const name = lead.replace(/\s*[(（].*$/, '')
  return [lead, ...others.filter((other) => !other.endsWith(name))]
}

/** Where all items stand in one page, to be printed. */
export function allItemsLink(): Html {
  return html`<p class="print-link"><a href="/print.html">全項目を1つのページにまとめた印刷用を開く</a></p>`
}
