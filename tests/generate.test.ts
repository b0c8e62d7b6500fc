import { describe, expect, it } from 'vitest'
import { canEncode, encode, encodings } from '../tools/generate/encode.ts'
import { expectedRows, roundingOf } from '../tools/generate/expected.ts'
import { type Effects, effectSums, entriesOf, type Plan, planYears } from '../tools/generate/model.ts'
import { printedStepYen, printYen } from '../tools/generate/money.ts'
import { Random } from '../tools/generate/prng.ts'
import { randomPlan } from '../tools/generate/random.ts'
import { render, renderPages } from '../tools/generate/render.ts'
import { effectRows } from '../tools/generate/render-effects.ts'
import { plainStyle, randomStyle, restyle, restyleLabel, type Style } from '../tools/generate/style.ts'
import { dayName, fiscalYearName, letterYearName, shortYearName, spelledYear, yearSpellings } from '../tools/generate/years.ts'
import { squeezed } from './support/slices.ts'

const seeds = Array.from({ length: 200 }, (_, index) => index + 1)

/** A plan of one item, small enough to be read. */
const small: Plan = {
  planNo: 2,
  name: '見本プラン',
  noun: 'プラン',
  firstYear: 2018,
  years: 2,
  reportedYears: 2,
  scale: ['A', 'B'],
  items: [
    {
      no: 1,
      title: '窓口の見直し',
      leadDepartment: '市民課',
      departments: ['市民課', '関係各課'],
      goal: '待つ時間を短くする。',
      initiatives: ['受付の電子化', '案内の点検'],
      workstreams: [
        {
          name: '受付の改善',
          cells: [
            { marks: [{ from: 1, to: 1, note: '試行' }], note: null },
            { marks: [{ from: 1, to: 2, note: null }], note: null },
          ],
        },
      ],
      results: [
        { fiscalYear: 2018, groups: [{ heading: null, entries: [{ text: '機器を3台置いた。' }, { text: '手引を配った。' }] }] },
        { fiscalYear: 2019, groups: [{ heading: '案内', entries: [{ text: '案内板を改めた。' }] }] },
      ],
      review: { achieved: [{ text: '待つ人が減った。' }], notAchieved: [], next: [{ text: '支所にも広げる。' }], rating: 'A', nextPlan: true },
      effects: {
        years: [
          {
            fiscalYear: 2018,
            lines: [
              {
                label: '削減額',
                quantity: null,
                amount: { yen: 1_200_000, unit: '千円' },
                parts: [{ label: 'うち紙代', amount: { yen: 200_000, unit: '千円' } }],
              },
            ],
          },
          { fiscalYear: 2019, lines: [{ label: '削減額', quantity: null, amount: null, parts: [] }] },
        ],
        total: { label: null, quantity: null, amount: { yen: 1_200_000, unit: '千円' } },
      },
    },
  ],
}

describe('render', () => {
  it('prints a plan as the real document has it', () => {
    expect(render(small).split('\n')).toEqual([
      '',
      '',
      '第2次見本プラン取組実績一覧',
      '',
      '\t項目\t記入担当課（現組織）',
      '1\t窓口の見直し\t市民課',
      '',
      'No.1 窓口の見直し',
      '',
      '【担当課：市民課、関係各課】',
      '',
      '改善・推進の内容\t改善スケジュール\t\t改善・推進目標',
      '\t30年度\t元年度\t',
      '受付の改善\t①（試行）\t①～②\t待つ時間を短くする。',
      '主な取組内容\t\t\t',
      '①受付の電子化 ②案内の点検\t\t\t',
      '平成30年度～令和元年度の実績\t\t\t',
      '【平成30年度（実績）】 ・機器を3台置いた。 ・手引を配った。\t\t\t',
      '【令和元年度（実績）】 （1） 案内 案内板を改めた。\t\t\t',
      '',
      '2カ年の取組みの検証\t\t\t',
      '【2カ年の振り返り】 ①達成できたこと（成果） ○待つ人が減った。\t\t\t',
      '②達成できなかったこと\t\t\t',
      '取組による効果\t平成30年度\t削減額 うち紙代\t1,200千円 200千円',
      '\t令和元年度\t削減額\t－',
      '\t総計\t\t1,200千円',
      '2カ年の評価（総括）※A、Bの評価を記載\tA',
      '【3次プランにおいて取り組むべき課題】 ○支所にも広げる。\t',
      '',
      '',
    ])
  })

  it('lines the columns up where blanks part the cells', () => {
    const lines = render(small, { ...plainStyle, cells: 'blanks' }).split('\n')
    expect(lines.slice(11, 14)).toEqual([
      '改善・推進の内容  改善スケジュール          改善・推進目標',
      '                  30年度            元年度',
      '受付の改善        ①（試行）        ①～②  待つ時間を短くする。',
    ])
  })

  it('cuts sentences and the goal by page ends, but no number', () => {
    const whole = squeezed(render(small))
    const cuts = { lineBreaks: 'many', sentenceBreaks: 'many', cellBreaks: 'goal', pageEnd: 'number', pages: 'many' } as const
    for (const seed of seeds) {
      const cut = render(small, { ...plainStyle, ...cuts }, seed)
      expect(squeezed(cut)).toBe(whole)
      expect(cut).not.toMatch(/\d\n\n- \d+ -\n\n\d/)
    }
    expect(render(small, { ...plainStyle, sentenceBreaks: 'many' }, 2)).toContain('・機器を3台置\t\t\t\n\nいた。')
    expect(render(small, { ...plainStyle, cellBreaks: 'goal' }, 2)).toContain('①～②\t待つ時\n\n\t\t\t間を短くする。\n')
  })

  it('prints plans, repeats, sums of years and cuts of expenditure among the effects', () => {
    const amount = (yen: number) => ({ yen, unit: '千円' as const })
    const line = (label: string, yen: number) => ({ label, quantity: null, amount: amount(yen), parts: [] })
    const table = (years: Effects['years'], isCut = false, style: Partial<Style> = {}) => {
      const effects = { years, isCut, total: { label: null, quantity: null, amount: amount(9_000) } }
      return effectRows(effects, { ...plainStyle, ...style }).map((cells) => cells.slice(1).join(' '))
    }
    const planned = [{ fiscalYear: 2020, lines: [{ ...line('紙代', 9_000), planned: amount(6_000) }] }]
    expect(table(planned)).toEqual(['年度 区分 計画額 実績額 達成率', '令和2年度 紙代 6千円 9千円 150.0%', '総計  6,000円 9千円 150.0%'])
    expect(table(planned, false, { planned: 'before', totals: 'カ年計' })).toEqual(['令和2年度 紙代 計画 6千円 実績 9千円', '1カ年計  9千円'])
    expect(table(planned, false, { planned: 'behind', totals: 'R～R合計' })).toEqual(['令和2年度 紙代 9千円（計画6千円）', 'R2～R2合計  9千円'])
    const years = [{ fiscalYear: 2020, lines: [line('紙代', 9_000), { ...line('電気代（No.2再掲）', 1_000), repeatOf: 2 }], subtotal: amount(9_000) }]
    expect(table(years, true, { effectYears: 'R3', effectMarks: '※1' })).toEqual([
      'R2 紙代 △9千円※1',
      ' 電気代（No.2再掲） △1千円※1',
      '計  △9千円※1',
      '総計  △9千円※1',
    ])
  })

  it('gives a page for each part where the style says so', () => {
    const parts = renderPages(small, { ...plainStyle, pages: 'many' }).map(({ itemNo, part }) => [itemNo, part])
    expect(parts).toEqual([
      [null, 'contents'],
      [1, 'head'],
      [1, 'results'],
      [1, 'review'],
      [1, 'effects'],
      [1, 'closing'],
    ])
  })

  it('leaves out what a running plan has not come to', () => {
    const running = randomPlan(1, { items: 2, years: 4, reportedYears: 2, firstYear: 2024 })
    const text = render(running)
    expect(text).toContain('【令和7年度（実績）】')
    expect(text).not.toMatch(/【令和8年度（実績）】|振り返り|評価（総括）|総計/)
  })
})

describe('expectedRows', () => {
  it('gives the rows of a plan', () => {
    const rows = expectedRows(small)
    expect(rows.items).toEqual([
      {
        item_no: 1,
        theme: null,
        item_code: '1',
        title: '窓口の見直し',
        lead_department: '市民課',
        departments: ['市民課', '関係各課'],
        goal: '待つ時間を短くする。',
        rating: 'A',
        next_plan: true,
        complete: true,
        effects_open: null,
      },
    ])
    expect(rows.schedules.map((row) => [row.fiscal_year, row.initiative_no, row.note])).toEqual([
      [2018, 1, '試行'],
      [2019, 1, null],
      [2019, 2, null],
    ])
    expect(rows.effects.map((row) => [row.fiscal_year, row.effect_no, row.label, row.amount_yen, row.part_of])).toEqual([
      [2018, 1, '削減額', 1_200_000, null],
      [2018, 2, 'うち紙代', 200_000, 1],
      [2019, 1, '削減額', null, null],
    ])
    expect(rows.effectTotals).toEqual([
      { item_no: 1, published_yen: 1_200_000, computed_yen: 1_200_000, published_quantity: null, computed_quantity: null, quantity_unit: null },
    ])
  })

  it('gives texts in the characters of the style', () => {
    const [first] = expectedRows(small, { ...plainStyle, digits: 'full-width' }).results
    expect(first?.text).toBe('機器を３台置いた。')
  })
})

describe('randomPlan', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(randomPlan(7)).toEqual(randomPlan(7))
    expect(render(randomPlan(7), randomStyle(new Random(7)), 7)).toBe(render(randomPlan(7), randomStyle(new Random(7)), 7))
    expect(render(randomPlan(8))).not.toBe(render(randomPlan(7)))
  })

  it('is as long as the real document, about 30,000 characters for 22 items', () => {
    const lengths = seeds.slice(0, 50).map((seed) => render(randomPlan(seed, { years: 3 })).length)
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    expect(average).toBeGreaterThan(27_000)
    expect(average).toBeLessThan(35_000)
  })

  it('prints totals that are the sum of the years, unless wrong ones are asked for', () => {
    const agreeing = (wrongTotals: number) =>
      seeds.flatMap((seed) =>
        randomPlan(seed, { items: 4, wrongTotals }).items.flatMap(({ effects }) => {
          if (!effects?.total) return []
          const { yen, quantity } = effectSums(effects)
          const { amount, quantity: counted } = effects.total
          return [(amount === null || amount.yen === yen) && (counted === null || counted.value === quantity)]
        }),
      )
    expect(agreeing(0)).not.toContain(false)
    expect(agreeing(1)).not.toContain(true)
  })

  it('states sums that agree with their parts', () => {
    const entries = seeds.flatMap((seed) => randomPlan(seed, { items: 4 }).items.flatMap((item) => entriesOf(item).map(({ entry }) => entry)))
    const claims = entries.filter((entry) => entry.claims)
    const leases = entries.flatMap(({ assets }) => assets ?? []).filter(({ kind }) => kind === 'lease')
    const institutes = entries.flatMap(({ trainings }) => trainings ?? []).filter(({ breakdown }) => breakdown.length > 0)
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
    expect(Math.min(claims.length, leases.length, institutes.length)).toBeGreaterThan(20)
    for (const { text, claims: list = [] } of claims) expect(text).toContain(`納付額合計 ${printYen(sum(list.map(({ yen }) => yen)), '円')} `)
    for (const { contracts, regions } of leases) expect(sum(regions.map((region) => region.contracts))).toBe(contracts)
    for (const { participants, breakdown } of institutes) expect(sum(breakdown.map((part) => part.participants))).toBe(participants)
  })

  it('gives effects that repeat the claims, sales and leases of the year', () => {
    for (const seed of seeds) {
      for (const item of randomPlan(seed, { items: 4, kinds: ['collections', 'assets'] }).items) {
        const stated = item.results.map(({ groups }) =>
          groups.flatMap(({ entries }) => entries.flatMap(({ claims = [], assets = [] }) => [...claims, ...assets])).reduce((sum, { yen }) => sum + yen, 0),
        )
        if (stated.some((yen) => yen > 0)) expect(item.effects?.years.map(({ lines }) => lines[0]?.amount?.yen)).toEqual(stated)
      }
    }
  })

  it('ends every entry but the last of a list in 。, so that bullets can be left out', () => {
    for (const seed of seeds) {
      for (const { results, review } of randomPlan(seed, { items: 4 }).items) {
        const lists = [
          ...results.flatMap(({ groups }) => groups.map(({ entries }) => entries)),
          review?.achieved ?? [],
          review?.notAchieved ?? [],
          review?.next ?? [],
        ]
        for (const entries of lists) expect(entries.slice(0, -1).filter(({ text }) => !text.endsWith('。'))).toEqual([])
      }
    }
  })

  it('runs over changes of era', () => {
    expect(planYears(randomPlan(1, { firstYear: 1988, years: 2 })).map((year) => fiscalYearName(year))).toEqual(['昭和63年度', '平成元年度'])
  })
})

describe('years', () => {
  it.each([
    [1988, '昭和63年度', '63年度', 'S63年度'],
    [1989, '平成元年度', '元年度', 'H1年度'],
    [2018, '平成30年度', '30年度', 'H30年度'],
    [2019, '令和元年度', '元年度', 'R1年度'],
    [2028, '令和10年度', '10年度', 'R10年度'],
  ])('names %i', (year, full, short, letter) => {
    expect([fiscalYearName(year), shortYearName(year), letterYearName(year)]).toEqual([full, short, letter])
  })

  it.each([
    [2021, ['令和3年度', '令和3年', 'R3', '（令和3年度）', '2021（R3）年度', '令和三年度', '令和3年度実績']],
    [2018, ['平成30年度', '平成30年', 'H30', '（平成30年度）', '2018（H30）年度', '平成三十年度', '平成30年度実績']],
    [2019, ['令和元年度', '令和元年', 'R元', '（令和元年度）', '2019（R元）年度', '令和元年度', '令和元年度実績']],
    [2030, ['令和12年度', '令和12年', 'R12', '（令和12年度）', '2030（R12）年度', '令和十二年度', '令和12年度実績']],
  ])('spells %i in the heads of rows', (year, spelled) => {
    expect(yearSpellings.map((spelling) => spelledYear(year, spelling))).toEqual(spelled)
  })

  it('names the first year of an era in three ways', () => {
    expect((['元', '1', 'old era'] as const).map((form) => fiscalYearName(2019, form))).toEqual(['令和元年度', '令和1年度', '平成31年度'])
    expect(fiscalYearName(1989, 'old era')).toBe('昭和64年度')
  })

  it.each([
    ['2019-04-01', '平成31年4月1日', 'H31.4.1'],
    ['2019-05-01', '令和元年5月1日', 'R1.5.1'],
    ['1989-04-01', '平成元年4月1日', 'H1.4.1'],
  ])('names the day %s', (day, long, short) => {
    expect([dayName(day, 'long'), dayName(day, 'short')]).toEqual([long, short])
  })
})

describe('printYen', () => {
  it.each([
    [68_307_000, '円', '68,307,000円'],
    [-4_732_000, '千円', '△4,732千円'],
    [12_500_000, '百万円', '12.5百万円'],
    [1_234_567_000, '百万円', '1,234.567百万円'],
    [120_000_000, '億円', '1.2億円'],
    [123_450_000, '億万円', '1億2,345万円'],
    [123_456_789, '億万', '1億2,345万6,789円'],
    [500, '億万', '500円'],
  ] as const)('prints %i in %s', (yen, unit, printed) => {
    expect(printYen(yen, unit)).toBe(printed)
  })
})

describe('roundingOf', () => {
  it('is half a step of the last digit of each amount, where steps are 1,000円 or more', () => {
    expect(
      roundingOf({ yen: 36e6, unit: '百万円' }, [
        { yen: 13e6, unit: '百万円' },
        { yen: 22.5e6, unit: '百万円' },
      ]),
    ).toBe(550_000)
    expect(roundingOf({ yen: 1e8, unit: '億円' }, [{ yen: 70_000_000, unit: '円' }])).toBe(50_000_000.5)
    expect(roundingOf({ yen: 35, unit: '円' }, [{ yen: 13, unit: '円' }])).toBe(0)
  })

  it.each([
    [12_500_000, '百万円', 100_000],
    [123_450_000, '億万円', 10_000],
    [100_000_000, '億万', 100_000_000],
    [123_456_789, '億万', 1],
  ] as const)('%i in %s has steps of %i', (yen, unit, step) => {
    expect(printedStepYen(yen, unit)).toBe(step)
  })
})

describe('restyle', () => {
  const text = '予算、1,234.5千円（96%）：3～5月'

  it.each([
    [{ comma: '，' }, '予算，1,234.5千円（96%）：3～5月'],
    [{ comma: ', ', brackets: '()' }, '予算, 1,234.5千円(96%):3～5月'],
    [{ digits: 'full-width', numberMarks: 'full-width', percent: '％' }, '予算、１，２３４．５千円（９６％）：３～５月'],
    [{ numberBlanks: 'around', range: '~' }, '予算、1,234.5 千円（96%）：3~5 月'],
  ] as const)('prints in %j', (options, printed) => {
    expect(restyle(text, { ...plainStyle, ...options })).toBe(printed)
  })

  it('spaces labels', () => {
    expect(restyleLabel('第6次', { ...plainStyle, labelBlanks: 'around', labelDigits: 'full-width' })).toBe('第 ６ 次')
  })
})

describe('encode', () => {
  const text = 'あいう①№㎡髙﨑～－△AB12\r\n'
  const labels = { 'utf-8': 'utf-8', 'utf-8-bom': 'utf-8', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be', cp932: 'shift_jis' } as const

  it.each(encodings)('writes %s that TextDecoder reads back', (encoding) => {
    expect(new TextDecoder(labels[encoding]).decode(encode(text, encoding))).toBe(text)
  })

  it('writes the bytes of CP932', () => {
    expect([...encode('あ①A', 'cp932')]).toEqual([0x82, 0xa0, 0x87, 0x40, 0x41])
    expect([...encode('あ', 'utf-16be')]).toEqual([0xfe, 0xff, 0x30, 0x42])
  })

  it('refuses what CP932 lacks', () => {
    expect(canEncode('〜', 'cp932')).toBe(false)
    expect(() => encode('〜', 'cp932')).toThrow('not in CP932: 〜')
  })

  it('can write every random plan in CP932', () => {
    for (const seed of seeds.slice(0, 50)) expect(canEncode(render(randomPlan(seed, { items: 4 })), 'cp932')).toBe(true)
  })
})
