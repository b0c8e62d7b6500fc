import { anyNumeral } from './numerals.ts'

/** What a rating is given in: a letter (A+), a sign (◎), a word (一部達成), percent or points. */
export const ratingKinds = { letter: '文字', sign: '記号', word: '言葉', percent: '割合', points: '点数' } as const

/** The id of a kind of ratings. */
export type RatingKind = keyof typeof ratingKinds

const letter = '[A-Z][+-]?'
const sign = '(?:[◎○〇◯△▲×✕●☆]|★{1,5})'

/** Pattern of a rating that is one letter or sign, on folded text. */
export const ratingMark = `(?:${letter}|${sign})`

/** Words that rate, without those before them that say how far. */
const verdicts =
  '(?:目標)?(?:未?達成|達成済み?)|未?完了|完了済み?|(?:未|検討|準備)?(?:実施|着手)(?:済み?|中)?|検討中?|進行中|継続(?:中|実施)?|順調|良好|計画(?:どおり|通り|以上|以下|未満)|目標(?:どおり|通り|以上|以下|未満)|遅延|遅れ(?:ている|あり)?|中止|廃止|見送り|不?十分|不?可|優|良'
const degrees = '(?:一部|部分(?:的に)?|概ね|おおむね|ほぼ|やや|大幅(?:に|な)?|大きく)'

/** Pattern of a rating in words, on folded text. */
export const ratingWord = `(?:${degrees})?(?:${verdicts})`

const kinds: readonly (readonly [RatingKind, RegExp])[] = [
  ['letter', new RegExp(`^${letter}$`)],
  ['sign', new RegExp(`^${sign}$`)],
  ['percent', new RegExp(`^${anyNumeral}\\s?%$`)],
  ['points', new RegExp(`^${anyNumeral}(?:\\s?点)?$`)],
  ['word', new RegExp(`^${ratingWord}$`)],
]

/** What a rating, folded, is given in; undefined where it is none. A word may be one of the document's own scale. */
export function ratingKind(form: string, scale: readonly string[]): RatingKind | undefined {
  return kinds.find(([, pattern]) => pattern.test(form))?.[0] ?? (scale.includes(form) ? 'word' : undefined)
}
