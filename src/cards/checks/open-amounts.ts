import { isOpenAmount } from '../../../loaders/ledger/read-counts.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { FigureLink } from '../../evidence/read-text.ts'
import { ReadCount } from '../../evidence/sentences.ts'
import { formatNumber } from '../../format/numbers.ts'
import { placeWords } from '../../format/place-words.ts'
import { Link, type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemNoCell } from '../item-links.ts'

const mostListed = 200

/** The amounts of which it is not known where they belong, each leading to its place; undefined where there are none. */
export function openAmountsCard(page: PageContext): Card | undefined {
  const open = page.warehouse.table('figures').filter(isOpenAmount)
  if (open.length === 0) return undefined
  const listed = open.slice(0, mostListed)
  const bound = open.length > listed.length ? `初めの${mostListed}個を示す。` : ''
  return {
    id: 'open-amounts',
    tables: ['figures'],
    finding: `読めていない金額の数字は${formatNumber(open.length)}個`,
    scope: `どの表にも入らず、文の中の金額でもない。このサイトの合計には含まれていない。${bound}`,
    table: {
      head: ['項目', '金額', '該当箇所'],
      rows: listed.map((figure) => [
        figure.item_no === null ? '項目の外' : itemNoCell(page, { item_no: figure.item_no }),
        { value: figure.value_scaled, shown: FigureLink(page, figure, page.warehouse.printed(figure)) },
        placeWords(figure),
      ]),
    },
    source: '表の各行の場所',
  }
}

/** That amounts were not understood and are in no sum; undefined where none is. */
export function openAmountSentence(page: PageContext): Phrase | undefined {
  if (page.warehouse.readCounts.amounts.open === 0) return undefined
  const open = Link('/checks.html#open-amounts', phrase`${ReadCount(page, ({ amounts }) => amounts.open)}個`)
  return phrase`読めていない金額の数字が${open}あり、合計には含まれていない。`
}
