import { grouped } from '../document/grouped.ts'
import { cityOf, seriesOf } from '../records/plan-series.ts'
import type { Row } from '../tables.ts'

/** The row of a plan: one edition of its series. */
export type Edition = Row<'plans'>

/** Which of two editions of one year and one day is taken, the last before others. */
const kinds = ['sample', 'digest', null, 'published'] as const

/** Orders editions of a series, the one that is taken before others last; less than 0 where `a` comes before `b`. */
export function compareEditions(a: Edition, b: Edition): number {
  return compareYears(a, b) || compareKinds(a, b) || compareTexts(a.published_on ?? '', b.published_on ?? '') || compareTexts(a.plan_id, b.plan_id)
}

function compareYears(a: Edition, b: Edition): number {
  return (a.as_of_fiscal_year ?? 0) - (b.as_of_fiscal_year ?? 0)
}

function compareKinds(a: Edition, b: Edition): number {
  return kinds.indexOf(a.edition) - kinds.indexOf(b.edition)
}

function compareTexts(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}

/** Whether nothing but their names tells which of two editions is the later one. */
export function isSameEdition(a: Edition, b: Edition): boolean {
  return a.series === b.series && compareYears(a, b) === 0 && compareKinds(a, b) === 0 && a.published_on === b.published_on
}

/** Municipalities by their code, else the code that another plan has for their name, else their name; null where a plan names none. */
export function cityNames(plans: readonly Edition[]): (plan: Edition) => string | null {
  const codes = new Map<string, Set<string>>()
  for (const plan of plans) {
    const name = cityOf(plan)
    if (name === null || plan.municipality_code === null) continue
    codes.set(name, (codes.get(name) ?? new Set()).add(plan.municipality_code))
  }
  return (plan) => {
    const name = cityOf(plan)
    const [code, other] = codes.get(name ?? '') ?? []
    return plan.municipality_code ?? (code !== undefined && other === undefined ? code : name)
  }
}

/** The plans, each with its series, and with whether it is the current edition of that; in their order. */
export function settleSeries(plans: readonly Edition[]): Edition[] {
  const cityName = cityNames(plans)
  const named = plans.map((plan) => (plan.series === seriesOf(plan) ? { ...plan, series: seriesOf(plan, cityName(plan)) } : plan))
  const current = new Set([...grouped(named, ({ series }) => series).values()].map(currentOf))
  return named.map((plan) => ({ ...plan, is_current: current.has(plan) }))
}

/** The current one of the editions of a series; of those with the same bytes the first. */
function currentOf(editions: readonly Edition[]): Edition {
  const last = editions.reduce((a, b) => (compareEditions(a, b) < 0 ? b : a))
  const isSame = (other: Edition) => other.source_sha256 === last.source_sha256 && compareYears(other, last) === 0 && compareKinds(other, last) === 0
  return editions.find(isSame) ?? last
}
