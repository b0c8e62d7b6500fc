import { changePercent, difference, type OperandSource, ofRows, own, percent, quotient, sum } from '../formula.ts'
import { flag, inFiscalYear, itemNo, key, keys, type Mart, type MartColumn, nullable, number, text } from './mart.ts'

const yen = { unit: '円' } as const
const maybeYen = { unit: '円', nullable: true } as const
const contractsUnit = { unit: '件' } as const
const areaUnit = { unit: 'm²' } as const
const ofYear = '{fiscal_year}'
/** Kinds of use of assets in the words of the pages. */
export const assetKindNames = { sale: '売却', lease: '貸付', all: '売却と貸付' } as const
const kind = text('種類', { labels: assetKindNames })

const before = (source: `${string}.${string}`): OperandSource => ofRows(source, 'before_key', ofYear)

/** How a column of a year differs from that of the year before. */
const changeOf = <const C extends string>(relation: string, column: C) =>
  ({ ...nullable, formula: difference('当年度 − 前年度', own(column, ofYear), before(`${relation}.${column}`)) }) as const

/** The same in percent of the year before. */
const changePercentOf = (relation: string, column: string) =>
  number('増減率', { unit: '%', ...nullable, formula: changePercent(before(`${relation}.${column}`), own(column, ofYear)) })

const meanPerContract = (words: string, amount: string, count: string) =>
  ({
    ...maybeYen,
    formula: quotient(`${words}、1円未満は四捨五入`, own(amount, '金額'), own(count, '件数')),
  }) as const

const inYears = <const O extends Omit<MartColumn, 'kind' | 'title'>>(more: O, words: string, source: `${string}.${string}`) =>
  ({ ...more, formula: sum(words, ofRows(source, 'year_keys', ofYear)) }) as const

/** The marts about donations and about sales and leases of assets. */
export const revenueMarts = {
  gift_years: {
    title: '年度ごとの寄附',
    grain: '寄附を受け入れた項目・年度に1行。件数が書かれていなければ件数は NULL',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      ...inFiscalYear,
      amount_yen: number('金額', { ...yen, formula: sum('寄附の効果額', ofRows('effect_years.amount_yen', 'effect_key', ofYear)) }),
      gifts: number('件数', { ...contractsUnit, ...nullable, formula: sum('次の数の合計', ofRows('effects.quantity', 'gift_keys', '{label}')) }),
      mean_yen: number('1件あたり', meanPerContract('金額 ÷ 件数', 'amount_yen', 'gifts')),
      cumulative_yen: number('金額の累計', inYears(yen, '各年度の金額の合計', 'gift_years.amount_yen')),
      cumulative_gifts: number('件数の累計', inYears({ ...contractsUnit, ...nullable }, '各年度の件数の合計', 'gift_years.gifts')),
      cumulative_mean_yen: number('累計の1件あたり', meanPerContract('金額の合計 ÷ 件数の合計', 'cumulative_yen', 'cumulative_gifts')),
      amount_change_yen: number('金額の前年度差', { ...yen, ...changeOf('gift_years', 'amount_yen') }),
      amount_change_percent: changePercentOf('gift_years', 'amount_yen'),
      gifts_change: number('件数の前年度差', { ...contractsUnit, ...changeOf('gift_years', 'gifts') }),
      gifts_change_percent: changePercentOf('gift_years', 'gifts'),
      mean_change_yen: number('1件あたりの前年度差', { ...yen, ...changeOf('gift_years', 'mean_yen') }),
      mean_change_percent: changePercentOf('gift_years', 'mean_yen'),
      effect_key: key('効果額の行'),
      gift_keys: keys('件数の行', nullable),
      before_key: key('前年度の行', nullable),
      year_keys: keys('その年度までの行'),
      source_line: number('行'),
    },
  },
  asset_years: {
    title: '種類・年度ごとの資産の売却と貸付',
    grain: '項目・種類・年度に1行。all は売却と貸付の合計で、金額だけ。件数の総数が書かれていなければ地域別の合計',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      kind,
      ...inFiscalYear,
      amount_yen: number('金額', {
        ...maybeYen,
        formula: sum(
          '売却額と貸付額の合計',
          ofRows('assets.amount_yen', 'total_key', '金額'),
          ofRows('asset_years.amount_yen', 'sale_key', '売却額'),
          ofRows('asset_years.amount_yen', 'lease_key', '貸付額'),
        ),
      }),
      contracts: number('件数', {
        ...contractsUnit,
        ...nullable,
        formula: sum('地域別の件数の合計 (総数は文書に書かれていない)', ofRows('assets.contracts', 'contract_keys', '{region}')),
      }),
      contracts_summed: flag('件数は地域別の合計', nullable),
      area_m2: number('面積', { ...areaUnit, ...nullable, formula: sum('面積', ofRows('assets.area_m2', 'total_key', '面積')) }),
      method: text('契約方法', nullable),
      mean_yen: number('1件あたり', meanPerContract('金額 ÷ 件数', 'amount_yen', 'contracts')),
      cumulative_yen: number('金額の累計', inYears(maybeYen, '各年度の金額の合計', 'asset_years.amount_yen')),
      change_yen: number('金額の前年度差', { ...yen, ...changeOf('asset_years', 'amount_yen') }),
      change_percent: changePercentOf('asset_years', 'amount_yen'),
      contracts_change: number('件数の前年度差', { ...contractsUnit, ...changeOf('asset_years', 'contracts') }),
      contracts_change_percent: changePercentOf('asset_years', 'contracts'),
      area_change_m2: number('面積の前年度差', {
        ...areaUnit,
        ...nullable,
        formula: { ...difference('当年度 − 前年度', own('area_m2', ofYear), before('asset_years.area_m2')), places: 2 },
      }),
      area_change_percent: changePercentOf('asset_years', 'area_m2'),
      mean_change_yen: number('1件あたりの前年度差', { ...yen, ...changeOf('asset_years', 'mean_yen') }),
      mean_change_percent: changePercentOf('asset_years', 'mean_yen'),
      total_key: key('総数の行', nullable),
      contract_keys: keys('件数の行', nullable),
      sale_key: key('売却の行', nullable),
      lease_key: key('貸付の行', nullable),
      before_key: key('前年度の行', nullable),
      year_keys: keys('その年度までの行', nullable),
    },
  },
  asset_years_by_region: {
    title: '地域・年度ごとの売却と貸付の件数',
    grain: '件数の書かれた地域・種類・年度に1行。順位は年度の中で件数の多い順',
    columns: {
      item_no: itemNo,
      kind,
      region: text('地域'),
      ...inFiscalYear,
      contracts: number('件数', { ...contractsUnit, formula: sum('件数', ofRows('assets.contracts', 'region_key', '件数')) }),
      region_key: key('地域の行'),
      contracts_change: number('件数の前年度差', { ...contractsUnit, ...changeOf('asset_years_by_region', 'contracts') }),
      before_key: key('前年度の行', nullable),
      year_contracts: number('年度の件数', {
        ...contractsUnit,
        formula: sum('地域別の件数の合計', ofRows('asset_years_by_region.contracts', 'region_keys', '{region}')),
      }),
      region_keys: keys('同じ年度の地域の行'),
      share_percent: number('年度の中の割合', {
        unit: '%',
        ...nullable,
        formula: percent('地域の件数 ÷ 年度の件数 × 100', own('contracts', '地域の件数'), own('year_contracts', '年度の件数')),
      }),
      rank: number('年度の中の順位'),
    },
  },
} as const satisfies Readonly<Record<string, Mart>>
