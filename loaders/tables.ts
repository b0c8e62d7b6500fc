import { roleIds } from './ledger/roles.ts'
import { column, figureNo, figureNos, fiscalYear, itemNo, planId, provenance, type RowOf, type Table } from './records/table.ts'

const required = { required: true } as const
const yen = { unit: '円' } as const
const percent = { unit: '%' } as const
const people = { unit: '人', minimum: 0 } as const
const ofItem = [{ columns: ['plan_id', 'item_no'], table: 'items' }] as const

const plans = {
  name: 'plans',
  title: 'プラン',
  grain: 'プラン1件に1行',
  key: ['plan_id'],
  columns: [
    planId,
    column('title', 'VARCHAR', '名称', 'プランの名称'),
    column('plan_no', 'INTEGER', '次', '第何次のプランか'),
    column('municipality', 'VARCHAR', '自治体名', 'プランを定めた自治体'),
    column('municipality_code', 'VARCHAR', '団体コード', '全国地方公共団体コード6桁 (検査数字を含む)'),
    column('first_fiscal_year', 'INTEGER', '初年度', 'プランの最初の年度 (西暦)'),
    column('last_fiscal_year', 'INTEGER', '最終年度', 'プランの最後の年度 (西暦)'),
    column('edition', 'VARCHAR', '版', 'published 公表版、digest 要約版、sample 見本', { values: ['published', 'digest', 'sample'] }),
    column('source_name', 'VARCHAR', '原文の名前', '読み取った文書の名前', required),
    column('source_sha256', 'VARCHAR', '原文のSHA-256', '読み取った文書のバイト列のハッシュ', required),
  ],
} as const satisfies Table

const items = {
  name: 'items',
  title: '改革項目',
  grain: '改革項目1件に1行',
  key: ['plan_id', 'item_no'],
  references: [{ columns: ['plan_id'], table: 'plans' }],
  columns: [
    planId,
    itemNo,
    column('title', 'VARCHAR', '項目名', '改革項目の名前'),
    column('lead_department', 'VARCHAR', '記入担当課', '目次にある記入担当課。目次がなければ担当課の最初'),
    column('departments', 'VARCHAR[]', '担当課', '項目の見出しにある担当課、書かれた順'),
    column('goal', 'VARCHAR', '改善・推進目標', '改善・推進目標の文'),
    column('rating', 'VARCHAR', '総括評価', 'プラン期間の評価 (印刷どおり)'),
    column('next_plan', 'BOOLEAN', '次期プランへ', '最後の課題一覧が次期プランのものか。「引き続き」の課題なら false'),
    column('complete', 'BOOLEAN', '欠けなし', '見出しから評価まで、あるべき部分が文書にそろっているか', required),
    ...provenance,
    column('rating_source_line', 'INTEGER', '評価の行', '評価の文字がある行'),
    column('rating_source_column', 'INTEGER', '評価の桁', '評価の文字がある桁'),
    column('goal_source_line', 'INTEGER', '目標の行', '改善・推進目標が始まる行'),
    column('goal_source_column', 'INTEGER', '目標の桁', '改善・推進目標が始まる桁'),
  ],
} as const satisfies Table

const initiatives = {
  name: 'initiatives',
  title: '主な取組内容',
  grain: '主な取組内容の①②…1つに1行',
  key: ['plan_id', 'item_no', 'initiative_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('initiative_no', 'INTEGER', '取組番号', '丸数字の番号', required),
    column('text', 'VARCHAR', '内容', '取組の文', required),
    ...provenance,
  ],
} as const satisfies Table

const schedules = {
  name: 'schedules',
  title: '改善スケジュール',
  grain: '項目・柱・年度・取組番号ごとに1行 (①～③は3行)',
  key: ['plan_id', 'item_no', 'workstream_no', 'fiscal_year', 'initiative_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('workstream_no', 'INTEGER', '柱番号', 'スケジュール表の行の番号 (1から)', required),
    fiscalYear,
    column('initiative_no', 'INTEGER', '取組番号', 'その年度に行う取組の丸数字'),
    column('workstream', 'VARCHAR', '改善・推進の内容', 'スケジュール表の行の見出し', required),
    column('note', 'VARCHAR', '注記', '検討・試行・実施などの添え書き'),
    ...provenance,
  ],
} as const satisfies Table

const results = {
  name: 'results',
  title: '年度ごとの実績',
  grain: '報告された実績1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'result_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('result_no', 'INTEGER', '実績番号', '年度の中の順番 (1から)', required),
    column('heading', 'VARCHAR', '小見出し', '(1) … の小見出し'),
    column('text', 'VARCHAR', '実績', '実績の文', required),
    ...provenance,
  ],
} as const satisfies Table

const reviews = {
  name: 'reviews',
  title: '振り返りと課題',
  grain: '振り返り・課題の1つに1行',
  key: ['plan_id', 'item_no', 'kind', 'review_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('kind', 'VARCHAR', '種類', 'achieved 達成できたこと、not_achieved 達成できなかったこと、next 今後の課題', {
      required: true,
      values: ['achieved', 'not_achieved', 'next'],
    }),
    column('review_no', 'INTEGER', '番号', '種類の中の順番 (1から)', required),
    column('text', 'VARCHAR', '内容', '振り返り・課題の文', required),
    ...provenance,
  ],
} as const satisfies Table

const effects = {
  name: 'effects',
  title: '取組による効果',
  grain: '取組による効果の1行に1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'effect_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('effect_no', 'INTEGER', '効果番号', '項目と年度の中の順番 (1から)', required),
    column('label', 'VARCHAR', '効果の名前', '効果の見出し (削減額、寄附受入など)'),
    column('amount_yen', 'BIGINT', '効果額', '効果の金額', yen),
    column('quantity', 'DOUBLE', '数量', '金額のほかに書かれた数量'),
    column('quantity_unit', 'VARCHAR', '数量の単位', '件、人など'),
    column('part_of', 'INTEGER', '内数の元', '「うち」の行なら、それを含む行の効果番号'),
    ...provenance,
    figureNo('amount_yen', '効果額'),
    figureNo('quantity', '数量'),
  ],
} as const satisfies Table

const effectTotals = {
  name: 'effect_totals',
  title: '効果の総計',
  grain: '総計のある項目1件に1行',
  key: ['plan_id', 'item_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('published_yen', 'BIGINT', '公表の総計', '文書に印刷された総計', yen),
    column('computed_yen', 'BIGINT', '計算した総計', '各年度の効果額の合計。内数 (うち) は二重に数えない', yen),
    column('published_quantity', 'DOUBLE', '公表の数量計', '文書に印刷された数量の総計'),
    column('computed_quantity', 'DOUBLE', '計算した数量計', '各年度の数量の合計。総計に数量があるときだけ'),
    ...provenance,
    figureNo('published_yen', '公表の総計'),
    figureNo('published_quantity', '公表の数量計'),
  ],
} as const satisfies Table

const targets = {
  name: 'targets',
  title: '数値目標',
  grain: '文中の数値目標1つ・年度ごとに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'target_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('measure', 'VARCHAR', '指標', 'effect_yen 効果額、staff 職員数、count 件数など、percent 割合', required),
    column('value', 'DOUBLE', '目標値', '目標の値。金額は円', required),
    column('unit', 'VARCHAR', '単位', '目標値の単位', required),
    ...provenance,
    column('target_no', 'INTEGER', '目標番号', '項目と年度の中の順番 (1から)', required),
    figureNo('value', '目標値'),
  ],
} as const satisfies Table

const collections = {
  name: 'collections',
  title: '債権ごとの収納',
  grain: '年度に収納した債権1件に1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'claim_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('claim_no', 'INTEGER', '債権番号', '年度の中の順番 (1から)', required),
    column('claim', 'VARCHAR', '債権', '債権の名前', required),
    column('department', 'VARCHAR', '担当課', '括弧の中の担当課', required),
    column('amount_yen', 'BIGINT', '納付額', '納付された金額', { required: true, unit: '円' }),
    ...provenance,
    figureNo('amount_yen', '納付額'),
  ],
} as const satisfies Table

const staffing = {
  name: 'staffing',
  title: '職員数',
  grain: '職員数の基準日1つに1行',
  key: ['plan_id', 'item_no', 'as_of'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    column('as_of', 'DATE', '基準日', '職員数を数えた日', required),
    fiscalYear,
    column('planned', 'INTEGER', '計画', '定員管理計画の人数', people),
    column('actual', 'INTEGER', '実績', '実際の人数', people),
    ...provenance,
    figureNo('planned', '計画'),
    figureNo('actual', '実績'),
    column('stated_gap', 'INTEGER', '書かれた差', '実績 − 計画。計画の人数の代わりに差が書かれているときだけ (計画より6人多い = 6)', { unit: '人' }),
    figureNo('stated_gap', '書かれた差'),
  ],
} as const satisfies Table

const reemployment = {
  name: 'reemployment',
  title: '再任用職員',
  grain: '年度に1行',
  key: ['plan_id', 'item_no', 'fiscal_year'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('total', 'INTEGER', '再任用職員', '再任用職員の数', people),
    column('full_time', 'INTEGER', 'フルタイム', 'うちフルタイム', people),
    column('short_time', 'INTEGER', '短時間', 'うち短時間', people),
    column('retirees', 'INTEGER', '前年度の定年退職者', '前年度に定年退職した人数', people),
    column('rehired', 'INTEGER', '再任用された人', '定年退職者のうち再任用された人数', people),
    column('rehired_full_time', 'INTEGER', '同フルタイム', '再任用された人のうちフルタイム', people),
    column('rehired_short_time', 'INTEGER', '同短時間', '再任用された人のうち短時間', people),
    ...provenance,
    figureNo('total', '再任用職員'),
    figureNo('full_time', 'フルタイム'),
    figureNo('short_time', '短時間'),
    figureNo('retirees', '前年度の定年退職者'),
    figureNo('rehired', '再任用された人'),
    figureNo('rehired_full_time', '同フルタイム'),
    figureNo('rehired_short_time', '同短時間'),
  ],
} as const satisfies Table

const surveys = {
  name: 'surveys',
  title: '職員意識調査',
  grain: '調査1回に1行',
  key: ['plan_id', 'item_no', 'fiscal_year'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('surveyed', 'INTEGER', '対象者', '調査の対象になった人数', people),
    column('responded', 'INTEGER', '回答者', '回答した人数', people),
    column('published_percent', 'DOUBLE', '公表の回答率', '文書に印刷された回答率', percent),
    column('computed_percent', 'DOUBLE', '計算した回答率', '回答者 ÷ 対象者。公表値と同じ桁に丸める', percent),
    column('score', 'DOUBLE', '総合点', '調査の総合点', { unit: '点' }),
    column('growth_score', 'DOUBLE', '自己成長の点', '「自己成長」の点', { unit: '点' }),
    ...provenance,
    figureNo('surveyed', '対象者'),
    figureNo('responded', '回答者'),
    figureNo('published_percent', '公表の回答率'),
    figureNo('score', '総合点'),
    figureNo('growth_score', '自己成長の点'),
  ],
} as const satisfies Table

const trainings = {
  name: 'trainings',
  title: '職員研修',
  grain: '研修の1回または派遣先1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'training_no'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('kind', 'VARCHAR', '種類', 'in_house 庁内研修、external 派遣研修', { required: true, values: ['in_house', 'external'] }),
    column('training_no', 'INTEGER', '研修番号', '年度の中の順番 (1から)', required),
    column('course', 'VARCHAR', '研修', '研修または派遣先の名前', required),
    column('session', 'VARCHAR', '回', '前期・中期・後期など'),
    column('part_of', 'INTEGER', '内訳の元', '内訳の行なら、元の研修番号'),
    column('participants', 'INTEGER', '受講者', '受講した人数。書かれていなければ NULL', people),
    ...provenance,
    figureNo('participants', '受講者'),
  ],
} as const satisfies Table

const assets = {
  name: 'assets',
  title: '資産の売却と貸付',
  grain: '売却・貸付の総数、またはその地域別の1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'kind', 'region'],
  references: ofItem,
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('kind', 'VARCHAR', '種類', 'sale 売却、lease 貸付', { required: true, values: ['sale', 'lease'] }),
    column('region', 'VARCHAR', '地域', '地域の名前。NULL は総数'),
    column('contracts', 'INTEGER', '件数', '契約の件数', { unit: '件', minimum: 0 }),
    column('area_m2', 'DOUBLE', '面積', '土地の面積', { unit: 'm²' }),
    column('amount_yen', 'BIGINT', '金額', '売却額または貸付額', yen),
    column('method', 'VARCHAR', '契約方法', '随意契約、一般競争入札など'),
    ...provenance,
    figureNo('contracts', '件数'),
    figureNo('area_m2', '面積'),
    figureNo('amount_yen', '金額'),
    figureNos('contracts', '件数'),
    figureNos('area_m2', '面積'),
    figureNos('amount_yen', '金額'),
  ],
} as const satisfies Table

const itemReferences = {
  name: 'item_references',
  title: '再掲',
  grain: '再掲の印1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'reference_no'],
  references: [...ofItem, { columns: ['plan_id', 'referenced_item_no'], table: 'items' }],
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('reference_no', 'INTEGER', '再掲番号', '年度の中の順番 (1から)', required),
    column('referenced_item_no', 'INTEGER', '再掲元の項目', '再掲の印が指す項目番号', required),
    ...provenance,
  ],
} as const satisfies Table

const optionalItemNo = column('item_no', 'INTEGER', '項目番号', '改革項目の番号。項目の外なら NULL', { minimum: 1 })
const optionalYear = column('fiscal_year', 'INTEGER', '年度', '文が報告する年度 (西暦)。年度に属さなければ NULL')

const figures = {
  name: 'figures',
  title: '数字',
  grain: '文書にある数字1つに1行',
  key: ['plan_id', 'figure_no'],
  references: ofItem,
  columns: [
    planId,
    column('figure_no', 'INTEGER', '数字番号', '文書の中の順番 (1から)', { required: true, minimum: 1 }),
    optionalItemNo,
    optionalYear,
    column('value', 'DOUBLE', '値', '印刷された数字の値 (単位の換算なし)'),
    column('unit', 'VARCHAR', '単位', '数字に続く単位'),
    column('label', 'VARCHAR', '名前', '何の数字か (直前の言葉)'),
    column('role', 'VARCHAR', '役割', 'amount 金額、count 数、percent 割合、date 日付、item_no 項目番号など。NULL は読み取れなかった数字', {
      values: roleIds,
    }),
    ...provenance,
  ],
} as const satisfies Table

const checks = {
  name: 'checks',
  title: '照合',
  grain: '突き合わせ1件に1行 (一致も含む)',
  key: ['plan_id', 'check_no'],
  references: ofItem,
  columns: [
    planId,
    column('check_no', 'INTEGER', '照合番号', '順番 (1から)', { required: true, minimum: 1 }),
    column('rule', 'VARCHAR', '規則', '照合の規則の名前', required),
    optionalItemNo,
    optionalYear,
    column('outcome', 'VARCHAR', '結果', 'agrees 一致、differs 相違、missing 欠落', { required: true, values: ['agrees', 'differs', 'missing'] }),
    column('published', 'DOUBLE', '公表値', '文書に印刷された値'),
    column('computed', 'DOUBLE', '計算値', '文書のほかの記述から計算した値'),
    column('message', 'VARCHAR', '説明', '何と何を比べたか', required),
    column('source_line', 'INTEGER', '行', '公表値のある行'),
    column('difference', 'DOUBLE', '差', '公表値 − 計算値'),
    column('formula', 'VARCHAR', '計算の式', 'sum 合計、difference 差 (1つ目 − 2つ目)、percent 割合 (1つ目 ÷ 2つ目 × 100、印刷された桁に丸める)', {
      values: ['sum', 'difference', 'percent'],
    }),
  ],
} as const satisfies Table

const checkOperands = {
  name: 'check_operands',
  title: '照合の数字',
  grain: '照合で突き合わせた数字1つに1行',
  key: ['plan_id', 'check_no', 'operand_no'],
  references: [
    { columns: ['plan_id', 'check_no'], table: 'checks' },
    { columns: ['plan_id', 'figure_no'], table: 'figures' },
  ],
  columns: [
    planId,
    column('check_no', 'INTEGER', '照合番号', 'この数字を使う照合 (checks.check_no)', { required: true, minimum: 1 }),
    column('operand_no', 'INTEGER', '順番', '照合の中の順番 (1から)', { required: true, minimum: 1 }),
    column('side', 'VARCHAR', '側', 'published 公表値 (その合計)、computed 計算値 (checks.formula で計算)', {
      required: true,
      values: ['published', 'computed'],
    }),
    column('name', 'VARCHAR', '名前', '何の数字か (令和2年度、債権の名前など)', required),
    column('value', 'DOUBLE', '値', '数字の値。金額は円', required),
    column('figure_no', 'INTEGER', '数字番号', 'その値が書かれた数字 (figures.figure_no)。数字に書かれていなければ NULL', { minimum: 1 }),
  ],
} as const satisfies Table

const sourceLines = {
  name: 'source_lines',
  title: '原文の行',
  grain: '文書の1行に1行',
  key: ['plan_id', 'line_no'],
  references: [{ columns: ['plan_id'], table: 'plans' }],
  columns: [
    planId,
    column('line_no', 'INTEGER', '行番号', '文書の行 (1から)', { required: true, minimum: 1 }),
    column('text', 'VARCHAR', '文', '行の文そのまま', required),
    optionalItemNo,
    column('part', 'VARCHAR', '部分', '行が属する部分 (results 実績、effects 効果など)。blank は空行、unread は読み取れなかった行', required),
  ],
} as const satisfies Table

/** Every published table under the name it has in the code; the one definition of names, types, titles, units, keys. */
export const tables = {
  plans,
  items,
  initiatives,
  schedules,
  results,
  reviews,
  effects,
  effectTotals,
  targets,
  collections,
  staffing,
  reemployment,
  surveys,
  trainings,
  assets,
  itemReferences,
  figures,
  checks,
  checkOperands,
  sourceLines,
} as const

export type TableKey = keyof typeof tables

/** The published row of a table. */
export type Row<K extends TableKey> = RowOf<(typeof tables)[K]>
