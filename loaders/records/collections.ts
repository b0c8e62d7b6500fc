import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import type { Item, Reading } from '../structure/item.ts'
import { amountPattern, yenOf } from '../vocabulary/amounts.ts'
import { departmentEnding } from '../vocabulary/departments.ts'
import { type Result, resultsOf } from './results.ts'

const claim = new RegExp(String.raw`(?<amount>${amountPattern})\s*\((?<department>[^()]*${departmentEnding})\)`, 'dg')
const total = new RegExp(String.raw`(?:納付額|収納額|徴収額|回収額)(?:の?合計|計)\s*(?<amount>${amountPattern})`, 'dg')

const listLead = new RegExp(String.raw`^[\s、,・]+|${amountPattern}\s*|円\s*(?:\([^()]*\)\s*)?[、,]?\s*|[。:]\s*`, 'g')

/** Collected claims: `債権 金額（課）` in a result's list, numbered within the year. */
export const readCollections = cached((item: Item): Reading<'collections'>[] => {
  const counts = new Map<number, number>()
  return resultsOf(item).flatMap((result) =>
    claimsOf(result.words).map((claim) => {
      const no = (counts.get(result.fiscalYear) ?? 0) + 1
      counts.set(result.fiscalYear, no)
      return { item_no: item.no, fiscal_year: result.fiscalYear, claim_no: no, ...claim }
    }),
  )
})

function claimsOf(text: Words): Omit<Reading<'collections'>, 'item_no' | 'fiscal_year' | 'claim_no'>[] {
  let end = 0
  return (text.form.includes('円') ? text.matches(claim) : []).flatMap((match) => {
    const name = claimName(text.slice(end, match.index))
    end = match.end
    const department = match.words('department')
    const amount = match.words('amount')
    const yen = yenOf(match.form('amount') as string)
    if (name.isEmpty || !department || !amount || yen === undefined) return []
    const words = name.through(text.slice(match.index, match.end))
    return [{ claim: name.text, department: department.text, amount_yen: yen, amount_yen_figure_no: amount, words }]
  })
}

/** The name before an amount: what follows the last comma, or the words that lead the list in. */
function claimName(before: Words): Words {
  const lead = before.matches(listLead).at(-1)
  return before.slice(lead?.end ?? 0).trim()
}

/** The printed sum of a year's claims with its words (納付額合計 …円). */
export interface CollectionTotal {
  fiscalYear: number
  yen: number
  words: Words
}

/** The sums that the results state for the claims of a year. */
export function readCollectionTotals(item: Item): CollectionTotal[] {
  return resultsOf(item).flatMap(({ fiscalYear, words }: Result) =>
    (words.form.includes('計') ? words.matches(total) : []).flatMap((match) => {
      const amount = match.words('amount')
      const yen = amount && yenOf(amount.form)
      return amount && yen !== undefined ? [{ fiscalYear, yen, words: amount }] : []
    }),
  )
}
