import type { Words } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { amountPattern, scale, yenOf } from '../vocabulary/amounts.ts'
import { yenOfEach } from '../vocabulary/base-units.ts'
import { type Comparison, comparisonsIn, type Relation } from '../vocabulary/comparisons.ts'
import { anyNumeral, numeral, wholeNumeral } from '../vocabulary/numerals.ts'
import { statedYears, yearsStated } from '../vocabulary/stated-years.ts'
import { itemTitle } from './items.ts'
import { type Stated, statedIn } from './stated.ts'

/**
 * What the amount of a sentence is: all effects of a year, those of one kind, what was sold or leased, or the staff.
 */
export type Subject = 'effect' | 'donation' | 'saving' | 'revenue' | 'sale' | 'lease' | 'staff'

/**
 * What an amount is compared with: a number of the sentence (of 7億9千万 the two that add up to it), perhaps called the
 * target, or the plan or target of the year, which stands elsewhere.
 */
export type Bound = { kind: 'number'; numbers: Stated[]; unit: '円' | '人'; isTarget: boolean; words: Words } | { kind: 'plan' | 'target'; words: Words }

/** A sentence's statement that an amount of some years is above or below a bound. */
export interface AmountClaim {
  fiscalYears: number[]
  /** whether the years are named by the first and the last of them, which may speak of all together */
  isSpan: boolean
  subject: Subject
  /** the word that names the amount: 寄附額 */
  name: string
  /** whether words of the item's title, and not the year alone, stand before the name */
  isOfTitle: boolean
  relation: Relation
  bound: Bound
  /** from the bound to the word of comparison */
  words: Words
}

const amount = amountPattern.replace(/\(\?<[a-z]+>/g, '(?:')
const money = String.raw`(?<money>${amount}|(?:${numeral}\s?${scale}\s?){1,3})`
const target = '(?:(?:数値|年度|当初)?(?:目標|計画)(?:効果)?(?:金?額|値)?)'
const softly = '(?:大きく|大幅に|若干|[わ僅]ず?かに|やや|少し|はるかに|[更さ]らに|ともに|共に|いずれも|それぞれ)?'
const to = String.raw`(?:を|には?|にも|まで|は|が)\s?${softly}\s?$`
const byHowMuch = String.raw`(?:を|には?|にも|まで)\s?(?:${amount}|${wholeNumeral}\s?人)?${softly}\s?$`
const plan = String.raw`(?:定員(?:管理|適正化)計画(?:の|における|上の))?計画(?:人数|額|値)?(?:\([^()]{1,40}\))?`

/** What a word of comparison may stand behind. */
const bounds = {
  targetFirst: new RegExp(String.raw`(?<bound>${target}(?:である|とした|としていた|とする|の|は)?\s?[(:]?\s?${money}\)?)${to}`, 'd'),
  targetBehind: new RegExp(`(?<bound>${money}(?:の|とした|という)${target})${to}`, 'd'),
  people: new RegExp(String.raw`(?<bound>(?<people>${wholeNumeral})\s?人)${to}`, 'd'),
  number: new RegExp(`(?<bound>${money})${to}`, 'd'),
  plan: new RegExp(`(?<bound>${plan})${byHowMuch}`, 'd'),
  target: new RegExp(`(?<bound>目標(?:金?額|値)?)${byHowMuch}`, 'd'),
} as const

/** Characters before a word of comparison in which its bound stands. */
const longestBound = 90

/** The bound that a text ends with, before a word of comparison. */
function boundBefore(text: Words): Bound | undefined {
  const end = text.slice(Math.max(0, text.length - longestBound))
  for (const kind of ['targetFirst', 'targetBehind', 'people', 'number', 'plan', 'target'] as const) {
    const match = end.match(bounds[kind])
    const words = match?.words('bound')
    if (!match || !words) continue
    if (kind === 'plan' || kind === 'target') return { kind, words }
    const isTarget = kind === 'targetFirst' || kind === 'targetBehind'
    const people = statedIn(match, 'people')
    if (people) return { kind: 'number', numbers: [people], unit: '人', isTarget, words }
    const numbers = numbersOf(match.words('money') as Words)
    return numbers && { kind: 'number', numbers, unit: '円', isTarget, words }
  }
  return undefined
}

const eachNumber = new RegExp(anyNumeral, 'g')

/**
 * The numbers of an amount in yen, which may lack its 円, as 7億9千万 does; undefined where it is about so much, or less
 * than none.
 */
function numbersOf(money: Words): Stated[] | undefined {
  const form = money.form.trim()
  const yen = yenOf(form.endsWith('円') ? form : `${form}円`)
  if (form.startsWith('約') || yen === undefined || yen < 0) return undefined
  const each = yenOfEach(form)
  return money.matches(eachNumber).map((match, index) => ({ value: each[index] as number, words: match.words() as Words }))
}

const subjects: readonly { subject: Subject; pattern: RegExp }[] = [
  { subject: 'donation', pattern: /寄[附付](?:金|受入|受け入れ)?金?額$/ },
  { subject: 'saving', pattern: /(?:削減|節減|縮減|節約)(?:効果)?額$/ },
  { subject: 'revenue', pattern: /(?:増収(?:効果)?|歳入確保|歳入増加)額$/ },
  { subject: 'sale', pattern: /売却(?:収入|金)?額$/ },
  { subject: 'lease', pattern: /貸付(?:収入|料)?額$/ },
  { subject: 'effect', pattern: /(?:直接的?な?|財政|財源)?効果(?:金?額)?$/ },
  { subject: 'staff', pattern: /職員の?(?:総)?数$/ },
]

const filler = new RegExp(
  String.raw`^(?:${statedYears.replace(/\(\?<[a-z]+>/g, '(?:')}|[本今当]年度|当該年度|本市|年間|過去最[高多]|最終的|結果的|結果|実績|における|において|について|によ[るり]|[のはがもにで、,\s])`,
)

/** Letters that words before the name of an amount share with the title of the item at least. */
const leastOfTitle = 2
/** A title that is of two things: what is said of one of them is not said of the item. */
const twofold = /[、,・]|及び|並びに|(?<=[\p{Script=Han}ァ-ヶー])[とや](?=[\p{Script=Han}ァ-ヶー])/u

/**
 * What a qualifier before the name of an amount is: nothing but years and the like, words of the item's title, or
 * others, of a part perhaps.
 */
function qualifierKind(form: string, title: string): 'none' | 'title' | 'other' {
  let rest = form
  let isOfTitle = false
  while (rest !== '') {
    const ofTitle = longestWithin(rest, title)
    const skipped = filler.exec(rest)?.[0].length ?? 0
    if (ofTitle < leastOfTitle && skipped === 0) return 'other'
    if (ofTitle >= leastOfTitle && ofTitle > skipped) isOfTitle = true
    rest = rest.slice(Math.max(skipped, ofTitle >= leastOfTitle ? ofTitle : 0))
  }
  if (!isOfTitle) return 'none'
  return twofold.test(title) ? 'other' : 'title'
}

/** Letters at the start of a text that stand together in another. */
function longestWithin(text: string, other: string): number {
  let length = 0
  while (length < text.length && other.includes(text.slice(0, length + 1))) length++
  return length
}

/** A name of an amount in a sentence. */
interface Named {
  subject: Subject
  name: string
  isOfTitle: boolean
  /** the words that belong to it, in which years are its own */
  own: string
  /** the words of the sentence that do not */
  others: string
}

/** What may stand right before the name of an amount: 経済 and 費用対 make another of 効果. */
const namesAfter = /(?:^|[のなるは、\s])$/
const topic = /(?:において[はも]?|については?|では|における|[はがも])$/
const narrowing = /(?:について|では|において|における|にて|[はも])$/
const ofAllStaff = /\((?=[^()]*(?:一般職|正規?職員))(?![^()]*(?:のみ|除|うち|だけ))[^()]{0,40}\)$/
const nounAfter =
  /^(?<noun>[^、,。\s]{1,24}?)(?:と(?:なった|なっている|なり|なって)|であった|だった|で(?=[、,])|を(?:記録|計上|確保|受け入れ)(?:した|し(?=[、,])|でき(?:た|(?=[、,])))|があった)/

/** The phrase that names an amount, and the clauses before it. */
interface Phrase {
  form: string
  /** what leads to the bound where the phrase stands behind it: 過去最高の */
  lead: string
  /** the clause of the bound */
  last: string
  clauses: string[]
}

/**
 * The phrase that a comparison is about: the noun behind it (…を超える寄附額となった), else the topic of the clause before its
 * bound.
 */
function phraseOf(before: string, after: string, { place }: Comparison): Phrase | undefined {
  const clauses = before.split(/[、,]/).map((clause) => clause.trim())
  if (place === 'before noun') {
    const noun = nounAfter.exec(after)?.groups?.noun
    const last = clauses.pop() ?? ''
    return noun === undefined ? undefined : { form: noun, lead: last, last, clauses }
  }
  while (clauses.at(-1) === '') clauses.pop()
  const last = clauses.pop() ?? ''
  return topic.test(last) ? { form: last.replace(topic, '').trimEnd(), lead: '', last, clauses } : undefined
}

/** The amount that a comparison is of; undefined where it is not known, or perhaps of a part. */
function namedAmount({ form, lead, last, clauses }: Phrase, title: string): Named | undefined {
  const bare = form.replace(ofAllStaff, '')
  const found = subjects.find(({ pattern }) => pattern.test(bare))
  if (!found || (bare !== form && found.subject !== 'staff')) return undefined
  const name = found.pattern.exec(bare)?.[0] as string
  const qualifier = bare.slice(0, bare.length - name.length)
  if (found.subject !== 'donation' && !namesAfter.test(qualifier)) return undefined
  const kinds = [qualifier, lead].map((words) => qualifierKind(words, title))
  const isOwn = (clause: string) => qualifierKind(clause, '') === 'none'
  const others = clauses.filter((clause) => !isOwn(clause))
  if (kinds.includes('other') || others.some((clause) => narrowing.test(clause))) return undefined
  return { subject: found.subject, name, isOfTitle: kinds.includes('title'), own: [...clauses.filter(isOwn), last].join('、'), others: others.join('、') }
}

/** What may follow a statement that has come to its end, so that it is one: no 場合, no とは言えない. */
const endsAfter = /^\s*(?:$|[、,()」]|が[、,]|ものの|ため[、,]|こと(?:から|によ|で[、,]|\)?\s*$)|結果[、,])/
const saidToBeSo = /(?:た|だ|いる|ある)(?:こと)?[)」\s]*$/
const notYet = /場合|よう(?!や)|ため[にの]|べき|たい|見込|予定|目指|期待|可能性|おそれ|恐れ|必要|想定|つもり/
const ofSomethingElse =
  /場合|もし|仮に|今後|将来|[次来翌]年度|[前昨]年|累[計積]|通算|期間|\d\s*[カヵヶケか箇]年|年間で|半期|月|約\s?$|うち|内訳|平均|当たり|あたり|一部|ほぼ|概ね|おおむね|見込|[「『(][^「『()」』]*$/

/** Whether the words around a comparison make it a statement of what came to pass. */
function isStatement(before: string, after: string, { place }: Comparison): boolean {
  if (ofSomethingElse.test(before)) return false
  if (place === 'end') return endsAfter.test(after)
  return !notYet.test(after) && (after.trim() === '' || saidToBeSo.test(after))
}

/**
 * The years of a named amount: its own, else that of the results in which the sentence stands, where it names no
 * other. A day's staff needs its own.
 */
function yearsOf({ subject, own, others }: Named, ofResults: number | undefined): { years: number[]; isSpan: boolean } | undefined {
  const named = yearsStated(own)
  if (named === undefined || named.years.length > 0) return named
  const isOfResults = ofResults !== undefined && subject !== 'staff' && yearsStated(others)?.years.length === 0
  return isOfResults ? { years: [ofResults], isSpan: false } : undefined
}

const longestSentence = 600

/**
 * What the sentences of a text state of amounts, each against its bound: 7億9千万を超える寄附額となった, 効果額は目標額の5,100万円に届かなかった.
 * Only what came to pass, of an amount of the whole item in years that are certain: nothing that is hoped for, of a
 * part, of another time or about so much.
 */
export function amountClaims(item: Item, text: Words, ofResults: number | undefined): AmountClaim[] {
  const title = itemTitle(item)?.form ?? ''
  return text
    .split(/。/g)
    .filter(({ length }) => length <= longestSentence)
    .flatMap((sentence) => comparisonsIn(sentence).flatMap((comparison) => claimOf(sentence, comparison, title, ofResults) ?? []))
}

function claimOf(sentence: Words, comparison: Comparison, title: string, ofResults: number | undefined): AmountClaim | undefined {
  const at = sentence.indexOf(comparison.words)
  const bound = boundBefore(sentence.slice(0, at))
  if (!bound) return undefined
  const from = sentence.indexOf(bound.words)
  const [before, after] = [sentence.form.slice(0, from), sentence.form.slice(at + comparison.words.length)]
  const phrase = isStatement(before, after, comparison) ? phraseOf(before, after, comparison) : undefined
  const named = phrase && namedAmount(phrase, title)
  const found = named && yearsOf(named, ofResults)
  if (!found) return undefined
  const { subject, name, isOfTitle } = named
  return {
    fiscalYears: found.years,
    isSpan: found.isSpan,
    subject,
    name,
    isOfTitle,
    relation: comparison.relation,
    bound,
    words: sentence.slice(from, at + comparison.words.length).trim(),
  }
}
