import type { Words } from '../document/words.ts'

/** How an amount stands to another: the same, above it, no less, below it, no more. */
export type Relation = 'same' | 'over' | 'at_least' | 'under' | 'at_most'

/** What stands behind a number in Japanese to say how another stands to it: 790,000,000超. */
export const relationWords = { same: '', over: '超', at_least: '以上', under: '未満', at_most: '以下' } as const satisfies { [R in Relation]: string }

const opposite = { same: 'same', over: 'at_most', at_least: 'under', under: 'at_least', at_most: 'over' } as const satisfies { [R in Relation]: Relation }

/**
 * Whether an amount stands to a bound as said, where the amount may be off by less than a rounding because it is
 * printed rounded.
 */
export function holds(relation: Relation, amount: number, bound: number, rounding = 0): boolean {
  const above = amount - bound
  switch (relation) {
    case 'same':
      return Math.abs(above) <= rounding
    case 'over':
      return above > 0 || -above < rounding
    case 'at_least':
      return -above <= rounding
    case 'under':
      return above < 0 || above < rounding
    case 'at_most':
      return above <= rounding
  }
}

/**
 * Endings of the verbs of comparison: dictionary form, past, -te, joined to what follows, and the stem of the
 * negative.
 */
const endings = {
  える: ['える', 'えた', 'えて', 'え', 'え'],
  る: ['る', 'った', 'って', 'り', 'ら'],
  く: ['く', 'いた', 'いて', 'き', 'か'],
  ぶ: ['ぶ', 'んだ', 'んで', 'び', 'ば'],
  む: ['む', 'んだ', 'んで', 'み', 'ま'],
  す: ['す', 'した', 'して', 'し', 'さ'],
  する: ['する', 'した', 'して', 'し', 'し'],
} as const

interface Verb {
  says: Relation
  stem: string
  ending: keyof typeof endings
  /** whether the stem is a word of its own: 目標額を達成。 */
  isNoun?: true
}

/**
 * Every verb by which sentences compare an amount with a number, a target or a plan, in all spellings, on folded
 * text.
 */
const verbs: readonly Verb[] = [
  { says: 'over', stem: '[超越]', ending: 'える' },
  { says: 'over', stem: '[超越]', ending: 'す' },
  { says: 'over', stem: '上(?:回|まわ)', ending: 'る' },
  { says: 'over', stem: '超過', ending: 'する', isNoun: true },
  { says: 'over', stem: '突破', ending: 'する', isNoun: true },
  { says: 'at_least', stem: '(?<![未到])達成', ending: 'する', isNoun: true },
  { says: 'at_least', stem: '到達', ending: 'する', isNoun: true },
  { says: 'at_least', stem: '(?<!到)達', ending: 'する' },
  { says: 'at_least', stem: '届', ending: 'く' },
  { says: 'at_least', stem: '及', ending: 'ぶ' },
  { says: 'at_least', stem: '満た', ending: 'す' },
  { says: 'under', stem: '下(?:回|まわ)', ending: 'る' },
  { says: 'under', stem: '割り?込', ending: 'む' },
]

const stop = String.raw`(?=[、,。)]|\s*$)`

/**
 * The forms of a verb by what they say: that it came to pass or not, in a sentence of its own, before another, or of
 * a noun that follows.
 */
function formsOf({ stem, ending, isNoun }: Verb): string {
  const [dictionary, past, te, joined, negative] = endings[ending].map((end) => stem + end) as [string, string, string, string, string]
  const none = ending === 'する' ? `${stem}(?:せ|し)` : stem === '満た' ? '満たさ?' : negative
  const able = isNoun ? `${stem}(?:する)?` : dictionary
  const came = `${able}(?:こと[がは]|[はが])?でき|${able}(?:まで)?に(?:は|も)?至`
  const [did, didNot] = [`(?:${able}(?:こと[がは]|[はが])?でき(?:た|ている)|${able}に至った)`, `(?:${came})`]
  const forms = {
    notPast: `${none}なかった|${te}いない|${didNot}(?:ら?なかった|っ?ていない)|${dictionary}ことはなかった`,
    notJoined: `${none}ず${stop}|${te}おらず|${didNot}(?:ら)?ず`,
    past: `${past}|${te}いる|${did}|${dictionary}こと(?:と|に)なった`,
    joined: `(?:${te}|${joined || stem})(?=[、,])${isNoun ? `|${stem}${stop}` : ''}|${able}(?:こと[がは])?でき(?=[、,])`,
    notAttributive: `${none}ない`,
    attributive: dictionary,
  }
  return Object.entries(forms)
    .map(([name, form]) => `(?<${name}>${form})`)
    .join('|')
}

const patterns = verbs.map((verb) => ({ says: verb.says, pattern: new RegExp(formsOf(verb), 'dg') }))
/** A target of which a noun says that it was missed: 目標額は未達, 未達成となった. */
const missed = new RegExp(`未達成?(?:(?<past>と(?:なった|なっている)|であった|だった|である|に終わった)|(?<joined>${stop}))`, 'dg')

/** Words of a sentence that compare an amount with the words before them. */
export interface Comparison {
  relation: Relation
  /** where the words stand: at the end of a statement, joined to what follows, or before a noun that is the amount */
  place: 'end' | 'joined' | 'before noun'
  words: Words
}

/** The words of comparison of a sentence in their order: 超える, 上回った, 達成できなかった, 届かず. */
export function comparisonsIn(sentence: Words): Comparison[] {
  return [...patterns, { says: 'under' as const, pattern: missed }]
    .flatMap(({ says, pattern }) =>
      sentence.matches(pattern).map((match): Comparison => {
        const has = (name: string) => match.form(name) !== undefined
        const isNot = has('notPast') || has('notJoined') || has('notAttributive')
        const place = has('past') || has('notPast') ? 'end' : has('joined') || has('notJoined') ? 'joined' : 'before noun'
        return { relation: isNot ? opposite[says] : says, place, words: match.words() as Words }
      }),
    )
    .sort((a, b) => sentence.indexOf(a.words) - sentence.indexOf(b.words))
}
