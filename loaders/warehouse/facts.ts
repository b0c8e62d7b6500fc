import { measures } from '../measures.ts'
import { bases, column, itemTitleColumn, notMeasured, ofPlan, optionalFiscalYear, planId, required, seriesColumn, type Table } from '../records/table.ts'

/** The table of facts: every measured value of the other tables in a row of its own, with what a pivot groups it by. */
export const facts = {
  name: 'facts',
  title: '測った値の一覧',
  grain: '何かを測る値 (金額、人数、割合など) 1つに1行。どの表の値も、項目とプランの名前を添えて並べる',
  key: [],
  references: ofPlan,
  columns: [
    planId,
    seriesColumn,
    column('municipality_code', 'VARCHAR', '団体コード', '全国地方公共団体コード6桁 (検査数字を含む)'),
    column('municipality', 'VARCHAR', '自治体名', 'プランを定めた自治体'),
    column('prefecture', 'VARCHAR', '都道府県', '団体コードの初めの2桁が表す都道府県'),
    column('plan_title', 'VARCHAR', 'プランの名称', 'プランの名称'),
    column('item_no', 'INTEGER', '項目番号', '改革項目の番号 (No.)。プラン全体の値なら NULL', { minimum: 1 }),
    column('item_code', 'VARCHAR', '見出しの番号', '項目の見出しにある番号'),
    itemTitleColumn,
    column('theme', 'VARCHAR', '体系', '項目の上にある見出し、上のものから「 > 」でつなぐ'),
    column('lead_department', 'VARCHAR', '記入担当課', '項目の記入担当課'),
    column('rating', 'VARCHAR', '総括評価', '項目のプラン期間の評価 (公表どおり)'),
    { ...optionalFiscalYear, description: '年度の始まる西暦年。期間全体の値なら NULL' },
    column('era_label', 'VARCHAR', '和暦の年度', '元号で書いた年度 (令和2年度)'),
    column('measure', 'VARCHAR', '指標', '値のある表と列の名前 (effects_yen)', {
      ...required,
      values: measures.map(({ id }) => id),
    }),
    column('measure_ja', 'VARCHAR', '指標の名前', '指標の日本語の名前', {
      ...required,
      values: measures.map(({ measure }) => measure.title),
    }),
    column('detail', 'VARCHAR', '内容', 'その行の名前 (効果の名前、債権、研修、基準日、売却か貸付か)'),
    column('dimension', 'VARCHAR', '内訳の名前', 'その中の分け方 (地域、研修の回、債権の担当課)'),
    column('value', 'DOUBLE', '値', '値。金額は円', { ...required, ...notMeasured }),
    column('unit', 'VARCHAR', '単位', '値の単位'),
    column('basis', 'VARCHAR', '値の性質', inWords(bases), { ...required, values: Object.keys(bases) }),
    column('additive', 'BOOLEAN', '足せる値', '足し合わせてよい値か。人数の現在高、割合、点数と、サイトが「合計できない」とする項目の効果は false', required),
    column('is_total', 'BOOLEAN', '合計の行', 'ほかの行を足した値か。ほかの行と一緒に足すと二重になる', required),
    column('is_part', 'BOOLEAN', '内数の行', '同じ指標のほかの行に含まれる値か。含む行と一緒に足すと二重になる', required),
    column('is_repeat', 'BOOLEAN', '再掲の行', '別の項目か行でも数えられている値か。一緒に足すと二重になる', required),
    column('figure_no', 'INTEGER', '数字番号', 'その値が書かれた数字 (figures.figure_no)。数字に書かれていなければ NULL', { minimum: 1 }),
    column('source_page', 'INTEGER', '原文のページ', '値の根拠のあるページ。文字だけの文書なら NULL', { minimum: 1 }),
    column('source_line', 'INTEGER', '原文の行', '値の根拠の文が始まる行 (1から)', { ...required, minimum: 1 }),
  ],
} as const satisfies Table

/** Codes with their names: actual 実績、planned 計画. */
function inWords(names: Readonly<Record<string, string>>): string {
  return Object.entries(names)
    .map(([code, name]) => `${code} ${name}`)
    .join('、')
}
