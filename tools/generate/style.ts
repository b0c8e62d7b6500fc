import type { Random } from './prng.ts'
import { type FirstYearName, type YearSpelling, yearSpellings } from './years.ts'

/** One way of printing a plan. The first choice of each option is how the real document has it, the plain style. */
export type Style = {
  /** `<p>` and `<ul>` as in the real document, or a list of `<li>` without blanks between */
  markup: 'none' | 'paragraphs' | 'list'
  comma: '、' | '，' | ', '
  brackets: '（）' | '()'
  /** digits of sentences and tables */
  digits: 'ascii' | 'full-width'
  /** digits of labels: `３カ年の評価`, `【令和２年度（実績）】`, `No.１` */
  labelDigits: 'ascii' | 'full-width'
  /** thousands commas and decimal points */
  numberMarks: 'ascii' | 'full-width'
  percent: '%' | '％'
  /** blanks around the numbers of labels: `第 6 次`, `3 カ年` */
  labelBlanks: 'none' | 'around'
  /** blanks around the numbers of sentences and tables: `前期 35 人` */
  numberBlanks: 'none' | 'around'
  range: '～' | '~' | '〜'
  minus: '△' | '▲' | '－'
  /** what stands for an effect of none */
  none: '－' | '…' | 'なし'
  span: 'カ年' | 'ヶ年' | 'か年' | 'ヵ年' | 'ケ年' | '箇年' | '年間'
  works: '取組み' | '取組' | '取り組み'
  resultsLabel: 'の実績' | 'の実績内容' | 'の取組内容'
  yearLabel: '（実績）' | '実績' | 'の実績'
  nextLabel: '次' | '第…次'
  nextNote: 'none' | 'note'
  headMark: 'No.' | 'No. ' | 'Ｎｏ．' | '№'
  departmentMark: 'comma' | '・'
  /** first year of an era, in labels and schedule heads */
  firstYear: FirstYearName
  /** heads of the schedule's years: 2年度 or 令和2年度 */
  yearHeads: 'short' | 'era'
  /** ・ for results and ○ for reviews, or one mark for both */
  bullets: '・○' | '・' | '○' | '●' | '-' | 'none'
  /** tabs between cells, or runs of blanks that align the columns */
  cells: 'tabs' | 'blanks'
  /** entries of a year in one line, or each on its own */
  entries: 'inline' | 'lines'
  /** 振り返り in two rows, in one, or each label and entry on its own line */
  reviews: 'rows' | 'inline' | 'lines'
  /** the rating in a cell after its label, after the label and its note in a cell of its own, or on a line of its own */
  rating: 'cell' | 'note cell' | 'line'
  /** an effect's label, quantity and amount in a cell each, the figures in one cell, or all in one */
  effects: 'cells' | 'one figure cell' | 'joined'
  /** うち lines in the cell of the line they are part of, or on rows of their own */
  parts: 'cell' | 'rows'
  /** how the sum of a year is named; 年度計 with the year before it: 令和3年度計 */
  subtotals: '計' | '小計' | '年度計'
  /** how the sum of all years is named; in 3カ年計 and R2～R4合計 by the years it is of */
  totals: '総計' | '総　計' | '合計（千円）' | '効果額合計' | 'カ年計' | 'R～R合計'
  /** how years are named in the table of effects */
  effectYears: YearSpelling
  /** what was planned: in columns of its own with a head above, or in the cell of the amount */
  planned: 'columns' | 'before' | 'behind'
  /** whether a row above the effects names the columns, where each figure has its own */
  effectHead: 'none' | 'columns'
  /** marks of notes behind the amounts of effects */
  effectMarks: 'none' | '※1' | '*2' | '（注3）'
  contents: 'present' | 'missing'
  /** two pages an item (as far as the results, and the rest), or one for each part */
  pages: 'two' | 'many'
  /** what ends a page: a blank line, a page number between blank lines, a form feed before the next page's text or on its own line */
  pageEnd: 'blank line' | 'number' | 'form feed' | 'form feed line'
  /** further page ends between the lines of a page: none, some, after every line or so */
  lineBreaks: 'none' | 'few' | 'many'
  /** page ends inside sentences */
  sentenceBreaks: 'none' | 'few' | 'many'
  /** page ends inside the goal, which goes on in its column */
  cellBreaks: 'none' | 'goal'
  lineEnd: '\n' | '\r\n' | '\r'
  kana: 'composed' | 'decomposed'
}

/** What each option can be, plain first. */
export const styleChoices: { readonly [K in keyof Style]: readonly Style[K][] } = {
  markup: ['none', 'paragraphs', 'list'],
  comma: ['、', '，', ', '],
  brackets: ['（）', '()'],
  digits: ['ascii', 'full-width'],
  labelDigits: ['ascii', 'full-width'],
  numberMarks: ['ascii', 'full-width'],
  percent: ['%', '％'],
  labelBlanks: ['none', 'around'],
  numberBlanks: ['none', 'around'],
  range: ['～', '~', '〜'],
  minus: ['△', '▲', '－'],
  none: ['－', '…', 'なし'],
  span: ['カ年', 'ヶ年', 'か年', 'ヵ年', 'ケ年', '箇年', '年間'],
  works: ['取組み', '取組', '取り組み'],
  resultsLabel: ['の実績', 'の実績内容', 'の取組内容'],
  yearLabel: ['（実績）', '実績', 'の実績'],
  nextLabel: ['次', '第…次'],
  nextNote: ['none', 'note'],
  headMark: ['No.', 'No. ', 'Ｎｏ．', '№'],
  departmentMark: ['comma', '・'],
  firstYear: ['元', '1', 'old era'],
  yearHeads: ['short', 'era'],
  bullets: ['・○', '・', '○', '●', '-', 'none'],
  cells: ['tabs', 'blanks'],
  entries: ['inline', 'lines'],
  reviews: ['rows', 'inline', 'lines'],
  rating: ['cell', 'note cell', 'line'],
  effects: ['cells', 'one figure cell', 'joined'],
  parts: ['cell', 'rows'],
  subtotals: ['計', '小計', '年度計'],
  totals: ['総計', '総　計', '合計（千円）', '効果額合計', 'カ年計', 'R～R合計'],
  effectYears: yearSpellings,
  planned: ['columns', 'before', 'behind'],
  effectHead: ['none', 'columns'],
  effectMarks: ['none', '※1', '*2', '（注3）'],
  contents: ['present', 'missing'],
  pages: ['two', 'many'],
  pageEnd: ['blank line', 'number', 'form feed', 'form feed line'],
  lineBreaks: ['none', 'few', 'many'],
  sentenceBreaks: ['none', 'few', 'many'],
  cellBreaks: ['none', 'goal'],
  lineEnd: ['\n', '\r\n', '\r'],
  kana: ['composed', 'decomposed'],
}

/** The style of the real document. */
export const plainStyle = chooseStyle((choices) => choices[0] as (typeof choices)[number])

/** A style with every option left to chance. */
export function randomStyle(random: Random): Style {
  return chooseStyle((choices) => random.pick(choices))
}

function chooseStyle(choose: <T>(choices: readonly T[]) => T): Style {
  return Object.fromEntries(Object.entries(styleChoices).map(([option, choices]) => [option, choose<Style[keyof Style]>(choices)])) as Style
}

const fullWidth = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const beforeNumber = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])(?=\d)/gu
const afterNumber = /(?<=\d)(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/** A canonical text of sentences and tables in the characters of a style. */
export function restyle(text: string, style: Style): string {
  if (style === plainStyle) return text
  const spaced = style.numberBlanks === 'around' ? text.replace(beforeNumber, ' ').replace(afterNumber, ' ') : text
  const marked = style.numberMarks === 'full-width' ? spaced.replace(/(?<=\d)[.,](?=\d)/g, (mark) => (mark === ',' ? '，' : '．')) : spaced
  const digits = style.digits === 'full-width' ? fullWidth(marked) : marked
  return restyleMarks(digits, style)
}

/** A canonical label in the characters of a style. */
export function restyleLabel(label: string, style: Style): string {
  if (style === plainStyle) return label
  const spaced = style.labelBlanks === 'around' ? label.replace(beforeNumber, ' ').replace(afterNumber, ' ') : label
  return restyleMarks(style.labelDigits === 'full-width' ? fullWidth(spaced) : spaced, style)
}

function restyleMarks(text: string, { comma, brackets, percent, range }: Style): string {
  const bracketed = brackets === '()' ? text.replace(/[（）：]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)) : text
  return bracketed
    .replaceAll('、', () => comma)
    .replaceAll('%', () => percent)
    .replaceAll('～', () => range)
}
