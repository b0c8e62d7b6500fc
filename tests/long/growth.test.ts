import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readText } from '../../tools/fuzz/reading.ts'
import { render } from '../../tools/generate/render.ts'
import { plans, styles } from '../support/generated.ts'
import { digestPath } from '../support/plans.ts'
import { patternsSeenIn, type SeenPattern, tryPattern } from '../support/seen-patterns.ts'

/** What a run is made of: blanks, brackets, digits, bullets, cells, circled numbers, dates, amounts. */
const units = [' ', '　', '\t', '【', '（', '( ', '1', '1,', '・', '①', '①(', '令和2年4月1日 ', '1円(', '、']

const milliseconds = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}

/** The least that something takes in five runs, which other work on the machine can hardly lengthen. */
const least = (run: () => void): number => Math.min(...Array.from({ length: 5 }, () => milliseconds(run)))

/**
 * Whether something of four times the size takes more than eight times as long; four times is proportionate, sixteen the
 * square. What takes less than `noticeable` milliseconds is not looked at, and what seems to grow is measured three times.
 */
function growsTooFast(run: (size: number) => void, size: number, noticeable: number): boolean {
  if (milliseconds(() => run(4 * size)) < noticeable) return false
  return [1, 2, 3].every(() => least(() => run(4 * size)) > Math.max(noticeable, 8 * least(() => run(size))))
}

/** Five places at most of the part that a pattern found, both ends among them. */
function placesIn(from: number, to: number): number[] {
  const step = Math.max(1, Math.ceil((to - from) / 4))
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

/** A run that is put into a text which a pattern was tried on; `rest` comes after it. */
interface Run {
  before: string
  unit: string
  rest: string
}

function runsOf({ texts }: SeenPattern): Run[] {
  return texts.flatMap(({ text, from, to }) =>
    placesIn(from, to).flatMap((at) => units.flatMap((unit) => ['x', text.slice(at)].map((rest) => ({ before: text.slice(0, at), unit, rest })))),
  )
}

/** A pattern and the first run with which its time grows faster than the run. */
function slowRun(seen: SeenPattern): string[] {
  const slow = runsOf(seen).find(({ before, unit, rest }) =>
    growsTooFast((size) => tryPattern(seen, before + unit.repeat(size / unit.length) + rest), 4000, 30),
  )
  return slow ? [`${seen.pattern} on ${JSON.stringify(slow)}`] : []
}

/** What parts the thousands of the numbers that messages show, which have 21 digits at most. */
const thousands = String.raw`\B(?=(?:\d{3})+$)`

describe('every pattern that reads a document', () => {
  let patterns: SeenPattern[] = []
  beforeAll(() => {
    const generated = fc.sample(fc.tuple(plans, styles), { numRuns: 40, seed: 5 }).map(([plan, style]) => render(plan, style, 3))
    const texts = [readFileSync(join(digestPath, 'document.txt'), 'utf8'), ...generated]
    patterns = patternsSeenIn(() => texts.forEach(readText)).filter(({ pattern }) => pattern.source !== thousands)
  })

  it('is found by the documents that use it', () => {
    expect(patterns.length).toBeGreaterThan(150)
  })

  it('takes time in proportion to a run of anything', () => {
    expect(patterns.flatMap(slowRun)).toEqual([])
  })
})

const results = (text: string) => `No.1 窓口の集約\n令和2年度～令和4年度の実績\n【令和2年度（実績）】\n${text}\n【令和3年度（実績）】\n・乙。\n`
const words = '計画 職員数 実績 目標 回答率 納付額計 売却額 貸付額 再任用職員 再掲 令和2年4月1日 1円'

/** A document with a text in each kind of line. */
const documents: Readonly<Record<string, (text: string) => string>> = {
  title: (text) => `第5次プラン${text}\n${results('・甲。')}`,
  contents: (text) => `目次\nNo.1\t窓口の集約${text}\t甲課\n${results('・甲。')}`,
  head: (text) => `No.1 窓口の集約${text}\n令和2年度～令和4年度の実績\n【令和2年度（実績）】\n・甲。\n`,
  departments: (text) => `No.1 窓口の集約\n【担当課：甲課${text}】\n令和2年度～令和4年度の実績\n【令和2年度（実績）】\n・甲。\n`,
  schedule: (text) => `No.1 窓口の集約\n改善・推進の内容\n\t令和2年度\t令和3年度\n甲\t①${text}\t②\n${results('・甲。')}`,
  'schedule parted by blanks': (text) => `No.1 窓口の集約\n改善・推進の内容\n    令和2年度    令和3年度\n甲    ①${text}    ②\n`,
  initiatives: (text) => `No.1 窓口の集約\n主な取組内容\n①甲${text}\n②乙\n${results('・甲。')}`,
  'year head': (text) => results(`【令和${text}3年度（実績）】${text}`),
  result: (text) => results(`・甲${text}`),
  statement: (text) => results(`・${words}${text}`),
  heading: (text) => results(`(1) 庁内研修 甲（前期1人）${text}`),
  effects: (text) => `${results('・甲。')}取組による効果\n令和2年度\t削減額 1円${text}\n総計\t1円\n`,
  rating: (text) => `${results('・甲。')}3カ年の評価\tA ${text}\n`,
  next: (text) => `${results('・甲。')}【引き続きの課題】\n・目標${text}\n`,
}

describe('a document', () => {
  for (const [kind, documentOf] of Object.entries(documents)) {
    it(`is read in time proportionate to a run of anything in its ${kind}`, () => {
      const slow = [...units, '甲  ', '甲\t', '目標1人', '\n', '甲の\n', '【甲】\n'].find((unit) =>
        growsTooFast((size) => readText(documentOf(unit.repeat(size / unit.length))), 4000, 250),
      )
      expect(slow).toBeUndefined()
    })
  }

  it.each([
    ['a day and 400 blanks', `・計画 実績 令和2年4月1日${' '.repeat(400)}x。`],
    ['10,000 blanks', `・実績 計画${' '.repeat(10_000)}。`],
    ['20 days with 150 blanks each', `・計画 実績 ${`令和2年4月1日${' '.repeat(150)}`.repeat(20)}x。`],
    ['100,000 wide blanks between all its words', '・令和2年4月1日 職員数 計画 5 人 実績 6 人。'.replaceAll(' ', '　'.repeat(100_000))],
  ])('with a sentence of %s is read', (_, sentence) => {
    const { result, thrown } = readText(results(sentence))
    expect([thrown, result?.rows.results.length]).toEqual([undefined, 2])
  })

  it('with a head count whose words stand 100,000 blanks apart gives the same row as with one', () => {
    const sentence = '・令和2年4月1日の職員数は 計画 980 人 に対し 986 人。'
    const rowsOf = (blanks: string) => readText(results(sentence.replaceAll(' ', blanks))).result?.rows.staffing
    const values = (blanks: string) => rowsOf(blanks)?.map(({ as_of, planned, actual }) => [as_of, planned, actual])
    expect(values(' '.repeat(100_000))).toEqual([['2020-04-01', 980, 986]])
    expect(values(' '.repeat(100_000))).toEqual(values(' '))
  })
})
