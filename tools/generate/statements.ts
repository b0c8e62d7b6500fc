import type { Asset, Claim, Entry, Group, HeadCount, Target, Training } from './model.ts'
import { decimal, grouped, printYen } from './money.ts'
import type { Random } from './prng.ts'
import { words } from './word-lists.ts'
import { dayName, fiscalYearName, letterYearName } from './years.ts'

/** What an item can state besides plain results, one name for each table of its own. */
export const statementKinds = ['collections', 'staffing', 'reemployment', 'surveys', 'trainings', 'assets', 'targets'] as const

export type StatementKind = (typeof statementKinds)[number]

/** What an item states of a kind: groups for each reported year, entries for its review, and the yen they come to. */
export interface Statement {
  groups: Group[][]
  notAchieved: Entry[]
  yen: number[] | undefined
}

/** Makes statements of a kind for some fiscal years, larger with `scale` (1 is the size of a real document). */
type Maker = (random: Random, years: readonly number[], scale: number) => Statement

const people = (count: number) => `${grouped(count)}人`

const collections: Maker = (random, years, scale) => {
  const claims = years.map(() => random.some(words.claims, Math.round(random.int(3, 13) * scale) + 2).map((name) => makeClaim(random, name)))
  const yen = claims.map((list) => list.reduce((total, claim) => total + claim.yen, 0))
  const groups = claims.map((list, index) => [{ heading: '債権の収納', entries: [claimsEntry(list, yen[index] as number)] }])
  return { groups, notAchieved: [], yen }
}

function makeClaim(random: Random, name: string): Claim {
  return { name, department: random.pick(words.departments), yen: random.int(1, random.pick([999, 99_999, 9_999_999])) }
}

function claimsEntry(claims: readonly Claim[], yen: number): Entry {
  const list = claims.map(({ name, department, yen: paid }) => `${name} ${printYen(paid, '円')}（${department}）`).join('、')
  return { text: `滞納整理の強化月間（11月～12月）の納付額合計 ${printYen(yen, '円')} ${list}`, claims }
}

const staffing: Maker = (random, years) => {
  const first = random.int(200, 2400)
  const counts = years.map((year, index) => makeHeadCount(random, year, first + index * random.int(1, 3)))
  const form = random.pick(['difference', 'list', 'both'] as const)
  const groups = counts.map((count) => (form === 'list' ? [] : [{ heading: '定員の管理', entries: [differenceEntry(count)] }]))
  return { groups, notAchieved: form === 'difference' ? [] : [planAndActualEntry(counts)], yen: undefined }
}

function makeHeadCount(random: Random, year: number, planned: number): HeadCount {
  return { day: `${year}-04-01`, planned, actual: planned + random.pick([-1, 1]) * random.int(1, 12) }
}

function differenceEntry(count: HeadCount): Entry {
  const gap = count.actual - count.planned
  const way = gap > 0 ? '多い' : '少ない'
  return {
    text: `${dayName(count.day, 'long')}現在の職員数（フルタイムの再任用を含む）をみると、計画より${people(Math.abs(gap))}${way}${people(count.actual)}である。`,
    headCounts: [count],
  }
}

function planAndActualEntry(headCounts: readonly HeadCount[]): Entry {
  const list = headCounts.map(({ day, planned, actual }) => `【${dayName(day, 'short')}】計画${people(planned)}、実績${people(actual)}`)
  return { text: `採用が思うように進まず、定員の計画とずれが生じた。 ${list.join(' ')}`, headCounts }
}

const reemployment: Maker = (random, years) => {
  const groups = years.map((year, index) => {
    const fullTime = random.int(20, 70)
    const shortTime = random.int(0, 9)
    const retired = index === 0 ? null : { retirees: random.int(40, 60), fullTime: random.int(10, 30), shortTime: random.int(0, 5) }
    const staff = `再任用職員は${people(fullTime + shortTime)}（フルタイム${people(fullTime)}、短時間${people(shortTime)}）`
    const taken =
      retired &&
      `、${fiscalYearName(year - 1)}の定年退職者${people(retired.retirees)}のうち${people(retired.fullTime + retired.shortTime)}を任用した（フルタイム${people(retired.fullTime)}、短時間${people(retired.shortTime)}）`
    const text = `${random.chance(0.5) ? `${fiscalYearName(year)}の` : ''}${staff}を数え${taken ?? '、若手への技能の伝承に当たった'}。`
    return [{ heading: '再任用の活用', entries: [{ text, reemployment: { fullTime, shortTime, retired } }] }]
  })
  return { groups, notAchieved: [], yen: undefined }
}

const surveys: Maker = (random, years) => {
  const start = random.int(55, 75)
  const steps = years.map(() => random.pick([-3, -2, -1, 1, 2, 3]))
  const scoreAfter = (count: number) => steps.slice(0, count).reduce((score, step) => score + step, start)
  const scores = years.map((fiscalYear, index) => ({ fiscalYear, before: scoreAfter(index), score: scoreAfter(index + 1) }))
  const growthScores = years.map((fiscalYear) => ({ fiscalYear, score: random.int(50, 70) }))
  const groups = scores.map(({ score: now, before }) => [{ heading: '意識調査', entries: [surveyEntry(random, now, before)] }])
  const list = (values: readonly { fiscalYear: number; score: number }[]) =>
    values.map(({ fiscalYear, score: points }) => `${letterYearName(fiscalYear)}：${points}点`).join('、')
  const text = `意識調査の点が伸び悩んだこと。 【総合点】${list(scores)} 【自己成長】${list(growthScores)}`
  return { groups, notAchieved: random.chance(0.6) ? [{ text, growthScores }] : [], yen: undefined }
}

function surveyEntry(random: Random, score: number, before: number): Entry {
  const surveyed = random.int(300, 1200)
  const responded = random.int(Math.ceil(surveyed * 0.7), surveyed)
  const percent = Math.round((responded / surveyed) * 1000) / 10
  const rate = percent.toFixed(1)
  const change = `前年度から${Math.abs(score - before)}ポイント${score > before ? '上昇' : '低下'}している`
  return {
    text: `正職員${people(surveyed)}を対象とし、${people(responded)}から回答を得た（回答率${rate}%）。総合点は100点満点で${score}点となり、${change}。`,
    survey: { surveyed, responded, percent, score },
  }
}

const trainings: Maker = (random, years, scale) => {
  const groups = years.map(() => {
    const inHouse = random.some(words.courses, Math.round(random.int(2, 12) * scale) + 1).map((course) => inHouseCourse(random, course))
    const external = random.some(words.institutes, random.int(1, 4)).map((course) => institute(random, course))
    return [
      { heading: '職員研修（庁内研修）', entries: [trainingsEntry(inHouse)] },
      { heading: '職員研修（派遣研修）', entries: [trainingsEntry(external)] },
    ]
  })
  return { groups, notAchieved: [], yen: undefined }
}

function inHouseCourse(random: Random, course: string): Training {
  const sessions = random.chance(0.25) ? random.some(['前期', '中期', '後期'], random.int(2, 3)).map((name) => ({ name, participants: random.int(8, 60) })) : []
  const participants = sessions.length > 0 || random.chance(0.1) ? null : random.int(5, 240)
  return { kind: 'in_house', course, sessions, participants, breakdown: [] }
}

function institute(random: Random, course: string): Training {
  const tracks = random.chance(0.35) ? random.some(words.tracks, random.int(2, 3)).map((track) => ({ course: track, participants: random.int(1, 160) })) : []
  const participants = tracks.length > 0 ? tracks.reduce((total, track) => total + track.participants, 0) : random.int(1, 30)
  return { kind: 'external', course, sessions: [], participants, breakdown: tracks }
}

function trainingsEntry(list: readonly Training[]): Entry {
  return { text: list.map(trainingText).join('、'), trainings: list }
}

function trainingText({ course, sessions, participants, breakdown }: Training): string {
  const held = sessions.map(({ name, participants: count }) => name + people(count)).join('・')
  const inside = held || (participants === null ? '全職員に動画で配信' : people(participants))
  const parts = breakdown.map((part) => part.course + people(part.participants)).join('、')
  return `${course}（${inside}）${parts && `【${parts}】`}`
}

const assets: Maker = (random, years) => {
  const sold = years.map(() => makeSale(random))
  const leased = years.map(() => makeLease(random))
  const groups = years.map((_, index) => {
    const [sale, lease] = [sold[index] as Asset, leased[index] as Asset]
    const entries = random.chance(0.5)
      ? [{ text: `${saleText(sale)} ${leaseText(lease)}`, assets: [sale, lease] }]
      : [
          { text: `${saleText(sale)}。`, assets: [sale] },
          { text: leaseText(lease), assets: [lease] },
        ]
    return [{ heading: '資産の売却と貸付', entries }]
  })
  return { groups, notAchieved: [], yen: years.map((_, index) => (sold[index] as Asset).yen + (leased[index] as Asset).yen) }
}

function makeSale(random: Random): Asset {
  const regions = random.some(words.regions, random.int(1, 3)).map((name) => ({ name, contracts: random.int(1, 4) }))
  const contracts = random.chance(0.6) ? regions.reduce((total, region) => total + region.contracts, 0) : null
  const area = random.int(30_000, 999_999) / random.pick([1, 10, 100])
  return { kind: 'sale', yen: random.int(100_000, 90_000_000), contracts, area, method: random.pick(words.methods), regions }
}

function makeLease(random: Random): Asset {
  const regions = random.some(words.regions, random.int(2, 7)).map((name) => ({ name, contracts: random.int(1, 80) }))
  const contracts = regions.reduce((total, region) => total + region.contracts, 0)
  return { kind: 'lease', yen: random.int(1_000_000, 50_000_000), contracts, area: null, method: null, regions }
}

function regionList({ regions }: Asset): string {
  return `（${regions.map(({ name, contracts }) => `${name}${grouped(contracts)}件`).join('、')}）`
}

function saleText(sale: Asset): string {
  const contracts = sale.contracts === null ? '' : `：売却${grouped(sale.contracts)}件`
  return `売却額 ${printYen(sale.yen, '円')}${contracts}（${sale.method}） 全体面積 ${decimal(sale.area ?? 0)}㎡${regionList(sale)}`
}

function leaseText(lease: Asset): string {
  return `貸付額 ${printYen(lease.yen, '円')}：有償貸付${grouped(lease.contracts ?? 0)}件${regionList(lease)}`
}

const targets: Maker = (random, years) => {
  const first = years[0] as number
  const thing = random.pick(words.affairs)
  const make = random.pick([ofYearlyResults, ofAmount, raised, ofStaff])
  const { reported, reviewed } = make(random, first, years, thing)
  const groups = years.map((_, index) => (reported[index] ? [{ heading: '数値の到達', entries: [reported[index]] }] : []))
  return { groups, notAchieved: reviewed ? [reviewed] : [], yen: undefined }
}

type TargetMaker = (random: Random, first: number, years: readonly number[], thing: string) => { reported: Entry[]; reviewed?: Entry }

const ofYearlyResults: TargetMaker = (random, _, years, thing) => ({
  reported: years.map((fiscalYear) => {
    const value = random.int(2, 95)
    const isShare = random.chance(0.4)
    const target: Target = isShare
      ? { fiscalYear, measure: 'percent', value, unit: '%', statedResult: null }
      : { fiscalYear, measure: 'count', value, unit: '件', statedResult: 'met' }
    return { text: isShare ? `${thing}は目標の${value}%を超えた。` : `${thing}は目標とした${value}件の追加を果たした。`, targets: [target] }
  }),
})

const ofAmount: TargetMaker = (random, first, years, thing) => {
  const value = random.int(1, 90) * 1_000_000
  const named = years.length > 1 && random.chance(0.5) ? [first, first + 1] : [first]
  const text = `${named.map((year) => fiscalYearName(year)).join('と')}の${thing}は、目標額の${printYen(value, '円')}に及ばなかった。`
  const targets = named.map((fiscalYear): Target => ({ fiscalYear, measure: 'effect_yen', value, unit: '円', statedResult: 'missed' }))
  return { reported: [], reviewed: { text, targets } }
}

const raised: TargetMaker = (random, first, _, thing) => {
  const before = random.int(10, 60)
  const after = before + random.pick([-1, 1]) * random.int(1, 9)
  const text = `${thing}の目標を${fiscalYearName(first)}の${before}件から${fiscalYearName(first + 1)}は${after}件に改めた。`
  const target = (fiscalYear: number, value: number): Target => ({ fiscalYear, measure: 'count', value, unit: '件', statedResult: null })
  return { reported: [{ text, targets: [target(first, before), target(first + 1, after)] }] }
}

const ofStaff: TargetMaker = (random, _, years) => {
  const fiscalYear = (years.at(-1) as number) + 3
  const value = random.int(400, 1200)
  const text = `${fiscalYearName(fiscalYear)}の職員の目標は${people(value)}である。`
  return { reported: [{ text, targets: [{ fiscalYear, measure: 'staff', value, unit: '人', statedResult: null }] }] }
}

const makers: Readonly<Record<StatementKind, Maker>> = { collections, staffing, reemployment, surveys, trainings, assets, targets }

/** Makes what an item states of a kind in some fiscal years; sums agree. */
export function makeStatement(kind: StatementKind, random: Random, years: readonly number[], scale: number): Statement {
  return makers[kind](random, years, scale)
}
