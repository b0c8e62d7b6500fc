import { changePercent, difference, ofRows, own, ownIfListed, percent, sum } from '../formula.ts'
import { flag, inFiscalYear, itemNo, key, keys, type Mart, nullable, number, text } from './mart.ts'

const yen = { unit: '円' } as const
const maybeYen = { unit: '円', nullable: true } as const
const ofYear = '{fiscal_year}'
const ofClaim = '{claim}'
const ofDepartment = '{department}'
/** What is said of a claim that a year does not list. */
export const unlistedClaim = { words: '記載なし', meaning: '記載なしの年度は納付のないものとする' } as const

/** What every amount of these marts is, as their dictionary says. */
const bounded = '納付額は、文書が期間を限っていれば (collections.scope) その期間の分'

const claim = text('債権')
const department = text('担当課')
const rank = number('順位')
const scope = text('納付額の範囲', nullable)
const collectionKeys = keys('足した行')
const yearKey = key('年度の行')
const ofWholeYear = ofRows('collection_years.amount_yen', 'year_key', ofYear)

/** The columns of the year before a year's amount, and of the change on it. */
const changes = (relation: 'collection_years' | 'collection_years_by_department') => {
  const before = ofRows(`${relation}.amount_yen`, 'before_key', ofYear)
  return {
    previous_yen: number('前年度の納付額', { ...maybeYen, formula: sum('前年度の納付額', before) }),
    before_key: key('前年度の行', nullable),
    change_yen: number('前年度差', { ...maybeYen, formula: difference('当年度 − 前年度', own('amount_yen', ofYear), before) }),
    change_percent: number('増減率', { unit: '%', ...nullable, formula: changePercent(before, own('amount_yen', ofYear)) }),
  } as const
}

/** The marts about collected claims. */
export const collectionMarts = {
  collection_claims: {
    title: '債権・年度ごとの納付額',
    grain: `債権・年度に1行。同じ名前の債権は担当課が違っても合わせる。順位は全年度の合計の大きい順。${bounded}`,
    columns: {
      item_no: itemNo,
      claim,
      ...inFiscalYear,
      departments: text('その年度の担当課'),
      all_departments: text('全年度の担当課'),
      amount_yen: number('納付額', { ...yen, formula: sum('担当課ごとの納付額の合計', ofRows('collections.amount_yen', 'collection_keys', ofDepartment)) }),
      collection_keys: collectionKeys,
      total_yen: number('全年度の合計', { ...yen, formula: sum('各年度の納付額の合計', ofRows('collection_claims.amount_yen', 'year_keys', ofYear)) }),
      year_keys: keys('全年度の行'),
      rank,
      source_line: number('行'),
    },
  },
  collection_years: {
    title: '年度ごとの納付額',
    grain: `債権を収納した項目・年度に1行。${bounded}`,
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      amount_yen: number('納付額', {
        ...yen,
        formula: sum('債権ごとの納付額の合計', ofRows('collections.amount_yen', 'collection_keys', '{claim} ({department})')),
      }),
      claims: number('債権の数', { unit: '件' }),
      collection_keys: collectionKeys,
      ...changes('collection_years'),
      scope,
      previous_scope: text('前年度の納付額の範囲', nullable),
      says_why: flag('項目の実績か振り返りに増減の理由を言う文がある'),
    },
  },
  collection_claims_by_department: {
    title: '債権・担当課・年度ごとの納付額',
    grain: `債権・担当課・年度に1行。担当課が書かれていなければ「記載なし」。${bounded}`,
    columns: {
      item_no: itemNo,
      claim,
      department,
      ...inFiscalYear,
      amount_yen: number('納付額', { ...yen, formula: sum('次の数の合計', ofRows('collections.amount_yen', 'collection_keys', ofClaim)) }),
      collection_keys: collectionKeys,
      rank,
      is_every_year: flag('すべての年度に記載がある'),
      source_line: number('行'),
    },
  },
  collection_names: {
    title: 'ほかの債権の名前を含む債権',
    grain: 'ほかの債権の名前を含む債権と、含まれる債権の組に1行 (A・B と A)。どちらも別の債権として扱う',
    columns: { item_no: itemNo, claim, part: text('含まれる債権') },
  },
  collection_years_by_department: {
    title: '担当課・年度ごとの納付額',
    grain: `担当課・年度に1行。順位は全年度、年度の中の順位はその年度に多く収納した順。${bounded}`,
    columns: {
      item_no: itemNo,
      department,
      ...inFiscalYear,
      amount_yen: number('納付額', { ...yen, formula: sum('課の債権の納付額の合計', ofRows('collections.amount_yen', 'collection_keys', ofClaim)) }),
      claims: number('債権の数', { unit: '件' }),
      collection_keys: collectionKeys,
      ...changes('collection_years_by_department'),
      total_yen: number('全年度の合計', {
        ...yen,
        formula: sum('各年度の納付額の合計', ofRows('collection_years_by_department.amount_yen', 'department_keys', ofYear)),
      }),
      department_keys: keys('全年度の行'),
      rank,
      year_rank: number('年度の中の順位'),
      percent: number('年度の中の割合', {
        unit: '%',
        ...nullable,
        formula: percent('課の納付額 ÷ 年度の納付額 × 100', own('amount_yen', ofDepartment), ofWholeYear),
      }),
      year_yen: number('年度の納付額', { ...yen, formula: sum('年度の納付額', ofWholeYear) }),
      year_key: yearKey,
    },
  },
  collection_years_by_share: {
    title: '大きい債権とその他の納付額',
    grain: `全年度の合計の大きい3つの債権と、その他をまとめたもの (順位4、債権は NULL)・年度に1行。${bounded}`,
    columns: {
      item_no: itemNo,
      rank,
      claim: text('債権', nullable),
      name: text('債権またはその他'),
      ...inFiscalYear,
      amount_yen: number('納付額', { ...yen, formula: sum('その他の債権の納付額の合計', ofRows('collection_claims.amount_yen', 'claim_keys', ofClaim)) }),
      claims: number('債権の数', { unit: '件' }),
      claim_keys: keys('足した行'),
      year_yen: number('年度の納付額', { ...yen, formula: sum('年度の納付額', ofWholeYear) }),
      percent: number('年度の中の割合', {
        unit: '%',
        ...nullable,
        formula: percent('債権の納付額 ÷ 年度の納付額 × 100', own('amount_yen', '{name}'), ofWholeYear),
      }),
      year_key: yearKey,
    },
  },
  collection_years_changes: {
    title: '債権ごとの前年度からの増減',
    grain: `前年度か当年度に収納した債権・年度に1行、どちらの年度にも債権が書かれているときだけ。順位は増減の大きい順。${bounded}`,
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      previous_fiscal_year: number('前年度'),
      claim,
      before_yen: number('前年度の納付額', { ...maybeYen, formula: sum('前年度の納付額', ofRows('collection_claims.amount_yen', 'before_key', ofYear)) }),
      amount_yen: number('納付額', { ...maybeYen, formula: sum('当年度の納付額', ofRows('collection_claims.amount_yen', 'now_key', ofYear)) }),
      change_yen: number('増減', {
        ...yen,
        formula: difference(
          '当年度 − 前年度',
          ownIfListed('amount_yen', ofYear, unlistedClaim),
          ownIfListed('before_yen', '{previous_fiscal_year}', unlistedClaim),
        ),
      }),
      percent: number('全体の増減に占める割合', {
        unit: '%',
        ...nullable,
        formula: percent('債権の増減 ÷ 全体の増減 × 100', own('change_yen', ofClaim), ofRows('collection_years.change_yen', 'year_key', '全体')),
      }),
      rank,
      cause_rank: number('全体と同じ向きの債権の中の順位', nullable),
      now_key: key('当年度の行', nullable),
      before_key: key('前年度の行', nullable),
      year_key: yearKey,
    },
  },
  collection_years_steps: {
    title: '前年度から当年度までの増減の積み上げ',
    grain: `前年度の納付額 (順番0) から、増減の大きい6つの債権、その他の債権 (7) を経て当年度の納付額 (8) までの段に1行。${bounded}`,
    columns: {
      item_no: itemNo,
      ...inFiscalYear,
      rank: number('順番'),
      claim: text('債権', nullable),
      claims: number('債権の数', { unit: '件', ...nullable }),
      change_yen: number('増減', {
        ...maybeYen,
        formula: sum('債権の増減の合計', ofRows('collection_years_changes.change_yen', 'change_keys', ofClaim)),
      }),
      from_yen: number('始まり', yen),
      to_yen: number('終わり', yen),
      change_keys: keys('足した行', nullable),
    },
  },
} as const satisfies Readonly<Record<string, Mart>>
