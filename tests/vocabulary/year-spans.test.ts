import { expect, it } from 'vitest'
import { yearSpan } from '../../loaders/vocabulary/year-spans.ts'

const whole = new RegExp(`^${yearSpan}$`)

it.each(['3カ年', '3ヵ年', '3ヶ年', '3ケ年', '3か年', '3箇年', '10 年間'])('%s is a span of years', (form) => {
  expect(whole.test(form)).toBe(true)
})

it.each(['3年', '3か月', 'カ年', '3年度間'])('%s is none', (form) => {
  expect(whole.test(form)).toBe(false)
})
