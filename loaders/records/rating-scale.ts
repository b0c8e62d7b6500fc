import { cached } from '../document/cached.ts'
import type { Words } from '../document/words.ts'
import type { Document } from '../structure/sections.ts'
import { ratingMark, ratingWord } from '../vocabulary/ratings.ts'

const parted = `${ratingMark}(?:\\s?[、,・/~-]\\s?${ratingMark})+`
const unparted = `(?:${ratingMark}){2,}(?=\\s?(?:の(?:評価|段階|いずれか)|で(?:評価|記載|記入)))`
const listOfMarks = new RegExp(`^※\\s?(?<marks>${parted}|${unparted})`)
const range = /^(?<first>[A-Z])\s?[~-]\s?(?<last>[A-Z])$/
/** A mark with its meaning behind it: A：計画以上, S（計画以上）. */
const explained = new RegExp(`(?<=^|[\\s、,・/※(】])(?<mark>${ratingMark})\\s?(?::|=|…|\\((?!\\d))`, 'g')
/** A letter or sign with its meaning behind it anywhere in a document, or a letter that leads the row of a table with it. */
const lettersWithMeaning = /(?<![A-Za-z0-9])(?<step>[A-Z][+-]?)[ \t]?(?:[:=…は]|\((?!\d))/g
const lettersOfRows = /(?<=^|\n)(?<step>[A-Z][+-]?)\t[^\t\n]{2}/g
const signsWithMeaning = new RegExp(`(?<step>${ratingMark})[ \\t]?[:=…]`, 'g')
const onlyMark = new RegExp(`^${ratingMark}$`)
const noteHead = /^※\s?/
const noteEnd = /(?:の(?:評価|\d段階|いずれか|うち)|で(?:評価|記載|記入)|から選択|を(?:記載|記入|選択)).*$/
const word = new RegExp(`^${ratingWord}$`)
const stepName = /^[\p{L}ー]{1,8}$/u
const worst = /^(?:未|不|遅|中止|×|✕)/

/**
 * The steps of the scale that a note states, best first: ※A, B, C, Dの評価を記載, ※○△×の評価を記載, ※A～D, A：計画以上 B：計画どおり,
 * ※達成・一部達成・未達成. Empty where it states none.
 */
export function scaleOf(note: string): string[] {
  const marks = listOfMarks.exec(note)?.groups?.marks
  if (marks !== undefined) return bestFirst(marksIn(marks))
  const legend = [...note.matchAll(explained)].map(({ groups }) => groups?.mark as string)
  return bestFirst(legend.length > 1 ? legend : wordsIn(note))
}

const legendHead = /^[\s【(※]{0,3}(?:凡例|評価(?:の)?(?:区分|基準|段階|目安|凡例))/

/** The scale that a document states for all its items, before the first of them, with the words that state it. */
export const legendOf = cached(({ unread }: Document): { scale: string[]; words: Words[] } => {
  const words = unread.map((row) => row.words).filter(({ form }) => legendHead.test(form))
  const scale = words.map(({ form }) => scaleOf(form)).find((steps) => steps.length > 0) ?? []
  return { scale, words: scale.length > 0 ? words : [] }
})

const explainedSteps = cached(({ source }: Document): ReadonlySet<string> => {
  const found = [lettersWithMeaning, lettersOfRows, signsWithMeaning].flatMap((pattern) => [...source.form.matchAll(pattern)])
  return new Set(found.map(({ groups }) => groups?.step as string))
})

/**
 * Whether a document says anywhere what letters or signs of a scale mean, of two of them at least: A：計画以上, Aは計画以上.
 * Null where there is no scale, or one in words, which speak for themselves.
 */
export function isScaleExplained(document: Document, scale: readonly string[]): boolean | null {
  if (scale.length === 0 || !scale.every((step) => onlyMark.test(step))) return null
  return scale.filter((step) => explainedSteps(document).has(step)).length > 1
}

function marksIn(list: string): string[] {
  const ends = range.exec(list)?.groups
  if (!ends) return list.match(new RegExp(ratingMark, 'g')) ?? []
  const { first, last } = ends as { first: string; last: string }
  if (first === 'S' && last < 'S') return ['S', ...lettersFromTo('A', last)]
  return lettersFromTo(first, last)
}

function lettersFromTo(first: string, last: string): string[] {
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)]
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => String.fromCharCode(from + step))
}

/** The steps of a list that rates in words, one of which at least is known to. */
function wordsIn(note: string): string[] {
  if (!noteHead.test(note)) return []
  const steps = note
    .replace(noteHead, '')
    .replace(noteEnd, '')
    .trim()
    .split(/[・、,/]/)
  return steps.length > 1 && steps.every((step) => stepName.test(step)) && steps.some((step) => word.test(step)) ? steps : []
}

/** A scale that is printed from its worst step on, turned round. */
function bestFirst(steps: string[]): string[] {
  const isReverse = worst.test(steps[0] ?? '') && !worst.test(steps.at(-1) ?? '')
  return isReverse ? steps.toReversed() : steps
}
