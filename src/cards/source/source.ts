import type { Row } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { AmountsRead, CountOf, ReadCount } from '../../evidence/sentences.ts'
import { digestNote } from '../../format/editions.ts'
import { notGiven } from '../../format/nothing-words.ts'
import { type Html, html, Link, phrase, type Words } from '../../markup/html.ts'
import { itemHref } from '../item-links.ts'
import { MarkedText } from './figure-mark.ts'
import { UseLists } from './use-lists.ts'

type Line = Row<'sourceLines'>
type Figure = Row<'figures'>

/** That the text is a digest where it is one, and where the city published its own document. */
export function sourceEdition({ warehouse: { plan } }: PageContext): Html {
  const isDigest = plan.edition === 'digest'
  const published =
    plan.source_url === null ? `公表文書のアドレスは${notGiven}。` : html`公表文書: <a href="${plan.source_url}" rel="external">${plan.source_url}</a>。`
  return html`<p${isDigest && html` class="attention"`}>${isDigest && html`<span aria-hidden="true">⚠</span> ここにあるのは${plan.municipality ?? '自治体'}が公表した文書そのものではなく、その要約。${digestNote}行番号は要約の行。`}${published}</p>`
}

/** How much of the document was accounted for, in numbers and lines. */
export function sourceLead(page: PageContext): Words {
  const { numbers, read, amounts } = page.warehouse.readCounts
  const lines = page.warehouse.table('sourceLines')
  const unread = lines.filter(({ part }) => part === 'unread')
  return [
    phrase`全${CountOf(lines)}行、数字${ReadCount(page, (counts) => counts.numbers)}個。`,
    phrase`読み取った数字${ReadCount(page, (counts) => counts.read)}個${read === numbers && ' (すべて)'}、読み取れなかった行${CountOf(unread)}行。`,
    phrase`${AmountsRead(page)}${amounts.open > 0 && phrase` (${Link('/checks.html#open-amounts', '一覧')})`}。`,
  ]
}

/** What the numbers of the document look like, and what they do. */
export function sourceHelp(): Html {
  return html`<p>下線の数字は金額・数・割合などの値、灰色の数字は年度・日付・番号など。数字に触れると何と読み取ったかと使っている所の数が出て、押すと使っている図表・項目・表の一覧が開く。</p>`
}

/**
 * The whole document, line by line, every number marked with what was made of it: a button that opens the list of the
 * places where it is used. Numbers that are used in the same places share a list. Lines have the anchors `L…`, numbers `n…`.
 */
export function sourceText(page: PageContext): Html {
  const { warehouse } = page
  const byLine = figuresByLine(page)
  const lists = new UseLists(page.site.uses)
  let item: number | null | undefined
  const blocks = warehouse.table('sourceLines').map((line) => {
    const head = line.part !== 'blank' && line.item_no !== item ? sectionHead(page, line.item_no) : undefined
    if (line.part !== 'blank') item = line.item_no
    return html`${head}${SourceLine(line, byLine.get(line.line_no) ?? [], lists)}`
  })
  return html`${lists.popovers()}
${ItemJumps(page)}
<div class="source-text">${blocks}</div>`
}

/** The numbers of the document by the line in which they begin. */
export function figuresByLine({ warehouse }: PageContext): ReadonlyMap<number, readonly Figure[]> {
  const byLine = new Map<number, Figure[]>()
  for (const figure of warehouse.table('figures')) byLine.set(figure.source_line, [...(byLine.get(figure.source_line) ?? []), figure])
  return byLine
}

/** Where each item begins in the document, to be gone to at once. */
export function ItemJumps({ warehouse }: PageContext): Html | undefined {
  const lines = new Set(warehouse.table('sourceLines').map(({ part, item_no }) => (part === 'blank' ? null : item_no)))
  const items = warehouse.table('items').filter(({ item_no }) => lines.has(item_no))
  if (items.length === 0) return undefined
  return html`<nav class="jumps" aria-label="項目の始まり"><ul>${items.map((item) => html`<li><a href="#item-${item.item_no}">${warehouse.itemName(item.item_no)}</a></li>`)}</ul></nav>`
}

function sectionHead(page: PageContext, itemNo: number | null): Html {
  const item = page.warehouse.table('items').find(({ item_no }) => item_no === itemNo)
  if (!item) return html`<h2>項目の外</h2>`
  const missing = page.warehouse.table('checks').some(({ rule, item_no, outcome }) => rule === 'section-present' && item_no === itemNo && outcome === 'missing')
  return html`<h2><a id="item-${item.item_no}" href="${itemHref(item.item_no)}">${page.warehouse.itemName(item.item_no)}</a></h2>
${missing && html`<p class="attention"><span aria-hidden="true">⚠</span> この項目の見出しがあるページは文書に欠けている。次の行からは、番号の並びと部分の重なりから${page.warehouse.itemLabel(item.item_no)}のものと読み取った。</p>`}`
}

function SourceLine(line: Line, figures: readonly Figure[], lists: UseLists): Html {
  const { line_no, text, part } = line
  const marked = MarkedText(line, { from: 0, to: text.length }, figures, lists)
  return html`<p id="L${line_no}" class="line line-${part}"><a class="line-no" href="#L${line_no}" aria-label="${line_no}行">${line_no}</a><span>${marked}</span></p>`
}
