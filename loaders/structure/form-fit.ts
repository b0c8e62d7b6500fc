import type { Source } from '../document/source.ts'
import { Words } from '../document/words.ts'
import type { Form, PartKind } from '../forms/form.ts'
import { compileForm, type FormPatterns, findLabels, itemHead } from './labels.ts'

/** How much of a form a document has. */
interface FormFit {
  /** lines with the head of an item or a label */
  lines: number
  /** parts of which a label stands in it */
  parts: ReadonlySet<PartKind>
}

function fitOf(source: Source, form: FormPatterns): FormFit {
  const parts = new Set<PartKind>()
  let lines = 0
  for (const { from, to } of source.lines) {
    const words = Words.of(source, from, to)
    const labels = findLabels(words, form)
    if (labels.length > 0 || itemHead(words, form)) lines += 1
    for (const { kind } of labels) parts.add(kind)
  }
  return { lines, parts }
}

/** The form that most lines of a document are of, the first where several are alike. */
export function chooseForm(source: Source, forms: readonly [Form, ...Form[]]): FormPatterns {
  const [first, ...others] = forms
  if (others.length === 0) return compileForm(first)
  const fits = forms.map(compileForm).map((form) => ({ form, lines: fitOf(source, form).lines }))
  return fits.reduce((best, fit) => (fit.lines > best.lines ? fit : best)).form
}

/** How near a document comes to the form that fits it best, and how another form is given, for who has one that is refused. */
export function fitAdvice(source: Source, form: FormPatterns): string {
  const { parts } = fitOf(source, form)
  const { title } = form.form
  const found = form.form.parts.filter(({ kind }) => parts.has(kind)).map(({ title }) => title)
  const count = found.length > 0 ? `のうち${found.length}つ (${found.join('、')}) の見出しがある` : 'の見出しは1つもない'
  return `最も近い様式「${title}」の${form.form.parts.length}の部分${count}。ほかの様式は --form FILE.json で渡せる (書き方は README の A document of another form)`
}

const mostShown = 3
const shownLength = 24
const longestHead = 80
/** A line that begins with a number of some kind, after a word or none, and goes on with a title. */
const headLike = /^\s*[^\d\s。、「(]{0,10}\s?[.:]?\s?(?:\d[\d()①-⑳.-]*|[A-Z]-?\d+|[①-⑳]|\([\dア-ンぁ-ん]{1,3}\))[\s.:、]+[^\d\s]/

/** The first lines of a document that look most like heads of items, with their numbers: 3行「1-(1) 窓口の見直し」. */
export function headsInstead(source: Source): string {
  const found = source.lines.filter(({ from, to }) => to - from <= longestHead && headLike.test(source.form.slice(from, to)))
  if (found.length === 0) return '見出しらしい行もない'
  const shown = found.slice(0, mostShown).map(({ no, from, to }) => `${no}行「${shorten(source.clean.slice(from, to))}」`)
  return `見出しらしい行: ${shown.join('、')}${found.length > mostShown ? ` など${found.length}行` : ''}`
}

const mostWords = 6
const wordLine = /^\s*(?<word>[^\s\d。、]{2,12})(?=\s|$)/

/** The words with which several lines of a document begin, in its order: what the labels of another form may be; a sentence, or ''. */
export function labelsInstead({ clean, lines }: Source): string {
  const counts = new Map<string, number>()
  for (const { from, to } of lines) {
    const word = wordLine.exec(clean.slice(from, to))?.groups?.word
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const words = [...counts].flatMap(([word, count]) => (count > 1 ? [`「${word}」`] : []))
  return words.length > 0 ? `行の初めにくり返し出る語: ${words.slice(0, mostWords).join('')}${words.length > mostWords ? 'など' : ''}。` : ''
}

function shorten(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > shownLength ? `${line.slice(0, shownLength)}…` : line
}
