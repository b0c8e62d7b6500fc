import type { Row } from '../../loaders/dictionary/tables.ts'
import { type Html, html } from '../components/html.ts'
import { isMeasure, roleName } from '../evidence/roles.ts'
import { withoutMarkup } from '../evidence/words.ts'
import { formatNumber } from '../format/numbers.ts'
import { bothYears } from '../format/years.ts'
import type { PageContext } from '../page.ts'
import { itemHref } from './sources.ts'

type Line = Row<'sourceLines'>
type Figure = Row<'figures'>

/** How much of the document was accounted for, in numbers and lines. */
export function sourceShare(page: PageContext): Html {
  const figures = page.warehouse.table('figures')
  const lines = page.warehouse.table('sourceLines')
  const known = figures.filter(({ role }) => role !== null).length
  const unread = lines.filter(({ part }) => part === 'unread').length
  return html`<p class="lead">全${formatNumber(lines.length)}行、数字${formatNumber(figures.length)}個。何の数字か分かったもの${formatNumber(known)}個${known === figures.length ? ' (すべて)' : ''}、読み取れなかった行${formatNumber(unread)}行。</p>
<p>下線の数字は金額・数・割合などの値、灰色の数字は年度・日付・番号など。数字に触れると何と読み取ったかと使っている所の数が出て、押すと使っている図表・項目・表の一覧が開く。</p>`
}

/** The whole document, line by line, every number marked with what was made of it (`withUses` adds where it is used); lines have the anchors `L…`, numbers `n…`. */
export function sourceText(page: PageContext): Html {
  const { warehouse } = page
  const byLine = new Map<number, Figure[]>()
  for (const figure of warehouse.table('figures')) byLine.set(figure.source_line, [...(byLine.get(figure.source_line) ?? []), figure])
  let item: number | null | undefined
  const blocks = warehouse.table('sourceLines').map((line) => {
    const head = line.part !== 'blank' && line.item_no !== item ? sectionHead(page, line.item_no) : undefined
    if (line.part !== 'blank') item = line.item_no
    return html`${head}${SourceLine(line, byLine.get(line.line_no) ?? [])}`
  })
  return html`<div class="source-text">${blocks}</div>`
}

function sectionHead(page: PageContext, itemNo: number | null): Html {
  const item = page.warehouse.table('items').find(({ item_no }) => item_no === itemNo)
  if (!item) return html`<h2>項目の外</h2>`
  const missing = page.warehouse.table('checks').some(({ rule, item_no, outcome }) => rule === 'section-present' && item_no === itemNo && outcome === 'missing')
  return html`<h2><a id="item-${item.item_no}" href="${itemHref(item.item_no)}">No.${item.item_no} ${item.title ?? ''}</a></h2>
${missing && html`<p class="attention"><span aria-hidden="true">⚠</span> この項目の見出しがあるページは文書に欠けている。次の行からは、番号の並びと部分の重なりからNo.${item.item_no}のものと読み取った。</p>`}`
}

function SourceLine({ line_no, text, part }: Line, figures: readonly Figure[]): Html {
  const pieces: Html[] = []
  let from = 0
  for (const figure of figures) {
    const start = figure.source_column - 1
    const end = figure.source_end_line === line_no ? figure.source_end_column - 1 : text.length
    pieces.push(plainText(text.slice(from, start)), FigureMark(figure, text.slice(start, end)))
    from = end
  }
  pieces.push(plainText(text.slice(from)))
  return html`<p id="L${line_no}" class="line line-${part}"><a class="line-no" href="#L${line_no}" aria-label="${line_no}行">${line_no}</a><span>${pieces}</span></p>`
}

function FigureMark(figure: Figure, text: string): Html {
  const kind = figure.role === null ? 'unread' : isMeasure(figure.role) ? 'measure' : 'other'
  const meaning = [roleName(figure.role), figure.label, figure.fiscal_year === null ? null : bothYears(figure.fiscal_year)]
    .filter((word) => word !== null)
    .join('、')
  return html`<a id="n${figure.figure_no}" class="n n-${kind}" href="#n${figure.figure_no}" title="${meaning}">${text}</a>`
}

/** Text without markup, tabs as gaps that can be seen. */
function plainText(text: string): Html {
  const parts = withoutMarkup(text).split('\t')
  return html`${parts.map((part, index) => html`${index > 0 && html`<span class="tab"> </span>`}${part}`)}`
}
