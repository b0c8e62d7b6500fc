import type { Check } from '../../loaders/checks/checks.ts'
import { ruleTitle } from '../../loaders/checks/rules.ts'
import type { Restatement } from '../../loaders/editions/restatements.ts'
import { baseUnit, isPartOfAmount } from '../../loaders/vocabulary/base-units.ts'
import { isFormulaKind } from '../../loaders/vocabulary/formulas.ts'
import type { Formula, OperandName, OperandSource } from '../../loaders/warehouse/formula.ts'
import type { RowKey } from '../../loaders/warehouse/marts/mart.ts'
import type { DataRow, Warehouse } from '../data/warehouse.ts'
import { roleName } from '../format/roles.ts'
import { bothYears, eraDate, eraYear } from '../format/years.ts'
import type { AnyNumberFact, ComputedFact, ElsewhereFact, Fact, Figure, NumberFact, Operand, ReadFact, WordsFact } from './fact.ts'

/** Finds where the values of a warehouse come from: the number of the document that states one, or its formula and operands. */
export class Facts {
  readonly #known = new WeakMap<object, Map<string, Fact | undefined>>()
  readonly #figures: ReadonlyMap<number, Figure>

  constructor(private readonly warehouse: Warehouse) {
    this.#figures = new Map(warehouse.table('figures').map((figure) => [figure.figure_no, figure]))
  }

  /** What a row of a table or mart states in a column, of whatever plan the row is; undefined where it is NULL. */
  ofAny<R extends object>(row: R, column: keyof R & string): AnyNumberFact | undefined {
    const fact = this.#fact(row as DataRow, column)
    return fact?.kind === 'words' ? undefined : fact
  }

  /** What a row of the plan states in a column; undefined where it is NULL. */
  of<R extends object>(row: R, column: keyof R & string): NumberFact | undefined {
    const fact = this.#fact(row as DataRow, column)
    if (fact?.kind === 'words' || fact?.kind === 'elsewhere') throw new TypeError(`${this.#nameOf(row, column)} is no number of this document`)
    return fact
  }

  /** A number of the document by itself, in its base unit. */
  ofFigure(figure: Figure): ReadFact {
    return { kind: 'read', value: figure.value_scaled ?? figure.value ?? Number.NaN, unit: this.#baseUnit(figure), figure }
  }

  /** The value that the document prints for a check, or the one that its other statements give. */
  ofCheck(check: Check, side: 'published' | 'computed'): NumberFact | undefined {
    const value = check[side]
    if (value === null) return undefined
    const kind = side === 'published' || check.formula === null || !isFormulaKind(check.formula) ? 'sum' : check.formula
    const stated = this.warehouse.table('checkOperands').filter((operand) => operand.check_no === check.check_no)
    const figureOf = ({ figure_no }: { figure_no: number | null }) => this.#figures.get(figure_no as number)
    const operands = stated.flatMap((operand): Operand[] => {
      const figure = figureOf(operand)
      return figure && operand.side === side ? [{ name: operand.name, fact: { kind: 'read', value: operand.value, unit: this.#baseUnit(figure), figure } }] : []
    })
    const only = operands[0]?.fact
    if (kind === 'sum' && operands.length === 1 && only?.kind === 'read') return only
    const printed = stated.filter((operand) => operand.side === 'published').flatMap((operand) => figureOf(operand) ?? [])[0]
    const places = kind === 'percent' && printed ? decimalsPrinted(this.warehouse.printed(printed)) : undefined
    const unit = kind === 'percent' ? '%' : only?.kind === 'read' ? only.unit : ''
    const formula: Formula = { kind, words: side === 'published' ? sumOfFigures.words : ruleTitle(check.rule), operands: [] }
    return { kind: 'computed', id: `check/${check.check_no}/${side}`, value, unit, formula, places, operands }
  }

  /** What an edition of the plan states of a restated value: the old one, or the new one, which is read from the plan's document where that states it still. */
  ofRestatement(row: Restatement, side: 'old'): ElsewhereFact
  ofRestatement(row: Restatement, side: 'old' | 'new'): ReadFact | ElsewhereFact
  ofRestatement(row: Restatement, side: 'old' | 'new'): ReadFact | ElsewhereFact {
    const [value, unit] = [row[`${side}_value`], row.unit ?? '']
    const figure = side === 'new' ? this.#figures.get(row.current_figure_no as number) : undefined
    if (figure) return { kind: 'read', value, unit, figure }
    const place = { source_line: row[`${side}_source_line`], source_page: row[`${side}_source_page`], source_cell: row[`${side}_source_cell`] }
    return { kind: 'elsewhere', value, unit, planId: row[`${side}_plan_id`], place }
  }

  /** The unit of a number's base value; of a part of an amount, that of the part which ends the amount. */
  #baseUnit(figure: Figure): string {
    if (!isPartOfAmount(figure.unit)) return baseUnit(figure.unit ?? '')
    const next = this.#figures.get(figure.figure_no + 1)
    const adjoins = next?.source_line === figure.source_end_line && next.source_column === figure.source_end_column
    return adjoins ? this.#baseUnit(next) : ''
  }

  #fact(row: DataRow, column: string): Fact | undefined {
    const known = this.#known.get(row) ?? new Map<string, Fact | undefined>()
    this.#known.set(row, known)
    if (!known.has(column)) known.set(column, this.#find(row, column))
    return known.get(column)
  }

  #find(row: DataRow, column: string): Fact | undefined {
    const value = row[column] ?? null
    if (value === null) return undefined
    if (typeof value === 'number' && this.#isOfOtherPlan(row)) return this.#elsewhere(row, column, value)
    if (typeof value === 'string') return this.#words(row, column, value)
    if (typeof value !== 'number') throw new TypeError(`${this.#nameOf(row, column)} holds no number`)
    const relation = this.warehouse.relationOf(row)
    if (relation === 'figures' && column === 'value') return this.ofFigure(row as Figure)
    const unit = this.#unitOf(row, column)
    const figure = this.#figures.get(row[`${column}_figure_no`] as number)
    if (figure) return { kind: 'read', value, unit, figure }
    const parts = row[`${column}_figure_nos`] as readonly number[] | null | undefined
    if (parts) return this.#computed(row, column, value, unit, sumOfFigures, () => this.#figureOperands(parts))
    const formula = this.warehouse.columnOf(row, column)?.formula
    if (!formula) throw new TypeError(`nothing says where ${this.#nameOf(row, column)} comes from`)
    return this.#computed(row, column, value, unit, formula, () => this.#operands(row, formula))
  }

  #isOfOtherPlan({ plan_id: planId }: DataRow): boolean {
    return planId !== undefined && planId !== this.warehouse.plan.plan_id
  }

  #elsewhere(row: DataRow, column: string, value: number): ElsewhereFact {
    const { source_line, source_page = null, source_cell = null } = row
    const place = { source_line: Number(source_line), source_page: source_page as number | null, source_cell: source_cell as string | null }
    return { kind: 'elsewhere', value, unit: this.#unitOf(row, column), planId: String(row.plan_id), place }
  }

  /** A computed value; the sum of one value is that value itself. */
  #computed(row: DataRow, column: string, value: number, unit: string, formula: Formula, find: () => Operand[]): NumberFact {
    if (formula.kind === 'sum') {
      const operands = find()
      const only = operands[0]?.fact
      if (operands.length === 1 && (only?.kind === 'read' || only?.kind === 'computed')) return { ...only, unit }
      return { kind: 'computed', id: this.#nameOf(row, column), value, unit, formula: this.#inWords(row, formula), places: formula.places, operands }
    }
    let operands: Operand[] | undefined
    const places = this.#placesOf(row, formula)
    return {
      kind: 'computed',
      id: this.#nameOf(row, column),
      value,
      unit,
      formula: this.#inWords(row, formula),
      places,
      get operands() {
        operands ??= find()
        return operands
      },
    } satisfies ComputedFact
  }

  /** A formula with what the row says in the columns that its words name in braces. */
  #inWords(row: DataRow, formula: Formula): Formula {
    return { ...formula, words: inBraces(formula.words, (column) => this.#wordsOf(row, column) ?? '') }
  }

  /** The decimals that a value is rounded to: those of its formula or, where it is rounded as another is printed, of that one. */
  #placesOf(row: DataRow, { places, placesOf }: Formula): number | undefined {
    const printed = placesOf === undefined ? undefined : this.#figures.get(row[`${placesOf}_figure_no`] as number)
    return printed ? decimalsPrinted(this.warehouse.printed(printed)) : places
  }

  #operands(row: DataRow, formula: Formula): Operand[] {
    return formula.operands.flatMap((source) =>
      this.#rowsOf(row, source).flatMap((other, index) => {
        const fact = this.#fact(other, source.column) ?? (source.unlisted && { kind: 'unlisted' as const, ...source.unlisted })
        return fact ? [{ name: this.#operandName(other, source.name, index), fact }] : []
      }),
    )
  }

  #rowsOf(row: DataRow, { rows, relation }: OperandSource): DataRow[] {
    if (rows === undefined || relation === undefined) return [row]
    const keys = row[rows] as RowKey | readonly RowKey[] | null | undefined
    return (keys === null || keys === undefined ? [] : Array.isArray(keys) ? keys : [keys as RowKey]).map((key) => this.warehouse.find(relation, key))
  }

  #figureOperands(numbers: readonly number[]): Operand[] {
    return numbers.map((number, index) => ({ name: `${index + 1}`, fact: this.ofFigure(this.#figures.get(number) as Figure) }))
  }

  #operandName(row: DataRow, name: OperandName, index: number): string {
    const stated = name.replace(/ \(\{(\w+)\}\)/g, (bracket, column: string) => (this.#wordsOf(row, column) === undefined ? '' : bracket))
    return inBraces(stated, (column) => this.#wordsOf(row, column) ?? `${index + 1}`)
  }

  /** What a column of a row says in the words of the pages; undefined where it is NULL. */
  #wordsOf(row: DataRow, column: string): string | undefined {
    const value = row[column] ?? null
    if (value === null) return undefined
    if (column.endsWith('fiscal_year')) return bothYears(Number(value))
    if (column === 'as_of') return eraDate(String(value))
    if (column === 'item_no') return this.warehouse.itemName(Number(value))
    if (column === 'figure_no') return figureName(this.#figures.get(Number(value)) as Figure)
    return this.warehouse.columnOf(row, column)?.labels?.[String(value)] ?? String(value)
  }

  #words(row: DataRow, column: string, words: string): WordsFact {
    return { kind: 'words', words, line: Number(row[`${column}_source_line`] ?? row.source_line) }
  }

  #unitOf(row: DataRow, column: string): string {
    const own = this.warehouse.columnOf(row, column)?.unit
    return own ?? String(row[`${column}_unit`] ?? (column === 'quantity' ? row.quantity_unit : row.unit) ?? '')
  }

  #nameOf(row: object, column: string): string {
    return `${this.warehouse.nameOf(row)}/${column}`
  }
}

/** Words in which each `{column}` is replaced. */
function inBraces(words: string, wordsOf: (column: string) => string): string {
  return words.replace(/\{(\w+)\}/g, (_, column: string) => wordsOf(column))
}

const sumOfFigures: Formula = { kind: 'sum', words: '文書に分けて書かれた数字の合計', operands: [] }

/** Decimals of a number as it is printed, its unit behind it: 2 of 12.50%, in any width of digits. */
function decimalsPrinted(printed: string): number {
  return /\.(\d+)/.exec(printed.normalize('NFKC'))?.[1]?.length ?? 0
}

/** What a number of the document is called: the words before it or else its role, and its year. */
function figureName({ label, role, fiscal_year }: Figure): string {
  return `${label ?? roleName(role)}${fiscal_year === null ? '' : `、${eraYear(fiscal_year)}`}`
}
