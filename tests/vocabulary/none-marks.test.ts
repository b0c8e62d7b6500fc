import { describe, expect, it } from 'vitest'
import { noEffect, noEffectAfterLabel, noEntry, nonePlanned } from '../../loaders/vocabulary/none-marks.ts'

describe('a cell that says nothing', () => {
  it.each(['-', '―', '…', '--', 'なし'])('%s plans nothing and has no effect', (form) => {
    expect([nonePlanned.test(form), noEffect.test(form)]).toEqual([true, true])
  })

  it.each(['*', '・', '該当なし', '皆増', '集計中', '未定'])('%s has no effect, but is a note in a schedule', (form) => {
    expect([nonePlanned.test(form), noEffect.test(form)]).toEqual([false, true])
  })

  it.each(['検討', '0円', 'なしの課題', '-5'])('%s says something', (form) => {
    expect([nonePlanned.test(form), noEffect.test(form)]).toEqual([false, false])
  })
})

describe('an entry', () => {
  it.each(['特になし', '特になし。', 'なし', '該当なし', '該当事項なし', '特にありません。', '-', '－'])('%s enters nothing', (form) => {
    expect(noEntry.test(form)).toBe(true)
  })

  it.each(['特になしとした理由', '委託できる事業はなし', '計画なしで進めた。', '-5%'])('%s says something', (form) => {
    expect(noEntry.test(form)).toBe(false)
  })
})

it.each([
  ['削減額 -', ['-']],
  ['削減額 なし うち委託 未定', ['なし', '未定']],
  ['削減額-', []],
  ['該当なしの項目', []],
])('finds the marks after the labels of %s', (form, marks) => {
  expect(form.match(noEffectAfterLabel) ?? []).toEqual(marks)
})
