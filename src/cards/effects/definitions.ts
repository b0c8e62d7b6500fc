import type { Row } from '../../../loaders/tables.ts'
import { LineLink } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { notStated } from '../../format/nothing-words.ts'
import { joinWords, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { ItemNo } from '../item-links.ts'

/** What one must know of an amount to use it, with the words by which documents say it. */
const matters = [
  { name: '会計区分', words: /(?:一般|特別|企業|事業|病院|水道|下水道)会計(?!年度)/ },
  { name: '一過性か恒常か', words: /一過性|一時的な|恒常|経常的な|継続的な(?:効果|削減|増収)/ },
  { name: '単年度か累計か', words: /単年度|累計|累積/ },
  { name: '算定方法', words: /(?:算定|算出|積算|計算)の?(?:方法|根拠|式)|算式/ },
] as const

const mostLines = 5

/** 効果額の定義: what the document says of its amounts, and what it does not. Nothing where it states no effect. */
export function effectDefinitionsCard({ warehouse }: PageContext): Card | undefined {
  const items = new Set(warehouse.table('effects').map(({ item_no }) => item_no))
  if (items.size === 0) return undefined
  const lines = warehouse.table('sourceLines').filter(({ item_no }) => item_no !== null && items.has(item_no))
  const said = matters.map(({ name, words }) => ({ name, found: lines.filter(({ text }) => words.test(text)) }))
  const silent = said.filter(({ found }) => found.length === 0).map(({ name }) => name)
  return {
    id: 'definitions',
    tables: ['sourceLines'],
    finding: silent.length === 0 ? '効果額の性質を言う言葉が文書にある' : `効果額の${silent.join('、')}は${notStated}`,
    scope: '効果額のある項目の文に、次の事項を言う言葉があるか。言葉を探しただけで、額の性質を判定したものではない。',
    table: { head: ['事項', '文書の記載'], rows: said.map(({ name, found }) => [name, placesCell(found)]) },
    source: `効果額のある${items.size}項目の全文`,
  }
}

/** Where the words of a matter stand. */
function placesCell(found: readonly Row<'sourceLines'>[]): Cell {
  if (found.length === 0) return notStated
  const places = found
    .slice(0, mostLines)
    .map(({ item_no, line_no }) => phrase`${item_no !== null && ItemNo({ item_no })} ${LineLink(line_no, `原文${line_no}行`)}`)
  const others = found.length > mostLines ? `、ほか${found.length - mostLines}行` : ''
  const shown = phrase`${joinWords(places, '、')}${others}`
  return { value: shown.plain, shown }
}
