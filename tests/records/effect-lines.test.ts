import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { effectLines } from '../../loaders/records/effect-lines.ts'
import { filledCells } from '../../loaders/structure/rows.ts'

/** The lines of a row: label, yen, quantity with its unit, and whether it is a part. */
function linesOf(row: string) {
  const source = new Source(row)
  const lines = effectLines(filledCells(Words.of(source, 0, source.clean.length)))
  return lines.map(({ label, amount, quantity, isPart }) => [label?.text, amount?.yen, quantity && `${quantity.value}${quantity.unit}`, isPart])
}

describe('the lines of an effects row', () => {
  it.each([
    ['削減額\t5千円', [['削減額', 5000, undefined, false]]],
    ['削減額 5千円', [['削減額', 5000, undefined, false]]],
    ['削減額：5千円', [['削減額', 5000, undefined, false]]],
    ['受入\t3件\t20円', [['受入', 20, '3件', false]]],
    ['－\t－', [[undefined, undefined, undefined, false]]],
    ['受入\t20円\t3件', [['受入', 20, '3件', false]]],
    ['20円', [[undefined, 20, undefined, false]]],
    ['短縮\t40時間', [['短縮', undefined, '40時間', false]]],
    ['増床（16床）による増\t30円', [['増床（16床）による増', 30, undefined, false]]],
    [
      '売却 10円、貸付 20円',
      [
        ['売却', 10, undefined, false],
        ['貸付', 20, undefined, false],
      ],
    ],
    [
      '増収 うち貸付\t8人 90円 20円',
      [
        ['増収', 90, '8人', false],
        ['うち貸付', 20, undefined, true],
      ],
    ],
    [
      '増収\tうち貸付\t90円\t20円',
      [
        ['増収', 90, undefined, false],
        ['うち貸付', 20, undefined, true],
      ],
    ],
    [
      '売却\t90円\t貸付\t20円',
      [
        ['売却', 90, undefined, false],
        ['貸付', 20, undefined, false],
      ],
    ],
    ['削減額\t－', [['削減額', undefined, undefined, false]]],
    ['測っていない', []],
  ])('%j', (row, lines) => {
    expect(linesOf(row)).toEqual(lines)
  })
})

describe('marks of none', () => {
  it.each(['－', '―', '－－', '…', '*', 'なし', '該当なし', '皆増', '皆減'])('%s is a line without figures', (mark) => {
    expect(linesOf(`削減額\t${mark}`)).toEqual([['削減額', undefined, undefined, false]])
  })

  it('stand behind a label in its cell too', () => {
    expect(linesOf('増収 なし')).toEqual([['増収', undefined, undefined, false]])
    expect(linesOf('増収 － うち貸付 20円')).toEqual([
      ['増収', undefined, undefined, false],
      ['うち貸付', 20, undefined, true],
    ])
  })

  it('are none within a label', () => {
    expect(linesOf('余りなしの策 20円')).toEqual([['余りなしの策', 20, undefined, false]])
  })
})

describe('what stands beside a figure', () => {
  it.each([
    ['増収は20円', [['増収', 20, undefined, false]]],
    ['増収、20円', [['増収', 20, undefined, false]]],
    ['増収 20円（見込み）', [['増収', 20, undefined, false]]],
    ['受入 7,000千円（3,000件）', [['受入', 7_000_000, '3000件', false]]],
    ['20円札の策\t5円', [['20円札の策', 5, undefined, false]]],
    ['受入\t3件', [['受入', undefined, '3件', false]]],
    [
      '受入 3件、4人',
      [
        ['受入', undefined, '3件', false],
        [undefined, undefined, '4人', false],
      ],
    ],
    [
      '増収 90円（うち貸付 20円）',
      [
        ['増収', 90, undefined, false],
        ['うち貸付', 20, undefined, true],
      ],
    ],
    [
      '受入\t3件\t20円\t4件\t30円',
      [
        ['受入', 20, '3件', false],
        [undefined, 30, '4件', false],
      ],
    ],
  ])('%j', (row, lines) => {
    expect(linesOf(row)).toEqual(lines)
  })
})
