import { changePercent, count, difference, ofRows, own, percent, sum } from '../formula.ts'
import { flag, inFiscalYear, itemNo, key, keys, type Mart, nullable, number, text } from './mart.ts'

const yen = { unit: '円' } as const
const maybeYen = { unit: '円', nullable: true } as const
/** Kinds of effect in the words of the pages. */
export const effectKindNames = { saving: '節減・増収', donation: '寄附の受入', both: '節減・増収と寄附' } as const
const kind = text('種類', { labels: effectKindNames })
/** What effects can be compared with, in the words of the pages. */
export const comparisonNames = { comparable: '同じ内容の効果', varying: '年度で内容が違う効果', donation: '寄附の受入', all: '合計' } as const
/** What one must know of an amount to use it, in the words of the pages. */
export const effectMatterNames = { account: '会計区分', lasting: '一過性か恒常か', span: '単年度か累計か', method: '算定方法' } as const
const comparison = text('比べられるか', { labels: comparisonNames })
const ofYear = '{fiscal_year}'
const ofItem = '{item_no}'

const linesOfYear = sum('次の数の合計', ofRows('effects.amount_yen', 'line_keys', '{label}'))
const yearsOf = (relation: string) => sum('各年度の効果額の合計', ofRows(`${relation}.amount_yen`, 'year_keys', ofYear))
const changeOf = (relation: string) => difference('当年度 − 前年度', own('amount_yen', ofYear), ofRows(`${relation}.amount_yen`, 'before_key', ofYear))
const changePercentOf = (relation: string) => changePercent(ofRows(`${relation}.amount_yen`, 'before_key', ofYear), own('amount_yen', ofYear))

/** The columns of a year's amount with its change on the year before and the sum of all years so far. */
const changes = (relation: string) =>
  ({
    previous_yen: number('前年度の効果額', { ...maybeYen, formula: sum('前年度の効果額', ofRows(`${relation}.amount_yen`, 'before_key', ofYear)) }),
    change_yen: number('前年度差', { ...maybeYen, formula: changeOf(relation) }),
    change_percent: number('増減率', { unit: '%', ...nullable, formula: changePercentOf(relation) }),
    cumulative_yen: number('累計', { ...maybeYen, formula: yearsOf(relation) }),
    before_key: key('前年度の行', nullable),
    year_keys: keys('その年度までの行', nullable),
  }) as const

/** Of all effects of a year, how much are those of a row, which `part` names. */
const shareOfYear = (part: string) =>
  number('年度の中の割合', {
    unit: '%',
    ...nullable,
    formula: percent(`${part} ÷ 年度の効果額 × 100`, own('amount_yen', part), ofRows('effect_years_by_comparison.amount_yen', 'all_key', '年度の効果額')),
  })

/** How many items of a part there are, whose rows `rows` holds. */
const itemCount = <const T extends string>(title: T, words: string, column: string, rows: string) =>
  number(title, { unit: '項目', formula: count(words, ofRows(`effect_years.${column}`, rows, ofItem)) })

/** The marts about effects. */
export const effectMarts = {
  effect_lines: {
    title: '効果の行 (内数を除く)',
    grain: '効果の行1つに1行。ほかの行に含まれる行 (うち)、再掲の行、合計できない項目の行は入らない',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      ...inFiscalYear,
      effect_no: number('効果番号'),
      kind,
      label: text('効果の名前', nullable),
      label_unified: text('効果の名前 (表記をそろえたもの)', nullable),
      amount_yen: number('効果額', maybeYen),
      quantity: number('数量', nullable),
      quantity_unit: text('数量の単位', nullable),
      source_line: number('行'),
    },
  },
  effect_years: {
    title: '項目・種類・年度ごとの効果額',
    grain: '項目・種類 (寄附の受入か、節減・増収か)・年度に1行。金額の書かれた行がなければ効果額は NULL',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      kind,
      ...inFiscalYear,
      amount_yen: number('効果額', { ...maybeYen, formula: linesOfYear }),
      line_keys: keys('足した行', nullable),
      source_line: number('行'),
      labels: text('効果の名前', nullable),
      comparison,
      ...changes('effect_years'),
      is_like_before: flag('前年度と同じ名前', nullable),
      share_percent: shareOfYear('項目の効果額'),
      all_key: key('年度の行'),
      kind_yen: number('同じ種類の年度の効果額', {
        ...maybeYen,
        formula: sum('同じ種類の項目の効果額の合計', ofRows('effect_years.amount_yen', 'kind_keys', ofItem)),
      }),
      kind_keys: keys('同じ種類の項目の行', nullable),
      kind_key: key('同じ種類の初めの項目の行', nullable),
      kind_share_percent: number('同じ種類の中の年度の割合', {
        unit: '%',
        ...nullable,
        formula: percent(
          '項目の効果額 ÷ 同じ種類の年度の効果額 × 100',
          own('amount_yen', ofItem),
          ofRows('effect_years.kind_yen', 'kind_key', '同じ種類の効果額'),
        ),
      }),
      change_rank: number('増減の順位 (同じ内容の効果、寄附の受入、年度で内容が違う効果の順)', nullable),
    },
  },
  effect_item_years: {
    title: '項目・年度ごとの効果額',
    grain: '円の効果のある項目・年度に1行。種類は合わせる',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      ...inFiscalYear,
      kind,
      amount_yen: number('効果額', { ...yen, formula: sum('種類ごとの効果額の合計', ofRows('effect_years.amount_yen', 'kind_keys', '{kind}')) }),
      kind_keys: keys('足した行'),
      source_line: number('行'),
      labels: text('効果の名前', nullable),
      ...changes('effect_item_years'),
      is_like_before: flag('前年度と同じ名前', nullable),
    },
  },
  effect_years_by_comparison: {
    title: '効果額を比べられるものと比べられないものに分けた年度ごとの額',
    grain:
      'プラン・比べられるか・年度に1行。寄附の受入は donation、どこかの年度で効果の名前が前年度と違う項目は全年度とも varying、ほかは comparable、all はその合計。寄附とほかの効果のある項目は行で分ける',
    columns: {
      comparison,
      ...inFiscalYear,
      amount_yen: number('効果額', {
        ...maybeYen,
        formula: sum('各項目の効果額の合計 (内数は二重に数えない)', ofRows('effect_years.amount_yen', 'item_keys', ofItem)),
      }),
      item_keys: keys('足した行', nullable),
      items: itemCount('項目の数', '効果額のある項目を数える', 'amount_yen', 'item_keys'),
      risen_keys: keys('前年度から増えた項目の行', nullable),
      risen_items: itemCount('前年度から増えた項目の数', '前年度から増えた項目を数える', 'change_yen', 'risen_keys'),
      fallen_keys: keys('前年度から減った項目の行', nullable),
      fallen_items: itemCount('前年度から減った項目の数', '前年度から減った項目を数える', 'change_yen', 'fallen_keys'),
      ...changes('effect_years_by_comparison'),
      is_like_before: flag('前年度と同じ効果の合計', nullable),
      share_percent: shareOfYear('効果額'),
      cumulative_share_percent: number('累計の中の割合', {
        unit: '%',
        ...nullable,
        formula: percent(
          '累計 ÷ 全効果額の累計 × 100',
          own('cumulative_yen', '累計'),
          ofRows('effect_years_by_comparison.cumulative_yen', 'all_key', '全効果額の累計'),
        ),
      }),
      all_key: key('年度の行'),
    },
  },
  effect_years_by_item: {
    title: '項目・種類ごとの効果額 (全年度)',
    grain: '効果のある項目・種類に1行、全年度を合わせる。順位は大きい順',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      kind,
      comparison,
      total_yen: number('全年度の合計', { ...yen, formula: yearsOf('effect_years') }),
      year_keys: keys('足した行'),
      share_percent: number('全体の中の割合', {
        unit: '%',
        ...nullable,
        formula: percent(
          '項目の全年度の合計 ÷ 全項目の全年度の合計 × 100',
          own('total_yen', '項目の全年度の合計'),
          ofRows('effect_years_by_comparison.cumulative_yen', 'all_key', '全項目の全年度の合計'),
        ),
      }),
      comparison_share_percent: number('同じ区分の中の割合', {
        unit: '%',
        ...nullable,
        formula: percent(
          '項目の全年度の合計 ÷ 同じ区分の全年度の合計 × 100',
          own('total_yen', '項目の全年度の合計'),
          ofRows('effect_years_by_comparison.cumulative_yen', 'comparison_key', '同じ区分の全年度の合計'),
        ),
      }),
      rank: number('順位'),
      all_key: key('全体の行'),
      comparison_key: key('同じ区分の行'),
    },
  },
  effect_years_against_targets: {
    title: '目標額と効果額',
    grain: '効果額の書かれた年度の、効果額の目標1つに1行',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      ...inFiscalYear,
      target_no: number('目標番号'),
      target_yen: number('目標額', { ...yen, formula: sum('目標額', ofRows('targets.value', 'target_key', '目標額')) }),
      amount_yen: number('効果額', { ...yen, formula: sum('効果額', ofRows('effect_item_years.amount_yen', 'effect_key', '効果額')) }),
      gap_yen: number('目標との差', { ...yen, formula: difference('効果額 − 目標額', own('amount_yen', '効果額'), own('target_yen', '目標額')) }),
      percent: number('目標に対する割合', {
        unit: '%',
        ...nullable,
        formula: percent('効果額 ÷ 目標額 × 100', own('amount_yen', '効果額'), own('target_yen', '目標額')),
      }),
      target_key: key('目標の行'),
      effect_key: key('効果額の行'),
      source_line: number('行'),
    },
  },
  effect_parts: {
    title: '効果額の内数 (うち)',
    grain: '金額の書かれた「うち」の行1つに1行、内数を含む行とともに',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      ...inFiscalYear,
      effect_no: number('効果番号'),
      label: text('内数の名前', nullable),
      amount_yen: number('内数の額', { ...yen, formula: sum('内数の額', ofRows('effects.amount_yen', 'part_key', '内数')) }),
      whole_no: number('内数を含む行の効果番号'),
      whole_label: text('内数を含む行の名前', nullable),
      whole_yen: number('内数を含む額', { ...yen, formula: sum('内数を含む額', ofRows('effects.amount_yen', 'whole_key', '内数を含む額')) }),
      percent: number('割合', {
        unit: '%',
        ...nullable,
        formula: percent('内数 ÷ 内数を含む額 × 100', own('amount_yen', '内数'), own('whole_yen', '内数を含む額')),
      }),
      part_key: key('内数の行'),
      whole_key: key('内数を含む行'),
      source_line: number('行'),
    },
  },
  effect_total_gaps: {
    title: '公表の総計と再計算した総計',
    grain: '円の総計が公表された項目に1行',
    columns: {
      item_no: itemNo,
      title: text('項目名', nullable),
      published_yen: number('公表の総計', { ...yen, formula: sum('公表の総計', ofRows('effect_totals.published_yen', 'total_key', '公表の総計')) }),
      computed_yen: number('再計算した総計', {
        ...yen,
        formula: sum('各年度の効果額の合計 (うちの行は内数を含む額に入っているので足さない)', ofRows('effect_item_years.amount_yen', 'year_keys', ofYear)),
      }),
      gap_yen: number('差', {
        ...yen,
        formula: difference('公表の総計 − 再計算した総計', own('published_yen', '公表の総計'), own('computed_yen', '再計算した総計')),
      }),
      gap_percent: number('差の割合', {
        unit: '%',
        ...nullable,
        formula: {
          kind: 'change_percent',
          words: '(公表の総計 − 再計算した総計) ÷ 再計算した総計 × 100、小数第1位に丸める',
          operands: [own('computed_yen', '再計算した総計'), own('published_yen', '公表の総計')],
          places: 1,
        },
      }),
      rounding_yen: number('端数の幅', yen),
      differs: flag('一致しない'),
      parts_yen: number('内数の合計', maybeYen),
      counts_parts_twice: flag('内数を二重に数えたと見られる'),
      total_key: key('総計の行'),
      year_keys: keys('足した行', nullable),
      source_line: number('行'),
    },
  },
  effect_remarks: {
    title: '効果額の性質について文書が述べること',
    grain: '事項と、それを言う言葉が始まる行に1行。効果額のある項目の文と、どの項目のものでもない文から言葉を探しただけで、額の性質を判定したものではない',
    columns: { matter: text('事項', { labels: effectMatterNames }), item_no: number('項目番号', nullable), source_line: number('行') },
  },
} as const satisfies Readonly<Record<string, Mart>>
