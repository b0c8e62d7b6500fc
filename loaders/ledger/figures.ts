import type { Report } from '../document/report.ts'
import { Words } from '../document/words.ts'
import { effectRows } from '../records/effect-rows.ts'
import { planStatements } from '../records/plan-statements.ts'
import { ratingsOf } from '../records/rating.ts'
import { type Context, documentTable, type Reading } from '../records/reading.ts'
import { reasonIds, reasons } from '../records/reasons.ts'
import { readGoal } from '../records/schedules.ts'
import { bareHeadCounts } from '../records/staffing.ts'
import { column, notMeasured, ofItem, ofPlan, optionalFiscalYear, optionalItemNo, planId, provenance, type Table } from '../records/table.ts'
import type { Item } from '../structure/item.ts'
import { flows } from '../structure/rows.ts'
import type { ContentsRow, Document, Section } from '../structure/sections.ts'
import { anyNumeral, numeralValue } from '../vocabulary/numerals.ts'
import { type Landing, landingsOf } from './landings.ts'
import { type Role, type RoleId, roleIds, roleOf, roles } from './roles.ts'
import { scaledValues } from './scaled-values.ts'

const definition = {
  name: 'figures',
  title: '数字',
  grain: '文書にある数字1つに1行',
  key: ['plan_id', 'figure_no'],
  references: [...ofItem, ...ofPlan],
  columns: [
    planId,
    column('figure_no', 'INTEGER', '数字番号', '文書の中の順番 (1から)', { required: true, minimum: 1 }),
    optionalItemNo,
    optionalFiscalYear,
    column('value', 'DOUBLE', '値', '文書にある数字の値 (単位の換算なし)', notMeasured),
    column('unit', 'VARCHAR', '単位', '数字に続く単位'),
    column('label', 'VARCHAR', '名前', '数字の名前 (直前の言葉)'),
    column('role', 'VARCHAR', '役割', 'amount 金額、count 数、percent 割合、date 日付、item_no 項目番号など。NULL は読み取れなかった数字', {
      values: roleIds,
    }),
    ...provenance,
    column('lands_in', 'VARCHAR', '入った列', 'その値が入った最初の列 (effects.amount_yen など)。1つの金額を書く数字はみな同じ列。NULL は reason を見る'),
    column('reason', 'VARCHAR', '表の値でない理由', `どの列の値でもない理由。${reasonIds.map((id) => `${id} ${reasons[id]}`).join('、')}`, {
      values: reasonIds,
    }),
    column('value_scaled', 'DOUBLE', '基準単位の値', '基準の単位にした値 (金額は円、面積は㎡、長さはm、割合は%)。何かを測る数字でなければ NULL', notMeasured),
  ],
} as const satisfies Table

/** A number of the document. */
export type FigureRecord = Reading<typeof definition>

/** A number before it is known what became of it. */
type Figure = Omit<FigureRecord, 'figure_no' | 'value_scaled' | keyof Landing>
type NumberedFigure = Figure & Pick<FigureRecord, 'figure_no'>

/** A text of the document with what its numbers have in common. */
interface Chunk {
  words: Words
  itemNo: number | null
  fiscalYear: number | null
  /** what the numbers measure, where a table's row says so */
  label: string | null
  /** what the numbers are, where the place alone says so */
  role?: RoleId
  /** the unit that the table's head states for numbers without one */
  statedUnit?: string | undefined
  /** what a number is whose words say nothing: part of a name in titles */
  otherwise?: RoleId
}

/** Every number, also what is left of a broken one such as `4.3,800`: 4.3 and 800. */
const everyNumeral = new RegExp(anyNumeral, 'g')
const firstNumeral = new RegExp(anyNumeral, 'd')
const contextLength = 32
/** Decimal digits that a DOUBLE holds exactly. */
const exactDigits = 15

/**
 * Every number of the document once, in order: digits with their commas and decimal point, outside markup. Each gets
 * its role from the words around it; one that stands in no text, or has no known role, is reported and has role NULL.
 */
function readNumbers(document: Document, items: readonly Item[], report: Report): NumberedFigure[] {
  const byPlace = new Map<number, Figure>()
  for (const chunk of chunksOf(document, items)) {
    for (const figure of figuresOf(chunk)) {
      const at = figure.words.cleanIndex(0)
      byPlace.set(at, { ...figure, fiscal_year: figure.fiscal_year ?? byPlace.get(at)?.fiscal_year ?? null })
    }
  }
  const rests = restsOfCutNumbers([...byPlace.values()], report)
  const numbers = [...document.source.form.matchAll(everyNumeral)].filter(({ index }) => !rests.has(index))
  return numbers.map((match, index) => {
    const figure = byPlace.get(match.index) ?? unplaced(document, match)
    if (match[0].length > exactDigits && match[0].replace(/\D/g, '').length > exactDigits)
      report.error('number-too-long', figure.words, `${exactDigits}桁を超える数字は正確に持てない: ${figure.words.text}`)
    if (figure.role === null) report.warn('unread-number', figure.words, `数字の種類を読み取れない: ${figure.words.text}`)
    return { figure_no: index + 1, ...figure }
  })
}

/**
 * Where numbers that a page end cut go on, by indices in the clean text: what stands there is no number of its own, such as
 * the 5 and the 66 of `1,483,5` and `66`. Each such number is reported.
 */
function restsOfCutNumbers(figures: readonly Figure[], report: Report): Set<number> {
  const rests = new Set<number>()
  for (const { words } of figures) {
    const number = words.ranges.length > 1 ? words.match(firstNumeral)?.words() : undefined
    if (!number || number.ranges.length === 1) continue
    const starts = number.ranges.flatMap(({ from, to }) =>
      Words.of(words.source, from, to)
        .matches(everyNumeral)
        .map(({ index }) => from + index),
    )
    for (const start of starts.slice(1)) rests.add(start)
    report.warn('cut-number', number, `ページの切れ目で分かれた数字を1つに読んだ: ${number.text}`)
  }
  return rests
}

function unplaced(document: Document, match: RegExpExecArray): Figure {
  const words = Words.of(document.source, match.index, match.index + match[0].length)
  return { item_no: null, fiscal_year: null, value: numeralValue(match[0]), unit: null, label: null, role: null, words }
}

function figuresOf(chunk: Chunk): Figure[] {
  const { words, itemNo, fiscalYear } = chunk
  return words.matches(everyNumeral).map((match) => {
    const number = match.form(0) as string
    const before = words.form.slice(blockStart(words, match.index), match.index)
    const after = words.form.slice(match.end, match.end + contextLength)
    const found = chunk.role ? { role: chunk.role, unit: null } : (roleOf(before, number, after) ?? otherwise(chunk))
    const unit = found?.unit ?? null
    const unitAt = unit === null ? -1 : after.indexOf(unit)
    const unitEnd = unitAt < 0 ? match.end : match.end + unitAt + (unit as string).length
    return {
      item_no: itemNo,
      fiscal_year: fiscalYear,
      value: numeralValue(number),
      unit: unit === null ? null : unit.replace(/\s+/g, ''),
      label: found && roles[found.role].measures ? (chunk.label ?? labelBefore(words, match.index)) : null,
      role: found?.role ?? null,
      words: words.slice(match.index, unitEnd),
    }
  })
}

/** What a number is whose own words say nothing. */
function otherwise({ statedUnit, otherwise }: Chunk): Role | undefined {
  if (statedUnit !== undefined) return { role: statedUnit === '%' ? 'percent' : 'amount', unit: statedUnit }
  return otherwise && { role: otherwise, unit: null }
}

/** Where the words that say what a number is begin: at block markup or a full context before it. */
function blockStart(words: Words, at: number): number {
  const first = Math.max(0, at - contextLength)
  if (!words.source.hasBlockBreakIn(words.cleanIndex(first), words.cleanIndex(at))) return first
  let from = at
  while (from > 0 && at - from < contextLength && !words.source.hasBlockBreak(words.cleanIndex(from))) from -= 1
  return from
}

/** The words at the end of a text, looked at backwards: a particle, brackets and 約 after them are none of them. */
const labelAtEnd = /$(?<=(?<label>[^\s、,。():・○●「」【】\d~]{1,30})[はがをのにで]?\s*[:(]?\s*約?)/d
/** What such words begin with where it still belongs to the number before them: its unit and a particle. */
const unitAndParticle = /^(?:(?:千|万|百万|億)?円)?[はがをのにとで]?(?=.)/

/** The words right before a number, without particles: 回答率, 計画, 学校給食費. */
function labelBefore(words: Words, at: number): string | null {
  const near = words.slice(Math.max(0, at - contextLength), at)
  const label = near.match(labelAtEnd)?.words('label')
  return label ? label.slice(unitAndParticle.exec(label.form)?.[0].length ?? 0).text : null
}

function chunksOf(document: Document, items: readonly Item[]): Chunk[] {
  const itemOf = new Map(items.map((item) => [item.section, item]))
  const numbers = new Set(items.map(({ no }) => no))
  const outside = [...(document.title ? [document.title] : []), ...[...document.contentsHead, ...document.unread].map(({ words }) => words)]
  return [
    ...outside.map((words) => chunk(words, null)),
    ...document.pageMarks.map(({ words }) => ({ ...chunk(words, null), role: 'page_no' as const })),
    ...document.themes.map((words) => ({ ...chunk(words, null), otherwise: 'list_no' as const })),
    ...planChunks(document),
    ...document.contents.flatMap((row) => contentsChunks(row, numbers.has(row.no) ? row.no : null)),
    ...document.sections.flatMap((section) => sectionChunks(section, itemOf.get(section))),
  ]
}

function chunk(words: Words, itemNo: number | null, fiscalYear: number | null = null, label: string | null = null): Chunk {
  return { words, itemNo, fiscalYear, label }
}

/** The figures of the whole plan once more, now with the year, the label and the unit of their amounts. */
function planChunks(document: Document): Chunk[] {
  return planStatements(document).flatMap(({ money, sums, headNumbers }) => [
    ...[...money, ...sums].map(({ fiscalYear, label, amount }) => ({
      ...chunk(amount.words, null, fiscalYear, label?.text ?? null),
      statedUnit: amount.statedUnit,
    })),
    ...headNumbers.map((words) => ({ ...chunk(words, null), role: 'list_no' as const })),
  ])
}

/** The figures of a line of the contents, of no item where the document does not have its item. */
function contentsChunks({ noWords, title, department }: ContentsRow, no: number | null): Chunk[] {
  return [
    { ...chunk(noWords, no), role: 'item_no' as const },
    { ...chunk(title, no), otherwise: 'name' as const },
    ...(department ? [chunk(department, no)] : []),
  ]
}

function sectionChunks(section: Section, item: Item | undefined): Chunk[] {
  const no = item?.no ?? null
  const yearOf = new Map(item?.years.map(({ part, fiscalYear }) => [part, fiscalYear]))
  return [
    ...(section.noWords
      ? [
          { ...chunk(section.words, no), otherwise: 'name' as const },
          { ...chunk(section.noWords, no), role: 'item_no' as const },
        ]
      : []),
    ...section.loose.map(({ words }) => chunk(words, no)),
    ...section.parts.flatMap((part) => [
      chunk(part.label.match.words() as Words, no, yearOf.get(part) ?? null),
      ...flows(part.rows).map((words) => chunk(words, no, yearOf.get(part) ?? null)),
    ]),
    ...(item ? [...goalChunks(item), ...effectChunks(item), ...headCountChunks(item), ...ratingChunks(item)] : []),
  ]
}

/** The figures of the goal once more, now with the words that a page end parted from them. */
function goalChunks(item: Item): Chunk[] {
  const goal = readGoal(item)
  return goal ? [chunk(goal, item.no)] : []
}

/** The figures of an effects table once more, now with the year and the label of their line. */
function effectChunks(item: Item): Chunk[] {
  const rows = effectRows(item).map((row) => ({ ...row, fiscalYear: typeof row.year === 'number' ? row.year : null }))
  const isOfYears = (index: number) => rows[index]?.row === rows[index - 1]?.row || rows[index]?.row === rows[index + 1]?.row
  return [
    ...rows.map(({ row, fiscalYear }, index) => chunk(row.words, item.no, isOfYears(index) ? null : fiscalYear)),
    ...rows.flatMap(({ fiscalYear, lines }) =>
      lines.flatMap(({ label, amount, quantity }) =>
        [amount, quantity].flatMap((measure) =>
          measure ? [{ ...chunk(measure.words, item.no, fiscalYear, label?.text ?? null), statedUnit: measure.statedUnit }] : [],
        ),
      ),
    ),
  ]
}

function readFigures(context: Context): FigureRecord[] {
  const { document, items, report } = context
  const numbers = readNumbers(document, items, report)
  const landings = landingsOf(context, numbers)
  const scaled = scaledValues(numbers)
  return numbers.map((figure, index) => {
    const { lands_in, reason } = landings[index] as Landing
    return { ...figure, lands_in, reason, value_scaled: scaled[index] ?? null }
  })
}

/** Head counts without 人, which nothing but their table or sentence tells from other numbers. */
function headCountChunks(item: Item): Chunk[] {
  return bareHeadCounts(item).map((words) => ({ ...chunk(words, item.no), role: 'count' as const }))
}

/** Ratings in points without 点. */
function ratingChunks(item: Item): Chunk[] {
  const points = ratingsOf(item).ratings.filter(({ kind }) => kind === 'points')
  return points.map(({ words, fiscalYear }) => ({ ...chunk(words, item.no, fiscalYear), otherwise: 'score' as const }))
}

/** 数字: every number of the document once. */
export const figures = documentTable(definition, readFigures)
