import { grouped } from '../document/grouped.ts'
import { countedLines, type EffectTotalRecord, effectTotals } from '../records/effect-totals.ts'
import { type EffectRecord, effects } from '../records/effects.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { compare, type Finding, type Operand, operand, type Rule } from './check.ts'

/** 総計 = sum of the years, parts (うち) not counted twice; for the money and, where printed, the quantity. */
export const effectTotal = {
  id: 'effect-total',
  title: '効果額の総計 = 各年度の合計',
  tables: [effects, effectTotals],
  compares: true,
  find({ items, rows }) {
    return rows(effectTotals).flatMap((total) => {
      const item = items.find(({ no }) => no === total.item_no)
      return item ? findings(total, countedLines(item, rows(effects))) : []
    })
  },
} as const satisfies Rule

function findings(total: EffectTotalRecord, lines: ReturnType<typeof countedLines>): Finding[] {
  const at = { item_no: total.item_no, fiscal_year: null, words: total.words }
  const money = total.computed_yen === null ? [] : operand('総計', total.published_yen, total.published_yen_figure_no)
  const count = operand('総計', total.published_quantity, total.published_quantity_figure_no)
  const countName = namesOf(lines.count)
  const quantities = lines.count.flatMap((line) => operand(countName(line), line.quantity, line.quantity_figure_no))
  return [...moneyFinding(at, total, money, lines), ...comparison(at, '数量の総計と各年度の合計', count, quantities)]
}

/** The money; where 総計 fits only with the lines that other items count too, it is compared with these. */
function moneyFinding(
  at: At,
  { rounding_yen }: EffectTotalRecord,
  published: readonly Operand[],
  { money, repeats }: ReturnType<typeof countedLines>,
): Finding[] {
  const operandsOf = (lines: readonly EffectRecord[]) => {
    const nameOf = namesOf(lines)
    return lines.flatMap((line) => operand(nameOf(line), line.amount_yen, line.amount_yen_figure_no))
  }
  const plain = comparison(at, '効果額の総計と各年度の合計 (円)', published, operandsOf(money), rounding_yen)
  if (repeats.length === 0 || plain.some(({ outcome }) => outcome === 'agrees')) return plain
  const whole = comparison(at, '効果額の総計と再掲を含む各年度の合計 (円)', published, operandsOf([...money, ...repeats]), rounding_yen)
  return whole.some(({ outcome }) => outcome === 'agrees') ? whole : plain
}

type At = Parameters<typeof compare>[0]['at']

function comparison(at: At, statement: string, published: readonly Operand[], computed: readonly Operand[], rounding = 0): Finding[] {
  return published.length > 0 && computed.length > 0 ? [compare({ at, statement, published, formula: 'sum', computed, rounding })] : []
}

/** What names the lines: the year of each, with its label where the year has several. */
function namesOf(lines: readonly EffectRecord[]): (line: EffectRecord) => string {
  const ofYears = grouped(lines, ({ fiscal_year }) => fiscal_year)
  return ({ fiscal_year, label }) => {
    const isOneOfMany = (ofYears.get(fiscal_year)?.length ?? 0) > 1
    return isOneOfMany && label !== null ? `${eraYear(fiscal_year)} ${label}` : eraYear(fiscal_year)
  }
}
