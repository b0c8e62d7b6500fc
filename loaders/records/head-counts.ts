import type { Words, WordsMatch } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { entries } from '../structure/rows.ts'
import { anyDay, dayOf } from '../vocabulary/eras.ts'
import { wholeNumeral } from '../vocabulary/numerals.ts'
import { type Stated, statedIn } from './stated.ts'

/** A statement of a head count: the day, plan and actual, and the words it stands in. */
export interface HeadCount {
  asOf: string
  planned: number
  /** the words of the plan, null where it follows from the gap */
  plannedWords: Words | null
  actual: Stated
  /** actual − planned, where the sentence states it in place of the plan */
  gap: Stated | null
  words: Words
}

const counted = '(?:職員総数|職員数|人数|人員|定数|定員|値|数)'

/** Pattern of what a plan's number is called, on folded text: 計画, 計画人数, 計画上の職員数, 定員. */
export const plannedName = `(?:計画(?:上の?|における|での|の)?${counted}?|定員(?!管理|適正)数?)`

/** Pattern of what the number that came of it is called: 実績, 実績人数, 実員. */
export const actualName = `(?:実績の?${counted}?|実員数?|現員数?|実職員数)`

const until = String.raw`(?:では|[はがで])?[\s:(、→⇒]{0,4}(?:約\s?)?$`
const ofPlan = `計画${counted}?`
const unsure = '計画|定員|実績|実員|現員'

const patterns = {
  token: new RegExp(String.raw`(?<day>${anyDay})|(?<number>${wholeNumeral})(?:\s?(?<people>[人名]))?`, 'dg'),
  plannedBefore: new RegExp(plannedName + until),
  actualBefore: new RegExp(actualName + until),
  subjectBefore: new RegExp(`職員(?:の)?(?:総)?数${until}`),
  bracketBefore: new RegExp(String.raw`\((?:(?<planned>${plannedName})|(?<actual>${actualName}))\)\s?$`),
  bracketBehind: new RegExp(String.raw`^\s?\((?:(?<planned>${plannedName})|(?<actual>${actualName}))\)`),
  againstBefore: /^\s?(?:に対して?[、\s]?(?:職員数は)?|→|⇒)\s?$/,
  gapBehind: /^\s?の?(?:(?<more>多|上回|上まわ|超|増)|(?<less>少な|下回|下まわ|減|不足))/,
  gapOfPlanBefore: new RegExp(String.raw`(?:${ofPlan}|定員)(?:より(?:も)?|を|に対して?|に比べて?)[、\s]?$`),
  signBefore: new RegExp(String.raw`(?:${ofPlan}(?:比|との差))[:(は]?\s?(?<sign>[△▲+-])?\s?$`),
  asideBefore: /(?:前年|昨年|前回|前期)[^。、\d]{0,6}(?:より(?:も)?|比|から|に比べて?)[△▲+-]?\s?$/,
  sameBefore: new RegExp(`(?:${ofPlan}|定員)(?:と同じ|と同数の?|どおりの?|通りの?)$`),
  reachedBefore: /^\s?(?:多い|少ない|上回る|下回る|超える)\s?$/,
  severalNames: new RegExp(`(?:${unsure})${counted}?[・/、,と]\\s?(?:${unsure})`),
  otherUnitBehind: /^(?:\s?[%円件歳点]|[^\s、,。→⇒・/()])/,
} as const

/** Characters of a sentence, and numbers in it, that are looked at; what is longer is no statement of one head count. */
const longestSentence = 200
const mostNumbers = 16

/** Counts of some of the staff, or of people who did something: no head count of a city. */
const ofSome =
  /(?:再任用|時間|任用|任期付|勤|臨時|嘱託|派遣|女性|男性|採用|退職|受講|参加|研修|対象|応募|休職|休業|削減|増員|減員)(?:した|する|の)?職員の?(?:総)?数/
const ofOthers = /保育|園児|児童|生徒|入所|入園|利用者|受講|講座|会場/
const staffed = /職員の?(?:総)?数|実員|現員/
/** What a sentence may have besides its numbers where it names no subject: `R3.4.1現在 計画200人→実績198人`. */
const noSubject = new RegExp(`${plannedName}|${actualName}|現在|時点|に対して?|であった|だった|でした|となった|[はがので]|\\P{L}`, 'gu')

/** Whether the sentence of a match counts only some of the staff (再任用職員数), or people who did something (受講職員数). */
export function countsSomeStaff(text: Words, { end }: WordsMatch): boolean {
  const form = text.form.slice(Math.max(0, end - longestSentence), end)
  const sentence = form.slice(form.lastIndexOf('。') + 1)
  return ofSome.test(sentence) || (ofOthers.test(sentence) && !staffed.test(sentence.replace(/実員|現員/g, '')))
}

/**
 * Head counts of texts by the words around each number: the day, and beside it one number that is called the plan and one that
 * is called the actual, in either order (`職員数は198人（計画200人、…現在）`), or the actual and by how many it misses the plan
 * (`…198人で、計画を2人下回った`). A sentence with people of whom it does not say what they are gives none.
 */
export function headCountsIn(item: Item, texts: readonly Words[]): HeadCount[] {
  return texts
    .flatMap(entries)
    .flatMap((entry) => entry.split(/。(?!\))/g))
    .flatMap((sentence) => daysIn(sentence))
    .flatMap((words) => headCountOf(words, item.knownYears) ?? [])
}

/** A sentence in stretches of one day each: cut before every day but the first or, where it ends with a day, after every one but the last. */
function daysIn(sentence: Words): Words[] {
  const tokens = sentence.matches(patterns.token)
  const days = tokens.filter((token) => token.form('day') !== undefined)
  if (days.length < 2) return [sentence]
  const isLast = tokens.at(-1) === days.at(-1)
  const cuts = isLast ? days.slice(0, -1).map(({ end }) => end) : days.slice(1).map(({ index }) => index)
  return [0, ...cuts].map((from, index) => sentence.slice(from, cuts[index] ?? sentence.length).trim())
}

type Part = 'planned' | 'actual' | 'same' | 'gap of plan' | 'gap'

/** The head count of a stretch with one day; undefined where it states none, or not in full. */
function headCountOf(words: Words, known: ReadonlySet<number>): HeadCount | undefined {
  const tokens = words.matches(patterns.token)
  if (tokens.length > mostNumbers) return undefined
  const days = tokens.flatMap((token) => token.form('day') ?? [])
  const asOf = days.length === 1 ? dayOf(days[0] as string, known) : undefined
  const parts = asOf !== undefined && isOfStaff(words, tokens) ? partsOf(words, tokens) : undefined
  if (asOf === undefined || !parts) return undefined
  const [planned, actual, same, gapOfPlan, gap] = (['planned', 'actual', 'same', 'gap of plan', 'gap'] as const).map((part) => parts.get(part))
  if (same) return parts.size === 1 ? { asOf, planned: same.value, plannedWords: same.words, actual: same, gap: null, words } : undefined
  if (!actual) return undefined
  if (planned) {
    const difference = actual.value - planned.value
    const isRight = [gapOfPlan, gap].every((stated) => !stated || stated.value === difference)
    return isRight ? { asOf, planned: planned.value, plannedWords: planned.words, actual, gap: null, words } : undefined
  }
  return gapOfPlan && !gap ? { asOf, planned: actual.value - gapOfPlan.value, plannedWords: null, actual, gap: gapOfPlan, words } : undefined
}

/** Whether a sentence is about the staff as a whole: it says so, or it names no subject at all. */
function isOfStaff({ form }: Words, tokens: readonly WordsMatch[]): boolean {
  if (ofSome.test(form) || ofOthers.test(form) || patterns.severalNames.test(form)) return false
  if (staffed.test(form)) return true
  const others = tokens.reduce((rest, token) => rest.split(token.form(0) as string).join(''), form)
  return others.replace(noSubject, '') === '' && form.includes('計画')
}

/** What each counted number of a sentence is; undefined where one is neither plan nor actual nor their gap, or where two are the same. */
function partsOf(words: Words, tokens: readonly WordsMatch[]): Map<Part, Stated> | undefined {
  const parts = new Map<Part, Stated>()
  const numbers = tokens.filter((token) => token.form('number') !== undefined && !isOfAnotherUnit(words, token))
  const leadOf = (token: WordsMatch) => words.form.slice(tokens[tokens.indexOf(token) - 1]?.end ?? 0, token.index)
  const namesFirst = numbers[0] !== undefined && patterns.bracketBefore.test(leadOf(numbers[0]))
  for (const token of numbers) {
    const stated = statedIn(token, 'number') as Stated
    const lead = leadOf(token)
    if (patterns.asideBefore.test(lead)) continue
    const found = partOf(lead, words.form.slice(token.end, token.end + longestSentence), { namesFirst, followsPlan: parts.size === 1 && parts.has('planned') })
    if (!found || parts.has(found.part)) return undefined
    parts.set(found.part, found.isLess ? { ...stated, value: -stated.value } : stated)
  }
  return parts
}

/** Whether a number without 人 counts something else (99%, 第2次), or nothing, as the (1) of a list. */
function isOfAnotherUnit({ form }: Words, token: WordsMatch): boolean {
  if (token.form('people') !== undefined) return false
  return patterns.otherUnitBehind.test(form.slice(token.end, token.end + 2)) || /^\(\d+\)/.test(form.slice(Math.max(0, token.index - 1)))
}

/** What a number is by the words before it, since the number before, and by those behind it. */
function partOf(
  lead: string,
  behind: string,
  { namesFirst, followsPlan }: { namesFirst: boolean; followsPlan: boolean },
): { part: Part; isLess?: boolean } | undefined {
  const bracket = (namesFirst ? patterns.bracketBefore.exec(lead) : patterns.bracketBehind.exec(behind))?.groups
  if (bracket) return { part: bracket.planned === undefined ? 'actual' : 'planned' }
  const signed = patterns.signBefore.exec(lead)?.groups
  const gap = patterns.gapBehind.exec(behind)?.groups
  if (signed?.sign) return { part: 'gap of plan', isLess: signed.sign !== '+' }
  if (gap) return { part: patterns.gapOfPlanBefore.test(lead) ? 'gap of plan' : 'gap', isLess: gap.less !== undefined }
  if (patterns.sameBefore.test(lead)) return { part: 'same' }
  if (patterns.plannedBefore.test(lead)) return { part: 'planned' }
  if (patterns.actualBefore.test(lead) || patterns.reachedBefore.test(lead)) return { part: 'actual' }
  if (followsPlan && patterns.againstBefore.test(lead)) return { part: 'actual' }
  return patterns.subjectBefore.test(lead) && !/計画(?!に対|より|を)|定員/.test(lead) ? { part: 'actual' } : undefined
}
