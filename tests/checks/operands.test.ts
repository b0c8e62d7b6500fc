import { expect, it } from 'vitest'
import { operandProblems } from '../../tools/fuzz/operand-laws.ts'
import { documentText, type ItemText } from '../support/documents.ts'
import { readGenerated } from '../support/generated.ts'
import { digestPath, hasPublished, ingest, publishedPath } from '../support/plans.ts'

/** The checks of a rule in a document of one item: formula, then each operand as side, name, value, and the value of its number. */
function compared(rule: string, item: ItemText): unknown[] {
  const { rows } = readGenerated(documentText(item))
  expect(operandProblems({ rows })).toEqual([])
  return rows.checks
    .filter((check) => check.rule === rule)
    .map(({ check_no, formula }) => [
      formula,
      ...rows.checkOperands
        .filter((operand) => operand.check_no === check_no)
        .map(({ side, name, value, figure_no }) => [side, name, value, figure_no === null ? null : rows.figures[figure_no - 1]?.value]),
    ])
}

it('a total is the sum of its years, those of several lines with their labels', () => {
  expect(compared('effect-total', { effects: ['令和2年度\t節減\t5千円', '令和3年度\t節減\t2千円', '\t寄附\t3件\t1千円', '総計\t9千円'] })).toEqual([
    [
      'sum',
      ['published', '総計', 9000, 9],
      ['computed', '令和2年度', 5000, 5],
      ['computed', '令和3年度 節減', 2000, 2],
      ['computed', '令和3年度 寄附', 1000, 1],
    ],
  ])
})

it('a rate is a percentage of those who answered and those who were asked', () => {
  expect(compared('response-rate', { years: { 令和2年度: '・40人を対象に尋ね、23人から回答（回答率58%）。' } })).toEqual([
    ['percent', ['published', '回答率', 58, 58], ['computed', '回答者', 23, 23], ['computed', '対象者', 40, 40]],
  ])
})

it('a change of the score is this year less the year before, with its sign', () => {
  const years = {
    令和2年度: '・9人を対象に尋ね、8人から回答。総合点は64点。',
    令和3年度: '・9人を対象に尋ね、7人から回答。総合点は61点、前年度から3ポイント低下した。',
  }
  expect(compared('score-change', { years })).toEqual([
    ['difference', ['published', '前年度との差', -3, 3], ['computed', '令和3年度', 61, 61], ['computed', '令和2年度', 64, 64]],
  ])
})

it.each([
  ['計画より2人少ない98人', ['published', '計画との差', -2, 2], 100],
  ['計画と同じ98人', ['published', '計画との差', 0, null], 98],
])('a gap stated as %s is actual less plan of the other statement', (statement, published, planned) => {
  const item = { years: { 令和3年度: `・令和3年4月1日時点の職員数は${statement}だった。` }, notAchieved: `○【R3.4.1】計画${planned}人、実績98人` }
  expect(compared('staffing-agreement', item)).toEqual([['difference', published, ['computed', '実績', 98, 98], ['computed', '計画', planned, planned]]])
})

it('actual head counts that differ are compared as they are', () => {
  const item = { years: { 令和3年度: '・令和3年4月1日時点の職員数は計画より2人少ない98人だった。' }, notAchieved: '○【R3.4.1】計画100人、実績97人' }
  expect(compared('staffing-agreement', item)).toEqual([['sum', ['published', '実績', 98, 98], ['computed', '実績', 97, 97]]])
})

it('two sales of a year are an operand each, and several lines of an effect too', () => {
  const item = { years: { 令和2年度: '・売却額 100円 ・売却額 20円' }, effects: ['令和2年度\t売却\t110円', '\tその他\t10円'] }
  expect(compared('effect-breakdown', item)).toEqual([
    ['sum', ['published', '売却', 110, 110], ['published', 'その他', 10, 10], ['computed', '売却額', 100, 100], ['computed', '売却額', 20, 20]],
  ])
})

it('a total whose claims are missing has its own number alone', () => {
  const years = { 令和2年度: '納付額合計 30円 家賃 30円（建築課）', 令和3年度: '納付額合計 40円。' }
  expect(compared('collection-total', { years })).toEqual([
    ['sum', ['published', '納付額合計', 30, 30], ['computed', '家賃', 30, 30]],
    [null, ['published', '納付額合計', 40, 40]],
  ])
})

it('rules that compare no numbers have neither formula nor operands', () => {
  expect(compared('rating-scale', { rating: 'A' })).toEqual([[null]])
})

it('give what each check compares, in the digest', async () => {
  const { rows } = await ingest(digestPath)
  expect(operandProblems({ rows })).toEqual([])
  expect(rows.checkOperands.length).toBeGreaterThan(100)
})

it.skipIf(!hasPublished)('give what each check compares, in the published document', async () => {
  expect(operandProblems(await ingest(publishedPath))).toEqual([])
})
