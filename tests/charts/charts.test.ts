import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ClaimSharesChart } from '../../src/charts/claim-shares-chart.ts'
import { ClaimsChart } from '../../src/charts/claims-chart.ts'
import { CoursesChart } from '../../src/charts/courses-chart.ts'
import { CumulativeChart } from '../../src/charts/cumulative-chart.ts'
import { EffectYearsChart } from '../../src/charts/effect-years-chart.ts'
import { ItemEffectsChart } from '../../src/charts/item-effects-chart.ts'
import { MeasurePanelsChart } from '../../src/charts/measure-panels-chart.ts'
import { RatedItemsChart } from '../../src/charts/rated-items-chart.ts'
import { ScheduleChart } from '../../src/charts/schedule-chart.ts'
import { SharesChart } from '../../src/charts/shares-chart.ts'
import { Sparkline } from '../../src/charts/sparkline.ts'
import { StaffingChart } from '../../src/charts/staffing-chart.ts'
import { WaterfallChart } from '../../src/charts/waterfall-chart.ts'
import { YearBarsChart } from '../../src/charts/year-bars-chart.ts'
import { YearColumnsChart } from '../../src/charts/year-columns-chart.ts'
import { YearLinesChart } from '../../src/charts/year-lines-chart.ts'
import type { Html } from '../../src/markup/html.ts'
import { drawChartsWithoutBrowser } from '../../src/pages/chart-document.ts'

drawChartsWithoutBrowser()

const desk = { width: 536 }
const phone = { width: 340 }
const href = '/source.html#n1'
const item = { label: 'No.1', title: '窓口の集約', rating: 'A', href: '/items/01.html' }
const claim = { claim: '保育料', href }
const claims = [
  { ...claim, fiscalYear: 2020, yen: 1_200_000, percent: 60 },
  { ...claim, fiscalYear: 2021, yen: 900_000, percent: 45 },
  { ...claim, claim: '住宅使用料', fiscalYear: 2021, yen: 1_100_000, percent: 55 },
]
const effects = [
  { itemNo: 1, label: 'No.1', title: '窓口の集約', fiscalYear: 2020, yen: 150_000_000, layer: 0, href },
  { itemNo: 2, label: 'No.2', title: '広告収入', fiscalYear: 2020, yen: 50_000_000, layer: 1, remark: '寄附', href },
  { itemNo: 2, label: 'No.2', title: '広告収入', fiscalYear: 2021, yen: 80_000_000, layer: 1, remark: '寄附', href },
]

const charts: Readonly<Record<string, () => Html | undefined>> = {
  'claim-shares': () => ClaimSharesChart(claims, desk),
  claims: () => ClaimsChart(claims, desk),
  'claims-phone': () => ClaimsChart(claims, phone),
  courses: () =>
    CoursesChart(
      [
        { course: '接遇研修', fiscalYear: 2020, participants: 25, href },
        { course: '接遇研修', fiscalYear: 2021, participants: null, href },
      ],
      desk,
    ),
  cumulative: () =>
    CumulativeChart(
      [
        { kind: '節減・増収', fiscalYear: 2020, yen: 100_000_000, colour: 'var(--series-1)' },
        { kind: '節減・増収', fiscalYear: 2021, yen: 250_000_000, colour: 'var(--series-1)' },
        { kind: '寄附', fiscalYear: 2021, yen: 50_000_000, colour: 'var(--series-2)' },
      ],
      desk,
      '累計',
    ),
  'effect-years': () => EffectYearsChart(effects, desk, { name: '同じ内容', sums: [{ fiscalYear: 2020, yen: 150_000_000 }] }),
  'item-effects': () =>
    ItemEffectsChart(
      [
        { fiscalYear: 2020, kind: 'whole', yen: 2_000_000, href },
        { fiscalYear: 2020, kind: 'part', yen: 500_000, href },
        { fiscalYear: 2020, kind: 'target', yen: 4_000_000, href },
      ],
      phone,
    ),
  'measure-panels': () =>
    MeasurePanelsChart(
      [
        { measure: '件数', fiscalYear: 2020, value: 40, label: '40件', href },
        { measure: '件数', fiscalYear: 2021, value: 50, label: '50件', change: '+25.0%', href },
        { measure: '面積', fiscalYear: 2021, value: null, label: 'データなし', href },
      ],
      desk,
      '貸付',
    ),
  'rated-items': () =>
    RatedItemsChart('課ごとの評価', [{ name: '総務課', count: 'A1 B1', items: [item, { ...item, label: 'No.2', rating: 'B' }] }], ['A', 'B'], desk),
  schedule: () =>
    ScheduleChart(
      [
        { workstreamNo: 1, workstream: '集約', fiscalYear: 2020, initiativeNo: 1, note: '検討', href },
        { workstreamNo: 1, workstream: '集約', fiscalYear: 2021, initiativeNo: 1, note: null, href },
        { workstreamNo: 1, workstream: '集約', fiscalYear: 2021, initiativeNo: 2, note: null, href },
      ],
      [2020, 2021],
      desk,
    ),
  shares: () =>
    SharesChart(
      [
        { name: '寄附', percent: 75, label: '75.0% (3億円)', colour: 'var(--series-2)', href },
        { name: '節減', percent: 25, label: '25.0% (1億円)', colour: 'var(--series-1)', href },
      ],
      desk,
      '内訳',
    ),
  sparkline: () =>
    Sparkline(
      [
        { fiscalYear: 2019, value: 100 },
        { fiscalYear: 2020, value: null },
        { fiscalYear: 2021, value: 50 },
      ],
      (value) => `${value}人`,
    ),
  staffing: () =>
    StaffingChart(
      [
        { fiscalYear: 2020, planned: 990, actual: 985, plannedHref: href, actualHref: href },
        { fiscalYear: 2021, planned: 980, actual: 983, plannedHref: href, actualHref: href },
        { fiscalYear: 2023, planned: 970, actual: null, plannedHref: href, actualHref: href },
      ],
      desk,
    ),
  waterfall: () =>
    WaterfallChart(
      [
        { name: '令和2年度', kind: 'whole', fromYen: 0, toYen: 1_200_000, href },
        { name: '保育料', kind: 'change', fromYen: 1_200_000, toYen: 900_000, href },
        { name: '令和3年度', kind: 'whole', fromYen: 0, toYen: 900_000, href },
      ],
      desk,
    ),
  'year-bars': () =>
    YearBarsChart(
      [
        { group: 'No.1 窓口の集約', fiscalYear: 2020, value: 1_000_000, label: '100万円', href, part: 400_000 },
        { group: 'No.1 窓口の集約', fiscalYear: 2021, value: 2_000_000, label: '200万円', href, target: 2_500_000 },
        { group: 'No.2 広告収入', fiscalYear: 2021, value: 500_000, label: '50万円', href },
      ],
      desk,
      { name: '効果額', id: 'items' },
    ),
  'year-columns': () =>
    YearColumnsChart(
      {
        label: '採用',
        unit: '人',
        years: [2020, 2021, 2022],
        parts: [
          { fiscalYear: 2020, from: 0, to: 30, fill: 'var(--series-1)', inside: '30', ink: 'var(--on-series)', href },
          { fiscalYear: 2021, from: 0, to: -10, fill: 'var(--below)' },
        ],
        heads: [
          {
            fiscalYear: 2020,
            at: 30,
            lines: [
              { text: '30人', href },
              { text: '前年度なし', href },
            ],
          },
          { fiscalYear: 2021, at: -10, lines: [{ text: '−10人', href }] },
        ],
      },
      desk,
    ),
  'year-lines': () =>
    YearLinesChart(
      {
        label: '調査',
        unit: '点',
        years: [2020, 2021],
        points: [
          { series: 'a', fiscalYear: 2020, value: 3.1, text: '3.1', name: '満足', href, colour: 'var(--series-1)' },
          { series: 'a', fiscalYear: 2021, value: 3.4, text: '3.4', name: '満足', href, colour: 'var(--series-1)' },
          { series: 'b', fiscalYear: 2021, value: 2.9, text: '2.9', name: '成長', href, colour: 'var(--series-2)', isOpen: true },
        ],
      },
      desk,
    ),
}

describe('charts', () => {
  it.each(Object.entries(charts))('%s is drawn as it was', async (name, draw) => {
    await expect(readable(String(draw()))).toMatchFileSnapshot(join(import.meta.dirname, 'snapshots', `${name}.svg`))
  })
})

describe('labels of charts', () => {
  it('say the year as the axis has it, missing years too', () => {
    const label = /aria-label="([^"]*)"/.exec(String(charts.sparkline?.()))?.[1]
    expect(label).toBe('R1 100人、R2 データなし、R3 50人')
  })

  it('say each amount of the chart', () => {
    const svg = String(charts['effect-years']?.())
    for (const amount of ['1.50億円', '2.00億円', '0.80億円']) expect(svg).toContain(amount)
  })
})

it('counts persons by whole numbers on an axis of few', () => {
  const point = { plannedHref: href, actualHref: href }
  const svg = String(
    StaffingChart(
      [2020, 2021].map((fiscalYear) => ({ ...point, fiscalYear, planned: 404, actual: fiscalYear - 1619 })),
      desk,
    ),
  )
  // the years of the other axis have more digits, the counts beside the points words before them
  const ticks = [...svg.matchAll(/>(\d{3}(?:\.\d)?)</g)].map(([, tick]) => tick)
  expect(ticks).toEqual(['401', '402', '403', '404'])
})

/** A drawing as lines that can be read and compared: one element a line, one decimal, ids without counters, no style sheet. */
function readable(svg: string): string {
  return `${svg
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replace(/plot-clip-\d+/g, 'plot-clip')
    .replace(/><(?!\/)/g, '>\n<')}\n`
}
