import { type PlanMoney, planStatements } from './plan-statements.ts'
import { type Context, documentTable, type Explained, type Reading } from './reading.ts'
import { column, figureNo, ofPlan, optionalFiscalYear, planId, provenance, required, type Table, yen } from './table.ts'

const definition = {
  name: 'plan_effects',
  title: 'プラン全体の効果額',
  grain: '項目の外に書かれた、プラン全体の金額1つに1行',
  key: ['plan_id', 'effect_no'],
  references: ofPlan,
  facts: {
    detail: { column: 'measure', names: { saving: '削減', revenue: '増収', total: '合わせた効果' } },
    isPartOf: "own.measure <> 'total' AND whole.measure = 'total' AND whole.basis = own.basis",
    isTotal: `own.basis = 'cumulative' OR own.fiscal_year IS NULL AND ${another(`other.fiscal_year IS NOT NULL
      AND (other.measure = own.measure OR 'total' IN (other.measure, own.measure))`)}`,
    isRepeat: another(`other.effect_no < own.effect_no
      AND other.amount_yen = own.amount_yen
      AND other.measure = own.measure
      AND other.fiscal_year IS NOT DISTINCT FROM own.fiscal_year`),
  },
  columns: [
    planId,
    column('effect_no', 'INTEGER', '効果番号', '文書の中の順番 (1から)', { required: true, minimum: 1 }),
    { ...optionalFiscalYear, description: '年度の始まる西暦年。期間全体の額なら NULL' },
    column('measure', 'VARCHAR', '指標', 'saving 削減、revenue 増収、total 合わせた効果', { values: ['saving', 'revenue', 'total'], ...required }),
    column('basis', 'VARCHAR', '実績か計画か', 'actual 実績、planned 計画、cumulative 前の年度までを重ねた額', {
      values: ['actual', 'planned', 'cumulative'],
      ...required,
    }),
    column('amount_yen', 'BIGINT', '効果額', '金額。増えた効果が正。△が減った額か増えた額かわからなければ NULL', {
      ...yen,
      measure: {
        title: 'プラン全体の効果額',
        basis: { column: 'basis', names: { actual: 'actual', planned: 'planned', cumulative: 'printed' } },
        isAdditive: true,
      },
    }),
    ...provenance,
    figureNo('amount_yen', '効果額'),
  ],
} as const satisfies Table

/** SQL: whether the plan has another amount of the basis of `own` that meets a condition. */
function another(condition: string): string {
  return `EXISTS (
    SELECT 1 FROM plan_effects AS other
    WHERE other.plan_id = own.plan_id AND other.basis = own.basis AND other.amount_yen IS NOT NULL AND ${condition}
  )`
}

/** Money that the document states for the whole plan. */
export type PlanEffectRecord = Reading<typeof definition>

/** プラン全体の効果額: one row for each amount of tables and sentences outside items; what its sign means is said where it is open. */
function readPlanEffects({ document, report }: Context): PlanEffectRecord[] {
  const money = planStatements(document).flatMap((statement) => statement.money)
  for (const { amount } of money) {
    if (amount.isOpen) report.warn('open-sum', amount.words, `△が減った額か増えた額かわからない: ${amount.words.text}`)
    else if (amount.yen === undefined) report.error('unread-amount', amount.words, `金額を円にできない: ${amount.words.text}`)
  }
  return money.sort(byPlace).map(({ fiscalYear, measure, basis, amount }, index) => ({
    effect_no: index + 1,
    fiscal_year: fiscalYear,
    measure,
    basis,
    amount_yen: amount.yen ?? null,
    amount_yen_figure_no: amount.yen === undefined ? null : amount.words,
    words: amount.words,
  }))
}

function byPlace(a: PlanMoney, b: PlanMoney): number {
  return a.amount.words.cleanIndex(0) - b.amount.words.cleanIndex(0)
}

/** Sums of what is cumulative already, rates and differences, which are read and no effect. */
function explainPlanEffects({ document }: Context): Explained[] {
  return planStatements(document).flatMap(({ sums, rates }) => [
    ...sums.map(({ amount }): Explained => ({ words: amount.words, reason: 'cumulative' })),
    ...rates.map((words): Explained => ({ words, reason: 'rate' })),
  ])
}

/** プラン全体の効果額. */
export const planEffects = documentTable(definition, readPlanEffects, explainPlanEffects)
