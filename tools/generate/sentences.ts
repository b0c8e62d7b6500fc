import { printYen } from './money.ts'
import type { Random } from './prng.ts'
import { words } from './word-lists.ts'
import { fiscalYearName } from './years.ts'

const counters = ['件', '人', '施設', '回', '団体', '校', '台']

/** A department's task to be reformed: 空き家の調査の効率化. */
export function task(random: Random): string {
  return `${random.pick(words.affairs)}の${random.pick(words.aspects)}`
}

/** A small amount of money as a sentence mentions it. */
function someMoney(random: Random): string {
  const unit = random.pick(['円', '千円', '万円', '百万円'] as const)
  return printYen(random.int(12, 940) * (unit === '百万円' ? 100_000 : 10_000), unit)
}

/** How much a service was used, in the same counter twice. */
function useCounted(random: Random): string {
  const counter = random.pick(counters)
  return `${random.pick(words.affairs)}は${random.int(20, 900)}${counter}となり、前の年より${random.int(2, 19)}${counter}増えた。`
}

type Sentence = (random: Random, year: number) => string

const reported: readonly Sentence[] = [
  (r) => `${r.pick(words.places)}で${r.pick(words.affairs)}に${r.pick(words.means)}を取り入れ、${r.pick(words.gains)}に努めた。`,
  (r) => `${r.pick(words.parties)}と話し合い、${r.pick(words.affairs)}の進め方を${r.pick(words.did)}。`,
  (r) => `${r.pick(words.means)}を用いて${r.pick(words.affairs)}を${r.pick(words.did)}。`,
  (r) => `${r.pick(words.gains)}を図るため、${r.pick(words.places)}の${r.pick(words.affairs)}を${r.int(4, 12)}月から${r.pick(words.did)}。`,
  useCounted,
  (r, year) => `${fiscalYearName(year + 1)}の始まりに向け、${r.pick(words.parties)}と協定を結んで${r.pick(words.affairs)}を${r.pick(words.did)}。`,
  (r) => `${r.pick(words.places)}（${r.int(2, 38)}施設）の${r.pick(words.affairs)}を${r.pick(words.parties)}に委ね、${r.pick(words.gains)}につなげた。`,
  (r) => `「${r.pick(words.themes)}」を掲げ、${r.pick(words.affairs)}と${r.pick(words.affairs)}をあわせて${r.pick(words.did)}。`,
  (r) => `${r.pick(words.means)}により${r.pick(words.affairs)}にかかる時間を${r.int(3, 60)}%減らした。`,
  (r) => `${r.pick(words.affairs)}の経費を${someMoney(r)}節約し、${r.pick(words.gains)}に役立てた。`,
  (r) => `${r.pick(words.parties)}へ${r.pick(words.means)}を広め、${r.pick(words.hindrances)}があっても${r.pick(words.affairs)}を${r.pick(words.did)}。`,
  (r) => `${r.pick(words.affairs)}を${r.pick(words.did)}。また、${r.pick(words.means)}の使い方を${r.pick(words.parties)}に伝えた。`,
]

const achieved: readonly Sentence[] = [
  (r) => `${r.pick(words.affairs)}に${r.pick(words.means)}が根付き、${r.pick(words.gains)}が進んだ。`,
  (r) => `${r.pick(words.places)}の${r.pick(words.affairs)}を${r.pick(words.parties)}とともに${r.pick(words.did)}。`,
  (r, year) => `${fiscalYearName(year)}に${r.pick(words.means)}を${r.pick(words.did)}結果、${r.pick(words.affairs)}の${r.pick(words.gains)}を果たした。`,
  (r) => `${r.pick(words.hindrances)}の中でも${r.pick(words.affairs)}を続け、利用は${r.int(3, 40)}%伸びた。`,
]

const notAchieved: readonly Sentence[] = [
  (r) => `${r.pick(words.hindrances)}により、${r.pick(words.affairs)}の${r.pick(words.aspects)}は進まなかった。`,
  (r) => `取組のうち特に${String.fromCharCode(0x2460 + r.int(0, 2))}の${r.pick(words.affairs)}は、${r.pick(words.hindrances)}から次の年へ送った。`,
  (r) => `${r.pick(words.parties)}の理解が広がらず、${r.pick(words.means)}を使うには至らなかった。`,
  (r, year) => `${fiscalYearName(year)}に予定した${r.int(2, 30)}施設の${r.pick(words.affairs)}は、${r.pick(words.hindrances)}のため見送った。`,
]

const next: readonly Sentence[] = [
  (r) => `${r.pick(words.affairs)}の${r.pick(words.aspects)}を${r.pick(words.parties)}と進める必要がある。`,
  (r) => `${r.pick(words.hindrances)}を見込み、${r.pick(words.places)}の${r.pick(words.affairs)}を改める。`,
  (r, year) => `${fiscalYearName(year + 2)}までに${r.pick(words.means)}を${r.pick(words.places)}へ広げる。`,
  (r) => `${r.pick(words.gains)}と${r.pick(words.gains)}の両立が求められる。`,
]

const kinds = { reported, achieved, notAchieved, next }

/** A made-up sentence of a kind, about a fiscal year; it ends in 。 and states nothing for the other tables. */
export function sentence(random: Random, kind: keyof typeof kinds, year: number): string {
  return random.pick(kinds[kind])(random, year)
}

/** The goal of an item: one to three sentences. */
export function goal(random: Random): string {
  const first = `${random.pick(words.affairs)}を${random.pick(words.means)}で見直し、${random.pick(words.gains)}を図る。`
  const more = random.list(
    random.int(0, 2),
    () => `${random.pick(words.parties)}と力を合わせ、${random.pick(words.places)}の${random.pick(words.gains)}を目指す。`,
  )
  return [first, ...more].join('')
}

/** An initiative: a task, sometimes with a note in brackets. */
export function initiative(random: Random): string {
  const note = random.chance(0.25) ? `（${random.pick(words.means)}と${random.pick(words.means)}を含む）` : ''
  return `${random.pick(words.places)}における${task(random)}${note}`
}

/** The name of a schedule row. */
export function workstreamName(random: Random): string {
  return random.chance(0.2) ? `「第${random.int(1, 4)}次${random.pick(words.affairs)}計画」の実施` : `${task(random)}と実施`
}
