import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import type { EffectLine } from '../../loaders/records/effect-lines.ts'
import { totalOf } from '../../loaders/records/effect-sums.ts'
import { readItem } from '../support/documents.ts'

const lines = (...effects: string[]) => readItem({ effects }).effects.map(({ label, amount_yen, part_of }) => [label, amount_yen, part_of])
const computed = (...effects: string[]) => readItem({ effects }).effectTotals.map(({ computed_yen }) => computed_yen)

describe('lines below one that they give in sum', () => {
  it('are its parts where marks of a list stand before them', () => {
    const rows = ['令和2年度\t使用料\t500千円', '\t・会館\t200千円', '\t・公園\t300千円', '令和3年度\t使用料\t10千円', '総計\t510千円']
    expect(lines(...rows)).toEqual([
      ['使用料', 500_000, null],
      ['会館', 200_000, 1],
      ['公園', 300_000, 1],
      ['使用料', 10_000, null],
    ])
    expect(computed(...rows)).toEqual([510_000])
  })

  it('are none where they give another sum, or are one alone', () => {
    expect(computed('令和2年度\t使用料\t500千円', '\t・会館\t200千円', '\t・公園\t310千円', '総計\t1,010千円')).toEqual([1_010_000])
    expect(computed('令和2年度\t使用料\t500千円', '\t・会館\t500千円', '総計\t1,000千円')).toEqual([1_000_000])
  })
})

it('a part may follow ※', () => {
  expect(lines('令和2年度\t使用料\t500千円', '\t※うち会館\t200千円', '総計\t500千円')).toEqual([
    ['使用料', 500_000, null],
    ['うち会館', 200_000, 1],
  ])
})

it.each([
  ['an amount of a full year beside that of the year', ['令和2年度\t当年\t100千円', '\t通年\t200千円', '総計\t100千円']],
  ['a name that begins with 内 as a part may', ['令和2年度\t使用料\t500千円', '\t内会館\t200千円', '総計\t500千円']],
  ['a crossed name', ['令和2年度\t使用料\t500千円', '\t×使用料\t300千円', '総計\t500千円']],
  ['an amount a month', ['令和2年度\t使用料\t500千円', '\t使用料月額\t42千円', '総計\t500千円']],
  ['two amounts parted by a slash', ['令和2年度\t使用料\t100千円／120千円', '総計\t100千円']],
  ['an amount that went down', ['令和2年度\t電気料\t1,234千円 減', '総計\t1,234千円']],
  ['expenditure that 差引 takes off', ['令和2年度\t支出\t100千円', '\t収入\t300千円', '\t差引\t200千円', '総計\t200千円']],
])('nothing is added up where %s stands', (_, rows) => {
  const { effectTotals, messages } = readItem({ effects: rows })
  expect(effectTotals.map(({ computed_yen }) => computed_yen)).toEqual([null])
  expect(messages.map(({ rule }) => rule)).toContain('open-sum')
})

it.each(['月平均', '単価', '対前年', '1件平均額', '使用料の単価'])('%s is an amount of another kind', (label) => {
  expect(computed('令和2年度\t使用料\t500千円', `\t${label}\t42千円`, '総計\t500千円')).toEqual([500_000])
})

it.each(['内部事務の集約', '単価契約の見直し', '通年営業', '月額制の導入', '平均化', '減免の見直し'])('%s is a label as any other', (label) => {
  expect(computed(`令和2年度\t${label}\t500千円`, '総計\t500千円')).toEqual([500_000])
})

it('a year may have its amount named in its head', () => {
  expect(lines('令和2年度効果額\t100千円', '令和3年度効果額\t200千円', '効果額計\t300千円')).toEqual([
    [null, 100_000, null],
    [null, 200_000, null],
  ])
})

describe('of several sums of a year, the one that sums up all', () => {
  /** A line with what decides it. */
  const sum = (name: string): EffectLine => ({
    label: Words.of(new Source(name), 0, name.length),
    name: undefined,
    role: 'sum',
    isPart: false,
    isRepeat: false,
    isOpen: false,
    amount: undefined,
    quantity: undefined,
    words: Words.of(new Source(name), 0, name.length),
  })
  const total = (...names: string[]) => totalOf(names.map(sum))?.label?.form

  it.each(['効果', '効果額', '効 果 額', '財政効果額', '純効果', '差引効果額', '総合効果額の計', '効果額計', '効果計', '差引', '収支改善額', '合計'])(
    'is that of the name %s',
    (name) => {
      expect(total('広告料の部', name)).toBe(name)
    },
  )

  it.each(['新効果額', '効果額見込', '前差引', '差引後', '新収支改善額', '収支改善額見込'])('is none of the name %s', (name) => {
    expect(total('広告料の部', name)).toBeUndefined()
  })
})
