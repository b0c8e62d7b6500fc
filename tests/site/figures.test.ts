import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluate, mismatch } from '../support/shown.ts'
import { openSite, type Site } from './browser.ts'
import { figureFindings } from './figure-findings.ts'

let site: Site
let findings: Awaited<ReturnType<typeof figureFindings>>
beforeAll(async () => {
  site = await openSite()
  findings = await figureFindings(site)
})
afterAll(() => site?.close())

describe('every figure of every page', () => {
  it.each([
    ['that was read shows the value of the row that it leads to', 'read', 2500],
    ['that was computed shows the result of its receipt', 'results', 1000],
    ['that was computed has a receipt whose operands give its result by its formula', 'receipts', 1000],
    ['in the table of a card shows the value in the file of the card, which the warehouse holds', 'cells', 2000],
  ] as const)('%s', (_, kind, atLeast) => {
    expect(findings[kind].problems).toEqual([])
    expect(findings[kind].looked).toBeGreaterThan(atLeast)
  })
})

describe('the reading back of what pages show', () => {
  it.each([
    ['27.2億円', 2_718_172_303, ''],
    ['4,158万円', -41_583_894, '減った'],
    ['−41,583,894円', -41_583_894, ''],
    ['+8,483.5%', 8483.5, ''],
    ['計画より7人少ない', -7, ''],
    ['±0', 0, ''],
    ['12.9', 1_288_499_412, '億円'],
    ['0.0%', -0.02, ''],
  ])('takes %s for %d', (text, value, after) => {
    expect(mismatch(text, value, after)).toBeUndefined()
  })

  it.each([
    ['27.1億円', 2_718_172_303],
    ['4,158万円', -41_583_894],
    ['+12.5%', -12.5],
    ['−3', 3],
    ['1,234', 1235],
    ['不明', 0],
  ])('does not take %s for %d', (text, value) => {
    expect(mismatch(text, value)).toBeDefined()
  })

  it('computes by the formula in words', () => {
    const years = [
      { name: '令和3年度 (2021)', text: '40' },
      { name: '令和4年度 (2022)', text: '30円' },
    ]
    const value = (formula: string) => evaluate({ formula, operands: years, result: '' })
    expect(value('当年度 − 前年度')).toBe(-10)
    expect(value('(当年度 − 前年度) ÷ 前年度 × 100、小数第1位に丸める')).toBe(-25)
    expect(value('実績 − 計画')).toBe(10)
    expect(value('部分 ÷ 全体 × 100、小数第1位に丸める')).toBeCloseTo(133.33, 2)
    expect(value('各年度の合計')).toBe(70)
    expect(value('総括評価がAの項目を数える')).toBe(2)
    expect(value('ひみつの式')).toBeUndefined()
  })
})
