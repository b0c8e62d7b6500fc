import { CumulativeChart } from '../charts/cumulative-chart.ts'
import { amountLabel, YearBarsChart } from '../charts/year-bars-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ChangeNumber, PercentNumber } from '../evidence/changes.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { ShareNumber } from '../evidence/shares.ts'
import { formatNumber, formatPercentChange, formatYen, noData } from '../format/numbers.ts'
import { bothYears, eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { CardSection } from './card.ts'
import { CumulativeEffectNumber, EffectKindNumber, type EffectKindRow, effectKindChange, effectKinds } from './effects.ts'
import { sourceLines } from './item-links.ts'

/** A kind of effect in a year, with its share of the year and of all years so far. */
export interface KindShareRow {
  kind: 'donation' | 'saving'
  fiscal_year: number
  amount_yen: number | null
  cumulative_yen: number
  share_percent: number | null
  cumulative_share_percent: number | null
}

/** Kinds of effect in the words of the page, and their colours. */
export const kindNames = { saving: '節減・増収', donation: '寄附の受入', all: '合計' } as const

/** Kinds of effect in the colours of the page: donations stand back. */
export const kindColours = { saving: 'var(--series-1)', donation: 'var(--series-6)' } as const

/** Kinds of effect by year with their shares. */
export function kindShares(warehouse: Warehouse): readonly KindShareRow[] {
  return warehouse.mart('effect_years_by_kind_shares') as unknown as readonly KindShareRow[]
}

/** A kind of effect, or all of them, in the last year that states any. */
export function latestKind(warehouse: Warehouse, kind: EffectKindRow['kind']): EffectKindRow | undefined {
  const year = effectKinds(warehouse)
    .filter((row) => row.kind === 'all')
    .at(-1)?.fiscal_year
  return effectKinds(warehouse).find((row) => row.kind === kind && row.fiscal_year === year)
}

/** Which effects are donations, and that these are no savings; undefined where there are none. */
function donationNote(warehouse: Warehouse): string | undefined {
  if (!kindShares(warehouse).some(({ kind }) => kind === 'donation')) return undefined
  return '寄附の受入額は、経費の節減ではない。文書は「取組による効果」として合計に含めているが、ここでは分けて示す。項目名か効果の名前に「寄附」「ふるさと納税」があるものを寄附とした。'
}

/** Effects by kind and year; donations apart from savings. */
export function effectKindsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const shares = kindShares(warehouse)
  const saving = latestKind(warehouse, 'saving')
  const lead = saving ?? latestKind(warehouse, 'all')
  if (!lead) return undefined
  const rows = effectKinds(warehouse).filter(({ kind, amount_yen }) => kind !== 'all' && amount_yen !== null)
  const bars = (['saving', 'donation'] as const).flatMap((name) =>
    rows
      .filter(({ kind }) => kind === name)
      .map((row) => ({
        group: kindNames[row.kind],
        fiscalYear: row.fiscal_year,
        value: row.amount_yen,
        label: amountLabel(row.amount_yen, row.change_percent === null ? undefined : formatPercentChange(row.change_percent)),
        href: '#kinds-table',
      })),
  )
  return CardSection(page, {
    id: 'kinds',
    tables: ['effects'],
    width: 'half',
    finding: html`${saving && shares.some(({ kind }) => kind === 'donation') ? '寄附を除く' : ''}効果額は${eraYear(lead.fiscal_year)}に${EffectKindNumber(page, lead, formatYen(lead.amount_yen))}${lead.change_percent !== null && html`、前年度比${PercentNumber(page, effectKindChange(page, lead))}`}`,
    scope: html`${scopeWords(page)}。前年度比つき。`,
    chart: (size) =>
      YearBarsChart(bars, size, {
        name: '種類別・年度別の効果額',
        id: 'kinds',
        colourOf: (group) => (group === kindNames.donation ? kindColours.donation : kindColours.saving),
      }),
    note: donationNote(warehouse),
    table: {
      head: ['種類', '年度', '効果額 (円)', '前年度差 (円)', '前年度比 (%)', '年度の中の割合 (%)'],
      rows: [...rows, ...effectKinds(warehouse).filter(({ kind }) => kind === 'all')].map((row) => {
        const share = shares.find(({ kind, fiscal_year }) => kind === row.kind && fiscal_year === row.fiscal_year)
        return [
          kindNames[row.kind],
          bothYears(row.fiscal_year),
          { value: row.amount_yen, shown: EffectKindNumber(page, row, formatNumber(row.amount_yen)) },
          { value: row.change_yen, shown: ChangeNumber(page, effectKindChange(page, row)) },
          { value: row.change_percent, shown: PercentNumber(page, effectKindChange(page, row)) },
          { value: share?.share_percent ?? null, shown: share ? KindShareNumber(page, row, share.share_percent) : '' },
        ]
      }),
    },
    source: sourceLines(warehouse.table('effects')),
  })
}

/** A kind's share of all effects of its year. */
function KindShareNumber(page: PageContext, row: EffectKindRow, percent: number | null): Html | string {
  const all = effectKinds(page.warehouse).find(({ kind, fiscal_year }) => kind === 'all' && fiscal_year === row.fiscal_year)
  if (!all) return noData
  return ShareNumber(page, {
    percent,
    part: { name: kindNames[row.kind], number: EffectKindNumber(page, row, formatNumber(row.amount_yen)) },
    whole: { name: '年度の効果額', number: EffectKindNumber(page, all, formatNumber(all.amount_yen)) },
  })
}

/** A kind's share of all effects of all years. */
export function KindTotalShare(page: PageContext, row: EffectKindRow): Html | string {
  const all = latestKind(page.warehouse, 'all')
  const share = kindShares(page.warehouse)
    .filter(({ kind }) => kind === row.kind)
    .at(-1)
  if (!all || !share) return noData
  return ShareNumber(page, {
    percent: share.cumulative_share_percent,
    part: { name: `${kindNames[row.kind]}の累計`, number: CumulativeEffectNumber(page, row, formatNumber(row.cumulative_yen)) },
    whole: { name: '効果額の累計', number: CumulativeEffectNumber(page, all, formatNumber(all.cumulative_yen)) },
  })
}

/** Effects by kind, added up over the years. */
export function cumulativeEffectsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const all = latestKind(warehouse, 'all')
  const shares = kindShares(warehouse)
  if (!all || new Set(shares.map(({ fiscal_year }) => fiscal_year)).size < 2) return undefined
  const points = (['saving', 'donation'] as const).flatMap((name) =>
    shares
      .filter(({ kind }) => kind === name)
      .map((row) => ({ kind: kindNames[name], fiscalYear: row.fiscal_year, yen: row.cumulative_yen, colour: kindColours[name] })),
  )
  return CardSection(page, {
    id: 'cumulative',
    tables: ['effects'],
    width: 'half',
    finding: html`効果額の累計は${eraYear(all.fiscal_year)}までに${CumulativeEffectNumber(page, all, formatYen(all.cumulative_yen))}`,
    scope: html`${scopeWords(page)}。その年度までの合計。`,
    chart: (size) => CumulativeChart(points, size, '効果額の累計'),
    table: {
      head: ['種類', '年度まで', '累計 (円)', '累計の中の割合 (%)'],
      rows: effectKinds(warehouse).map((row) => {
        const share = shares.find(({ kind, fiscal_year }) => kind === row.kind && fiscal_year === row.fiscal_year)
        return [
          kindNames[row.kind],
          bothYears(row.fiscal_year),
          { value: row.cumulative_yen, shown: CumulativeEffectNumber(page, row, formatNumber(row.cumulative_yen)) },
          { value: share?.cumulative_share_percent ?? null, shown: share ? CumulativeShareNumber(page, row, share.cumulative_share_percent) : '' },
        ]
      }),
    },
    source: sourceLines(warehouse.table('effects')),
  })
}

function CumulativeShareNumber(page: PageContext, row: EffectKindRow, percent: number | null): Html | string {
  const all = effectKinds(page.warehouse).find(({ kind, fiscal_year }) => kind === 'all' && fiscal_year === row.fiscal_year)
  if (!all) return noData
  return ShareNumber(page, {
    percent,
    part: { name: `${kindNames[row.kind]}の累計`, number: CumulativeEffectNumber(page, row, formatNumber(row.cumulative_yen)) },
    whole: { name: '効果額の累計', number: CumulativeEffectNumber(page, all, formatNumber(all.cumulative_yen)) },
  })
}

/** What cards on effects are about: 取組による効果、大崎市、令和2–4年度 (2020–2022)、億円・万円・円. */
export function scopeWords({ warehouse: { plan } }: PageContext): string {
  return ['取組による効果', plan.municipality ?? plan.title ?? '', yearRange(plan.first_fiscal_year, plan.last_fiscal_year), '金額は円']
    .filter(Boolean)
    .join('、')
}
