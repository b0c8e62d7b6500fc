import type { Words } from '../document/words.ts'
import { amountPattern, yenOf } from '../vocabulary/amounts.ts'
import { fiscalYearOf, namedFiscalYear } from '../vocabulary/eras.ts'
import { claimName } from './claim-names.ts'
import type { Result } from './results.ts'

/** A claim that a sentence names with its amount and no department. */
export interface StatedClaim {
  name: Words
  amount: Words
  yen: number
}

const claim = '(?<claim>[^\\s、,。:()「」【】\\dはをがにでの]{1,24}(?:税|料|金|費|賃|債権|保険)等?)'
const collected = '(?:収納|納付|徴収|回収)金?額'
const amount = `(?<amount>${amountPattern})`
/** An amount that says by how much, or what was not yet collected. */
const noDifference = String.raw`(?!\s?(?:の?(?:増|減|上回|下回|多|少|超)|未満|以上|を?(?:目標|見込)))`
const firstClaim = new RegExp(String.raw`(?<=^|[\s、,。・○●:(]|年度の)(?=${claim}の${collected}[は:]?\s?${amount})`, 'g')
const listLead = new RegExp(String.raw`${collected}(?:の?(?:合計|計)\s?${amountPattern})?(?:の?内訳)?[は:、,]?\s?`, 'g')
const listed = new RegExp(String.raw`^[\s、,]{0,2}${claim}(?:の${collected})?[は:]?\s?${amount}${noDifference}`, 'd')
const anyAmount = new RegExp(amountPattern, 'g')
const sentence = /[^。]+/g
const otherTime = /[前昨翌]年|目標|見込|予算|予定|計画|調定|累計|未収|未納|比べ/
const yearName = new RegExp(namedFiscalYear, 'g')
const longestSentence = 600

/**
 * Claims in the sentences of a result that name no department: `市税の収納額は3,200千円、国保税の収納額は980千円`, `収納額 市税 3,200千円、国保税 980千円`.
 * A sentence that speaks of another year, a target or a difference gives none.
 */
export function claimsInSentences({ words, fiscalYear }: Result): StatedClaim[] {
  return words
    .matches(sentence)
    .flatMap((match) => match.words() ?? [])
    .filter((text) => text.length <= longestSentence && isOfYear(text, fiscalYear))
    .flatMap(claimsOf)
}

function isOfYear({ form }: Words, fiscalYear: number): boolean {
  return !otherTime.test(form) && [...form.matchAll(yearName)].every(([year]) => fiscalYearOf(year) === fiscalYear)
}

/** The claims of a sentence; none where an amount of it is left over, before them or behind. */
function claimsOf(text: Words): StatedClaim[] {
  const start = text.matches(firstClaim)[0] ?? text.matches(listLead)[0]
  if (!start || text.slice(0, start.index).matches(anyAmount).length > 0) return []
  const claims: StatedClaim[] = []
  let rest = text.slice(start.end)
  for (let match = rest.match(listed); match; match = rest.match(listed)) {
    claims.push(...claimOf(match.words('claim'), match.words('amount')))
    rest = rest.slice(match.end)
  }
  return rest.matches(anyAmount).length > 0 ? [] : claims
}

function claimOf(words: Words | undefined, amount: Words | undefined): StatedClaim[] {
  const name = words && claimName(words)
  const yen = amount && yenOf(amount.form)
  return name && amount && yen !== undefined ? [{ name, amount, yen }] : []
}
