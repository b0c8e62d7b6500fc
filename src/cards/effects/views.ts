import type { ChartSize } from '../../charts/plot.ts'
import { type YearBar, YearBarsChart } from '../../charts/year-bars-chart.ts'
import type { CardViews } from '../card.ts'
import { donationChoice, growthBar, shareBar, showChoice } from '../views.ts'
import { changeLabel, type effectYears } from './effects.ts'

const table = '#items-table'

/** A bar of the amount of an item in a year, with its row. */
export interface EffectBar {
  row: ReturnType<typeof effectYears>[number]
  bar: YearBar
}

/** The effects of items by year: amounts, rates of change and shares, with and without donations where there are any beside others. */
export function effectViews(bars: readonly EffectBar[], colourOf: (group: string) => string): CardViews {
  const others = bars.filter(({ row }) => row.kind !== 'donation')
  const isMixed = others.length > 0 && others.length < bars.length
  const drawing = (chosen: readonly string[], shown: readonly YearBar[]) => ({
    chosen,
    chart: (size: ChartSize) =>
      YearBarsChart(shown, size, {
        name: nameOf(chosen),
        id: ['items', ...chosen.filter((option) => option !== 'amount' && option !== 'with')].join('-'),
        colourOf,
      }),
  })
  const show = {
    amount: (of: readonly EffectBar[]) => of.map(({ bar }) => bar),
    growth: (of: readonly EffectBar[]) =>
      of.flatMap(({ row, bar }) => growthBar({ ...bar, table }, row.change_percent, row.change_yen === null ? undefined : changeLabel(row)) ?? []),
    share: (of: readonly EffectBar[], column: 'share_percent' | 'kind_share_percent') =>
      of.flatMap(({ row, bar }) => shareBar({ ...bar, table }, row[column]) ?? []),
  } as const
  const drawings = (Object.keys(showChoice.options) as (keyof typeof show)[]).flatMap((way) => [
    drawing(isMixed ? [way, 'with'] : [way], show[way](bars, 'share_percent')),
    ...(isMixed ? [drawing([way, 'without'], show[way](others, 'kind_share_percent'))] : []),
  ])
  return { choices: isMixed ? [showChoice, donationChoice] : [showChoice], drawings }
}

function nameOf([way = '', donations]: readonly string[]): string {
  const words = [
    way === 'amount' ? undefined : showChoice.options[way as keyof typeof showChoice.options],
    donations === 'without' ? '寄附を除く' : undefined,
  ].filter(Boolean)
  return words.length === 0 ? '項目別・年度別の効果額' : `項目別・年度別の効果額、${words.join('、')}`
}
