import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { bareAmount, measures, yenOf } from '../../loaders/vocabulary/amounts.ts'
import { fullWidth, grouped } from '../support/numbers.ts'

function wordsOf(text: string): Words {
  const source = new Source(text)
  return Words.of(source, 0, source.clean.length)
}

const yen = (printed: string) => yenOf(new Source(printed).form)

describe('yenOf', () => {
  it.each([
    ['68,307,000円', 68_307_000],
    ['28,314,453 円', 28_314_453],
    ['１，０００円', 1_000],
    ['4,732千円', 4_732_000],
    ['12百万円', 12_000_000],
    ['12.5百万円', 12_500_000],
    ['3億円', 300_000_000],
    ['1億2,345万円', 123_450_000],
    ['約7億9千万円', 790_000_000],
    ['5万3千円', 53_000],
    ['1兆円', 1_000_000_000_000],
    ['0円', 0],
    ['△4,732千円', -4_732_000],
    ['▲１２０円', -120],
    ['－5万円', -50_000],
  ])('reads %s', (printed, value) => {
    expect(yen(printed)).toBe(value)
  })

  it.each(['5件', '千円', '1.5円', '0.0015千円', '3千2億円', '1億12,345万円', '406,172千12.5百万円', '9,007,199,254,740,993円', '1,000'])(
    'gives nothing for %s',
    (printed) => {
      expect(yen(printed)).toBeUndefined()
    },
  )

  it('reads 9千5百万円', () => {
    expect(yen('9千5百万円')).toBe(95_000_000)
  })
})

const units = { 円: 0, 千円: 3, 百万円: 6, 億円: 8 } as const
const unit = fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[]))
const sign = fc.constantFrom('', '△', '▲', '－')
const script = fc.constantFrom((text: string) => text, fullWidth)

describe('an amount', () => {
  it('comes back from any unit, sign and script it is printed in', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), unit, fc.nat(3), sign, script, fc.boolean(), (digits, unit, decimals, sign, write, blank) => {
        const places = Math.min(decimals, units[unit])
        const padded = String(digits).padStart(places + 1, '0')
        const whole = grouped(Number(places > 0 ? padded.slice(0, -places) : padded))
        const printed = sign + write(places > 0 ? `${whole}.${padded.slice(-places)}` : whole) + (blank ? ' ' : '') + unit
        const value = digits * 10 ** (units[unit] - places)
        expect(yen(printed)).toBe(sign === '' || value === 0 ? value : -value)
      }),
      { numRuns: 1000 },
    )
  })

  it('comes back from 億 and 万 mixed', () => {
    const below = fc.nat(9_999)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), below, below, sign, script, (oku, man, rest, sign, write) => {
        const printed = sign + write(`${grouped(oku)}億${man > 0 ? `${grouped(man)}万` : ''}${rest > 0 ? grouped(rest) : ''}円`)
        const value = oku * 100_000_000 + man * 10_000 + rest
        expect(yen(printed)).toBe(sign === '' ? value : -value)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('measures', () => {
  const measured = (text: string) => {
    const source = new Source(text)
    return measures(Words.of(source, 0, source.clean.length)).map(({ words, yen, value, unit }) => [words.text, yen ?? value, unit])
  }

  it('are the amounts and quantities of a text in order, with their words', () => {
    expect(measured('寄附1,578 人　△２千円（97.0%）、▲３件、12 番')).toEqual([
      ['1,578 人', 1578, '人'],
      ['△２千円', -2000, '円'],
      ['97.0%', 97, '%'],
      ['▲３件', -3, '件'],
    ])
  })

  it('begin at their number, not at the blank before it', () => {
    expect(measured('寄附 5件')).toEqual([['5件', 5, '件']])
  })
})

describe('an amount in words', () => {
  it.each([
    ['5十円', 50],
    ['7百円', 700],
    ['2千万円', 20_000_000],
    ['3百億円', 30_000_000_000],
    ['1兆2,000億円', 1_200_000_000_000],
    ['マイナス5円', -5],
    ['△約5円', -5],
    ['9,007,199,254,740,991円', Number.MAX_SAFE_INTEGER],
  ])('reads %s', (printed, value) => {
    expect(yen(printed)).toBe(value)
  })

  it.each(['5円6銭', '甲5円', '1万1万円', '1億2億円', '1千2百億円の1', '1.5円2千円'])('gives nothing for %s', (printed) => {
    expect(yen(printed)).toBeUndefined()
  })
})

describe('a quantity', () => {
  const units = '人 件 施設 団体 社 戸 世帯 台 回 本 校 園 店 箇所 か所 カ所 ヶ所 時間 点 ポイント ㎡ ha kWh 枚 床'.split(' ')

  it.each(units)('of 1,234.5%s has its value and unit', (unit) => {
    const source = new Source(`甲1,234.5${unit}`)
    expect(measures(Words.of(source, 0, source.clean.length))).toMatchObject([{ value: 1234.5, unit, yen: undefined }])
  })

  it('is below zero after a sign of its own only', () => {
    const source = new Source('増減マイナス2人、甲-3人、（-4人）')
    expect(measures(Words.of(source, 0, source.clean.length)).map(({ value }) => value)).toEqual([-2, 3, -4])
  })
})

describe('a number alone in its cell', () => {
  const yen = (text: string, unit: string) => bareAmount(wordsOf(text), unit)?.yen

  it.each([
    ['1,200', '千円', 1_200_000],
    ['△３００', '千円', -300_000],
    ['12.5', '百万円', 12_500_000],
    ['68,307,000', '円', 68_307_000],
  ])('%s is an amount in the unit of the head, %s', (text, unit, expected) => {
    expect(yen(text, unit)).toBe(expected)
  })

  it.each(['1,200件', '約束', '1,200千円'])('%s is none', (text) => {
    expect(bareAmount(wordsOf(text), '千円')).toBeUndefined()
  })
})
