import type { Words } from '../document/words.ts'
import { bareAmount, type Measure, measures } from '../vocabulary/amounts.ts'
import { isRepeatName, type MoneyName, type MoneyRole, moneyName } from '../vocabulary/money-names.ts'
import { noEffect, noEffectAfterLabel } from '../vocabulary/none-marks.ts'

/** A line of an effects table: its label, its money and quantity (neither where a mark such as － states none). */
export interface EffectLine {
  label: Words | undefined
  /** a word such as 計画 or 実績 that says what its amount is, where it is not the label */
  name: Words | undefined
  /** what its amount is: only what is `actual` adds up */
  role: MoneyRole
  isPart: boolean
  /** whether another item counts it: 再掲 */
  isRepeat: boolean
  /** whether its label leaves open what its amount is */
  isOpen: boolean
  amount: Measure | undefined
  quantity: Measure | undefined
  words: Words
}

/** Labels and the measures that they are for, before each line has its own; and what a word such as 計画 or 実績 says of all of them. */
interface Group {
  labels: Words[]
  name?: { words: Words; name: MoneyName } | undefined
  figures: (Measure | Words)[]
}

/** A label with the measures that follow it; `name` is what a bracket behind a measure says of it. */
interface Statement {
  label: Words
  figures: (Measure | Words)[]
  name?: { words: Words; name: MoneyName } | undefined
}

/** What right before an amount shows that it is the rest of one, or of two: 1、234千円, 1~3千円, 2万円5千円. */
const brokenBefore = /(?:\d\s?[、・･~]|円(?:~|から)?)\s?$(?<!円\s)/
const leadingSeparators = /^[\s、,:・/はが→⇒※]+/
const trailingSeparators = /(?<![\s、,:・/はが→⇒(])[\s、,:・/はが→⇒(]+$/
/** A mark alone says that what comes after it are parts of what stands above: （内訳）. */
export const partMarkAlone = /^[([【<〈・※]?\s*(?:うち|内訳|内数|内)\s*[、,]?\s*[)\]】>〉]?\s*:?$/
const partMarkBehind = /\d[^\s()]{0,4}\s?[(【[](?:内数|うち数?|内訳)[)】\]]$/
const partMark = /^(?:[([【<〈・※]?\s*(?:うち|内訳|内数|内[\s、,)\]]|[└├∟]|\((?:内訳|内数|うち)[^()]*\))|[^()]+\((?:内数|うち数)\)$)/

/**
 * The lines that a row's cells state. A label goes with the measures after it; うち parts a label in two, each taking the
 * next amount; a quantity goes with the amount after it or, where the amounts come first, with the one before it. A
 * measure inside a label, as in 増床（16床）による効果, is the label's. Marks of none in every cell state one line of none.
 * `unit` is the money's where the table's head states it (単位：千円): a number alone in its cell is an amount in it.
 */
export function effectLines(row: readonly Words[], unit?: string): EffectLine[] {
  const groups: Group[] = []
  const isRepeat = row.some(({ form }) => isRepeatName(form) && measuresNothing(form))
  const isNone = row.every(({ form }) => noEffect.test(form))
  for (const cell of isNone ? row.slice(0, 1) : row) {
    const bare = unit === undefined ? undefined : bareAmount(cell, unit)
    const statements: Statement[] = bare ? [{ label: cell.slice(0, 0), figures: [bare] }] : statementsOf(cell)
    for (const statement of statements) addStatement(groups, statement)
  }
  const lines = withoutJoined(groups.flatMap(pairUp)).map((line) => (isRepeat ? { ...line, isRepeat } : line))
  return lines.length === 1 && endsAsPart(row) ? lines.map((line) => ({ ...line, isPart: true })) : lines
}

/** Whether a cell is a note such as （No.2再掲） alone, which is of its whole row. */
function measuresNothing(form: string): boolean {
  return /^[([【<〈※]/.test(form) || /^再掲$/.test(form)
}

/** Amounts of one label that something other than a separator joins, as in 90千円→200千円: nobody can tell which of them counts. */
function withoutJoined(lines: readonly EffectLine[]): EffectLine[] {
  const isJoined = (line: EffectLine | undefined, next: EffectLine | undefined) => {
    if (!line?.amount || !next?.amount || next.label || next.name) return false
    const between = line.words.source.form.slice(line.words.cleanIndex(line.words.length), next.words.cleanIndex(0))
    return /[→⇒>~/]/.test(between) && !/\n/.test(between)
  }
  return lines.map((line, index) => (isJoined(line, lines[index + 1]) || isJoined(lines[index - 1], line) ? { ...line, isOpen: true } : line))
}

/** Whether （内数） stands behind a row's amount, in its cell or in one of its own. */
function endsAsPart(row: readonly Words[]): boolean {
  const last = row.at(-1)?.form ?? ''
  return (row.length > 1 && partMarkAlone.test(last)) || partMarkBehind.test(last)
}

function addStatement(groups: Group[], { label, figures, name: ofBracket }: Statement): void {
  const name = label.isEmpty ? undefined : moneyName(label.form)
  const ofAll = name?.isRoleAlone ? { words: label, name } : label.isEmpty ? ofBracket : undefined
  if (ofAll) {
    addNamed(groups, ofAll, figures)
    return
  }
  const labels = label.isEmpty ? [] : splitParts(label)
  let group = groups.at(-1)
  if (!group || (labels.length > 0 && group.figures.length > 0)) {
    group = { labels: [], figures: [] }
    groups.push(group)
  }
  for (const label of labels) group.labels.push(label)
  for (const figure of figures) group.figures.push(figure)
  group.name ??= ofBracket
}

/** 計画 or 実績 before measures says what they are; they are of the label that stands before, 電気代 計画1千円 実績2千円. */
function addNamed(groups: Group[], name: Group['name'], figures: readonly (Measure | Words)[]): void {
  const last = groups.at(-1)
  if (last && last.figures.length === 0 && !last.name) {
    last.name = name
    last.figures.push(...figures)
  } else groups.push({ labels: last?.labels.slice(0, 1) ?? [], name, figures: [...figures] })
}

/** A cell parted into labels, each with the measures that follow it. */
function statementsOf(cell: Words): Statement[] {
  if (noEffect.test(cell.form)) return [{ label: cell.slice(0, 0), figures: [cell] }]
  const found: Statement[] = []
  const bracketAt = openBrackets(cell.form)
  const figures = figuresIn(cell)
  const namesLead = figures[0] !== undefined && moneyName(cell.slice(0, cell.indexOf(wordsOf(figures[0]))).form).isRoleAlone
  let from = 0
  for (const figure of figures) {
    const words = wordsOf(figure)
    const at = cell.indexOf(words)
    const end = at + words.length
    if (
      at < from ||
      brokenBefore.test(cell.form.slice(0, at)) ||
      isRestOfNumber(cell, at, end) ||
      !standsAlone(cell, at, end, { bracket: bracketAt(at), from })
    )
      continue
    const label = strip(unbracketed(cell.slice(from, at)))
    const last = found.at(-1)
    if (label.isEmpty && figure === words) continue
    const name = namesLead ? undefined : nameBehind(cell, end)
    if (label.isEmpty && last && !name) last.figures.push(figure)
    else found.push(...withoutPlan({ label, figures: [figure], name }))
    from = name ? cell.indexOf(name.words) + name.words.length + 1 : end
  }
  const rest = strip(cell.slice(from))
  return /[^()\s]/.test(rest.form) ? [...found, { label: rest, figures: [] }] : found
}

/** Whether an amount is what is left of a number whose first digits became other signs, as ，409，595円 right after a letter may be. */
function isRestOfNumber(cell: Words, at: number, end: number): boolean {
  if (!/,$/.test(cell.form.slice(0, at)) || !/^\d{3}(?!\d)/.test(cell.form.slice(at))) return false
  const [comma = '', ...rest] = cell.slice(at - 1, end).text
  return comma === ',' || rest.includes(comma)
}

/** A statement whose label a blank parts from 計画 or the like, as two: 電気代 計画1千円 is of 電気代, and a plan. */
function withoutPlan(statement: Statement): Statement[] {
  const match = statement.label.match(/\S\s(?<name>[^\s()]{1,10})$/d)
  const name = match?.words('name')
  if (!match || !name || !moneyName(name.form).isRoleAlone || moneyName(name.form).role !== 'planned') return [statement]
  return [
    { label: statement.label.slice(0, match.index + 1), figures: [] },
    { ...statement, label: name },
  ]
}

/** What a bracket right behind a measure says of it: 1千円（計画）. */
function nameBehind(cell: Words, end: number): Statement['name'] {
  const words = cell.slice(end).match(bracketBehind)?.words('name')
  const name = words && moneyName(`(${words.form})`)
  return words && (name?.isRoleAlone || name?.isRepeat) ? { words, name } : undefined
}

/** Units of areas, which are no effect that is counted. */
const areas: ReadonlySet<string> = new Set(['㎡', 'm²', 'ha'])

/** The measures of a cell and the marks for none after a label, in order. */
function figuresIn(cell: Words): (Measure | Words)[] {
  const nones = cell.matches(noEffectAfterLabel).map((match) => match.words() as Words)
  const figures = measures(cell).filter(({ unit }) => !areas.has(unit))
  return [...figures, ...nones].sort((a, b) => cell.indexOf(wordsOf(a)) - cell.indexOf(wordsOf(b)))
}

function wordsOf(figure: Measure | Words): Words {
  return 'unit' in figure ? figure.words : figure
}

/** A short bracket right behind a measure, which holds no number but that of an item. */
const bracketBehind = /^\s*\((?<name>(?:[^()\d]|No\.?\s?\d{1,3}){1,12})\)/d
/** What behind an amount says that another one counts, or that it is of something that went up or down. */
const notOfAmount = /^\s*(?:\(?正しくは|[増減](?:額)?(?:[\s)]|$))/
const ending = /^(?:余り?|強|弱)?(?:[\s、,・/)→⇒]|うち|$|\([^()]*(?:\([^()]*\)[^()]*)?\)\s*(?:[、,・]|$))/

/**
 * Whether a measure is a statement of its own: nothing goes on after it but a bracket, and no bracket of a label, opened at
 * `bracket`, holds it. A bracket right behind the measure before, which ends at `from`, is no label's.
 */
function standsAlone({ form }: Words, at: number, end: number, { bracket, from }: { bracket: number | undefined; from: number }): boolean {
  if (notOfAmount.test(form.slice(end))) return false
  if (!ending.test(form.slice(end)) && !moneyName(bracketBehind.exec(form.slice(end))?.[0] ?? '').isRoleAlone) return false
  if (bracket === undefined || partMark.test(form.slice(bracket + 1, at)) || moneyName(form.slice(bracket + 1, at)).isRoleAlone) return true
  const isBehindMeasure = from > 0 && form.slice(from, at).trim() === '('
  return isBehindMeasure && /^\s*\)/.test(form.slice(end))
}

/** Where the bracket opens that holds an index of a text; asked for rising indices. */
function openBrackets(form: string): (at: number) => number | undefined {
  const open: number[] = []
  let from = 0
  return (at) => {
    for (; from < at; from++) {
      if (form[from] === '(') open.push(from)
      else if (form[from] === ')') open.pop()
    }
    return open.at(-1)
  }
}

/** A label without the bracket that opens before it and closes after its measure. */
function unbracketed(label: Words): Words {
  const open = label.match(/^\s*\((?=[^()]*$)/)
  return open ? label.slice(open.end) : label
}

function strip(label: Words): Words {
  const from = label.match(leadingSeparators)?.end ?? 0
  return label.slice(from, Math.max(from, label.match(trailingSeparators)?.index ?? label.length))
}

function splitParts(label: Words): Words[] {
  const starts = label.matches(/うち/g).flatMap(({ index }) => (index > 0 && label.isBoundary(index) ? [index] : []))
  return [0, ...starts].map((from, index) => label.slice(from, starts[index] ?? label.length).trim())
}

/** Labels, a mark of a part alone in its cell together with the label after it. */
function joinMarks(labels: readonly Words[]): readonly Words[] {
  const [mark, label, ...rest] = labels
  return mark && label && partMarkAlone.test(mark.form) ? [mark.through(label), ...rest] : labels
}

function pairUp({ labels: printed, name, figures }: Group): EffectLine[] {
  const labels = [...joinMarks(printed)]
  const lines: Pick<EffectLine, 'amount' | 'quantity' | 'words'>[] = []
  let quantity: Measure | undefined
  const amountsLead = isAmount(figures[0]) && !isAmount(figures.at(-1))
  const putQuantity = () => {
    if (quantity) lines.push({ amount: undefined, quantity, words: quantity.words })
    quantity = undefined
  }
  for (const figure of figures) {
    const last = lines.at(-1)
    if (!('unit' in figure)) lines.push({ amount: undefined, quantity: undefined, words: figure })
    else if (figure.unit === '円') {
      const isUnlabelled = last?.amount && !labels[lines.length] && isBehind(figure.words, last.amount.words)
      const label = isUnlabelled ? bracketedPart(labels[lines.length - 1]) : undefined
      if (isUnlabelled && !label) continue
      if (label) labels.push(label)
      lines.push({ amount: figure, quantity, words: quantity ? quantity.words.through(figure.words) : figure.words })
      quantity = undefined
    } else if (last?.amount && !last.quantity && (amountsLead || isBehind(figure.words, last.amount.words))) {
      lines[lines.length - 1] = { ...last, quantity: figure, words: last.words.through(figure.words) }
    } else {
      putQuantity()
      quantity = figure
    }
  }
  putQuantity()
  return lines.map((line, index) => {
    const label = labels[index]
    const ofLabel = label && moneyName(label.form)
    const ofName = name?.name ?? ofLabel
    return {
      ...line,
      label: label ?? (index === 0 ? name?.words : undefined),
      name: label && index === 0 ? name?.words : undefined,
      role: ofName?.role ?? 'actual',
      isPart: partMark.test(label?.form ?? ''),
      isRepeat: ofName?.isRepeat === true || ofLabel?.isRepeat === true,
      isOpen: ofName?.isOpen === true,
    }
  })
}

function isAmount(figure: Measure | Words | undefined): boolean {
  return figure !== undefined && 'unit' in figure && figure.unit === '円'
}

/** Whether a figure stands in a bracket right behind an amount: 7,000千円（3,000件）. */
function isBehind(figure: Words, amount: Words): boolean {
  return /^\s*\(\s*$/.test(amount.source.form.slice(amount.cleanIndex(amount.length), figure.cleanIndex(0)))
}

/** The part that a label names in a bracket, 寄附（うち法人）, to which an amount in a bracket belongs; without it nobody can tell what such an amount is. */
function bracketedPart(label: Words | undefined): Words | undefined {
  return label?.match(/\((?<part>うち[^()]+)\)/d)?.words('part')
}
