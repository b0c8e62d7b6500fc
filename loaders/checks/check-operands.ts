import type { Words } from '../document/words.ts'
import { figureNumbers } from '../ledger/figure-numbers.ts'
import { figures } from '../ledger/figures.ts'
import { type Context, documentTable, type Reading } from '../records/reading.ts'
import { column, notMeasured, planId, required, type Table } from '../records/table.ts'
import { type NumberedFinding, runChecks } from './run.ts'

const definition = {
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
    column('side', 'VARCHAR', '側', 'published 公表値 (その合計)、computed 再計算値 (checks.formula で計算)', {
      required: true,
      values: ['published', 'computed'],
    }),
    column('name', 'VARCHAR', '名前', '数字の名前 (令和2年度、債権の名前など)', required),
    column('value', 'DOUBLE', '値', '数字の値。金額は円', { ...required, ...notMeasured }),
    column('figure_no', 'INTEGER', '数字番号', 'その値が書かれた数字 (figures.figure_no)。数字に書かれていなければ NULL', { minimum: 1 }),
  ],
} as const satisfies Table

/** A number that a check compares. */
export type CheckOperandRecord = Reading<typeof definition>

function readOperands({ check_no, finding }: NumberedFinding, numberOf: (words: Words) => number | null): CheckOperandRecord[] {
  const operands = (['published', 'computed'] as const).flatMap((side) => finding.operands[side].map((operand) => ({ side, ...operand })))
  return operands.map(({ side, name, value, figure }, index) => ({
    check_no,
    operand_no: index + 1,
    side,
    name,
    value,
    figure_no: figure && numberOf(figure),
  }))
}

function readAll(context: Context): CheckOperandRecord[] {
  const numberOf = figureNumbers(context.rows(figures))
  return runChecks(context).flatMap((finding) => readOperands(finding, numberOf))
}

/** 照合の数字. */
export const checkOperands = documentTable(definition, readAll)
