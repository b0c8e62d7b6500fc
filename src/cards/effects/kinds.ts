import { CumulativeChart } from '../../charts/cumulative-chart.ts'
import { amountLabel, YearBarsChart } from '../../charts/year-bars-chart.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatPercentChange } from '../../format/numbers.ts'
import { bothYears, eraYear } from '../../format/years.ts'
import { phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { AmountAndChange, countedEffectLines, kindColours, kindNames, latestOfKind, scopeWords, Yen } from './effects.ts'

const kinds = ['saving', 'donation'] as const

/** Which effects are donations, and that these are no savings; undefined where there are none. */
function donationNote(warehouse: Warehouse): string | undefined {
  if (!warehouse.mart('effect_years_by_kind_shares').some(({ kind }) => kind === 'donation')) return undefined
  return '寄附の受入額は、経費の節減ではない。文書は「取組による効果」として合計に含めているが、ここでは分けて示す。項目名か効果の名前に「寄附」「ふるさと納税」があるものを寄附とした。'
}

/** Effects by kind and year; donations apart from savings. */
export function effectKindsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const shares = warehouse.mart('effect_years_by_kind_shares')
  const saving = latestOfKind(warehouse, 'saving')
  const lead = saving ?? latestOfKind(warehouse, 'all')
  if (!lead) return undefined
  const rows = warehouse.mart('effect_years_by_kind').filter(({ amount_yen }) => amount_yen !== null)
  const ofKinds = kinds.flatMap((kind) => rows.filter((row) => row.kind === kind))
  const bars = ofKinds.map((row) => ({
    group: kindNames[row.kind] ?? row.kind,
    fiscalYear: row.fiscal_year,
    value: row.amount_yen ?? 0,
    label: amountLabel(row.amount_yen ?? 0, row.change_percent === null ? undefined : formatPercentChange(row.change_percent)),
    href: '#kinds-table',
  }))
  const hasDonations = shares.some(({ kind }) => kind === 'donation')
  return {
    id: 'kinds',
    tables: ['effects'],
    width: 'half',
    finding: phrase`${saving && hasDonations && '寄附を除く'}効果額は${eraYear(lead.fiscal_year)}に${AmountAndChange(page, lead)}`,
    scope: `${scopeWords(page)}。増減率つき。`,
    chart: (size) =>
      YearBarsChart(bars, size, {
        name: '種類別・年度別の効果額',
        id: 'kinds',
        colourOf: (group) => (group === kindNames.donation ? kindColours.donation : kindColours.saving),
      }),
    note: donationNote(warehouse),
    table: {
      head: ['種類', '年度', '効果額 (円)', '前年度差 (円)', '増減率 (%)', '年度の中の割合 (%)'],
      rows: [...ofKinds, ...rows.filter(({ kind }) => kind === 'all')].map((row) => {
        const share = shares.find(({ kind, fiscal_year }) => kind === row.kind && fiscal_year === row.fiscal_year)
        return [
          kindNames[row.kind] ?? row.kind,
          bothYears(row.fiscal_year),
          factCell(page, page.fact(row, 'amount_yen')),
          factCell(page, page.fact(row, 'change_yen')),
          factCell(page, page.fact(row, 'change_percent')),
          share ? factCell(page, page.fact(share, 'share_percent')) : nothing,
        ]
      }),
    },
    source: countedEffectLines(warehouse),
  }
}

const nothing: Cell = { value: null, shown: '' }

/** Effects by kind, added up over the years. */
export function cumulativeEffectsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const all = latestOfKind(warehouse, 'all')
  const shares = warehouse.mart('effect_years_by_kind_shares')
  if (!all || new Set(shares.map(({ fiscal_year }) => fiscal_year)).size < 2) return undefined
  const points = kinds.flatMap((name) =>
    shares
      .filter(({ kind }) => kind === name)
      .map((row) => ({ kind: kindNames[name] ?? name, fiscalYear: row.fiscal_year, yen: row.cumulative_yen, colour: kindColours[name] })),
  )
  return {
    id: 'cumulative',
    tables: ['effects'],
    width: 'half',
    finding: phrase`効果額の累計は${eraYear(all.fiscal_year)}までに${Yen(page, page.fact(all, 'cumulative_yen'))}`,
    scope: `${scopeWords(page)}。その年度までの合計。`,
    chart: (size) => CumulativeChart(points, size, '効果額の累計'),
    table: {
      head: ['種類', '年度まで', '累計 (円)', '累計の中の割合 (%)'],
      rows: warehouse.mart('effect_years_by_kind').map((row) => {
        const share = shares.find(({ kind, fiscal_year }) => kind === row.kind && fiscal_year === row.fiscal_year)
        return [
          kindNames[row.kind] ?? row.kind,
          bothYears(row.fiscal_year),
          factCell(page, page.fact(row, 'cumulative_yen')),
          share ? factCell(page, page.fact(share, 'cumulative_share_percent')) : nothing,
        ]
      }),
    },
    source: countedEffectLines(warehouse),
  }
}
