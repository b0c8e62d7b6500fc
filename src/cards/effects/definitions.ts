import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { effectMatterNames } from '../../../loaders/warehouse/marts/effects.ts'
import { PlaceLink } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { notStated } from '../../format/nothing-words.ts'
import { joinWords, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { ItemNo } from '../item-links.ts'

const mostLines = 5

/** The lines of the items with effects that say something of each matter; undefined where the document states no effect. */
function saidOfMatters({ warehouse }: PageContext) {
  const items = new Set(warehouse.table('effects').map(({ item_no }) => item_no))
  if (items.size === 0) return undefined
  const remarks = warehouse.mart('effect_remarks')
  const said = Object.entries(effectMatterNames).map(([matter, name]) => ({ name, found: remarks.filter((remark) => remark.matter === matter) }))
  return { items, said }
}

/** The matters that the document says nothing of, though it states effects. */
export function silentMatters(page: PageContext): string[] {
  return saidOfMatters(page)?.said.flatMap(({ name, found }) => (found.length === 0 ? [name] : [])) ?? []
}

/** 効果額の定義: what the document says of its amounts, and what it does not. Nothing where it states no effect. */
export function effectDefinitionsCard(page: PageContext): Card | undefined {
  const about = saidOfMatters(page)
  if (!about) return undefined
  const { items, said } = about
  const silent = silentMatters(page)
  return {
    id: 'definitions',
    tables: ['sourceLines'],
    finding: silent.length === 0 ? '効果額の性質を言う言葉が文書にある' : `効果額の${silent.join('、')}は${notStated}`,
    scope: '効果額のある項目の文と、どの項目のものでもない文に、次の事項を言う言葉があるか。言葉を探しただけで、額の性質を判定したものではない。',
    table: { head: ['事項', '文書の記載'], rows: said.map(({ name, found }) => [name, placesCell(page, found)]) },
    source: `効果額のある${items.size}項目の全文と、項目に属さない文`,
  }
}

/** Where the words of a matter stand. */
function placesCell(page: PageContext, found: readonly MartRow<'effect_remarks'>[]): Cell {
  if (found.length === 0) return notStated
  const places = found
    .slice(0, mostLines)
    .map(({ item_no, source_line }) => phrase`${item_no !== null && ItemNo(page, { item_no })} ${PlaceLink(page.warehouse, source_line)}`)
  const others = found.length > mostLines ? `、ほか${found.length - mostLines}行` : ''
  const shown = phrase`${joinWords(places, '、')}${others}`
  return { value: shown.plain, shown }
}
