import { documentTable, type Reading } from '../records/reading.ts'
import { column, notMeasured, ofItem, ofPlan, optionalFiscalYear, optionalItemNo, planId, type RowOf, required, type Table } from '../records/table.ts'
import { sumOf } from '../vocabulary/numerals.ts'
import type { RuleId } from './rules.ts'
import { type NumberedFinding, runChecks } from './run.ts'

const definition = {
  name: 'checks',
  title: '照合',
  grain: '突き合わせ1件に1行 (一致も含む)',
  key: ['plan_id', 'check_no'],
  references: [{ ...ofItem[0], mayLeadNowhere: true }, ...ofPlan],
  columns: [
    planId,
    column('check_no', 'INTEGER', '照合番号', '順番 (1から)', { required: true, minimum: 1 }),
    column('rule', 'VARCHAR', '規則', '照合の規則の名前', required),
    optionalItemNo,
    optionalFiscalYear,
    column('outcome', 'VARCHAR', '結果', 'agrees 一致、differs 相違、missing 欠落', { required: true, values: ['agrees', 'differs', 'missing'] }),
    column('published', 'DOUBLE', '公表値', '文書で公表された値', notMeasured),
    column('computed', 'DOUBLE', '再計算値', '文書のほかの記述から再計算した値', notMeasured),
    column('message', 'VARCHAR', '説明', '何と何を比べたか', required),
    column('source_line', 'INTEGER', '行', '公表値のある行'),
    column('difference', 'DOUBLE', '差', '公表値 − 再計算値', notMeasured),
    column('formula', 'VARCHAR', '計算の式', 'sum 合計、difference 差 (1つ目 − 2つ目)、percent 割合 (1つ目 ÷ 2つ目 × 100、公表値の桁に丸める)', {
      values: ['sum', 'difference', 'percent'],
    }),
    column(
      'relation',
      'VARCHAR',
      '比べ方',
      '再計算値が公表値に対してどうあるはずか: same 同じ、over 超、at_least 以上、under 未満、at_most 以下。数字を比べなければ NULL',
      {
        values: ['same', 'over', 'at_least', 'under', 'at_most'],
      },
    ),
    column('part', 'VARCHAR', '部分', 'あるかどうかを見る項目の部分の名前 (担当課、実績)。ほかの照合なら NULL'),
    column(
      'cause_no',
      'INTEGER',
      '原因の照合番号',
      '欠落の原因を示す照合の番号: 項目のページがなければそのページの照合、ほかはその行自身。欠落でなければ NULL',
      { minimum: 1 },
    ),
  ],
} as const satisfies Table

/** A comparison. */
export type CheckRecord = Reading<typeof definition>

/** A row of `checks` as it is stored, with the rule that gave it. */
export type Check = RowOf<typeof definition> & { rule: RuleId }

function readCheck({ check_no, rule, cause_no, finding: { words, operands, part, ...finding } }: NumberedFinding): CheckRecord {
  const { published, computed } = finding
  const difference = published === null || computed === null ? null : sumOf([published, -computed])
  return { check_no, rule, ...finding, source_line: words?.place.start.line ?? null, difference, part: part ?? null, cause_no }
}

/** 照合, those that agree among them. */
export const checks = documentTable(definition, (context) => runChecks(context).map(readCheck))
