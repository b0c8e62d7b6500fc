import { prefectures } from '../vocabulary/prefectures.ts'

/** What tells of which series a plan is, by the columns of `plans`. */
interface Named {
  plan_id: string
  title: string | null
  plan_no: number | null
  municipality: string | null
  municipality_code: string | null
  first_fiscal_year: number | null
}

const planNumber = '第?[\\d一二三四五六七八九十]{1,3} ?[次期]'
const afterCity = 'の|第|\\d|行政|行財政|行革|集中|改革|財政|新|事務|経営|総合|公共|長期|中期|推進|定員'
const cityLetters = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]{1,8}?'
const cityPattern = new RegExp(
  `^(?:${planNumber})? ?(?!都市|[市町村区]{2})(?<city>(?:${prefectures.join('|')})?${cityLetters}[市区町村]|${prefectures.join('|')})(?= ?(?:${afterCity}))`,
  'u',
)

/** The municipality that a plan's title names, with its prefecture where that is said; undefined where it names none. */
export function cityInTitle(title: string): string | undefined {
  return cityPattern.exec(
    title
      .normalize('NFKC')
      .replace(/\s{1,99}/g, ' ')
      .replace(/(?<=\d) (?=[次期])|(?<=第) /g, ''),
  )?.groups?.city
}

/** The name of the municipality of a plan, as it is said or as its title names it; null where neither does. */
export function cityOf({ municipality, title }: Pick<Named, 'municipality' | 'title'>): string | null {
  return municipality ?? cityInTitle(title ?? '') ?? null
}

/**
 * The series of a plan about which nobody says it: its municipality by its code, else its name, and the number of the plan, else its first
 * year; a plan that names no municipality is a series of its own. A `code` is taken where the plan has none.
 */
export function seriesOf(plan: Named, code: string | null = plan.municipality_code): string {
  const city = code ?? cityOf(plan)
  const no = plan.plan_no ?? plan.first_fiscal_year
  if (city === null) return plan.plan_id
  return no === null ? city : `${city}-${no}`
}
