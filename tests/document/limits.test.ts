import { describe, expect, it } from 'vitest'
import { findExcess } from '../../loaders/document/limits.ts'

const most = { characters: 8, lineLength: 5, lines: 3, numbers: 2, digits: 4, marks: 2 }

describe('what a text holds too much of', () => {
  it('is nothing up to the limits themselves', () => {
    expect(findExcess('1234a', most)).toBeUndefined()
    expect(findExcess('a\nb\nc', most)).toBeUndefined()
    expect(findExcess('a\r\nb\rc\n', most)).toBeUndefined()
    expect(findExcess('1、23、', most)).toBeUndefined()
  })

  it('is a line at its first character too many', () => {
    expect(findExcess('\nabcdef', most)).toMatchObject({ ruleId: 'line-too-long', place: { line: 2, column: 6 } })
  })

  it('is a text at its first character too many', () => {
    expect(findExcess('abcd\nefgh', most)).toMatchObject({ ruleId: 'document-too-long', place: { line: 2, column: 4 } })
  })

  it('is the line after the last', () => {
    expect(findExcess('\n\n\nd', most)).toMatchObject({ ruleId: 'too-many-lines', place: { line: 4, column: 1 } })
  })

  it('is the first number too many, full-width or not', () => {
    expect(findExcess('10 ２ 3', most)).toMatchObject({ ruleId: 'line-too-long' })
    expect(findExcess('10\n２ 3', most)).toMatchObject({ ruleId: 'too-many-numbers', place: { line: 2, column: 3 } })
  })

  it('is the first digit too many of one number', () => {
    expect(findExcess('\n１２345', most)).toMatchObject({
      ruleId: 'number-too-long',
      place: { line: 2, column: 5 },
      reason: '1つの数字が4桁を超える。取組実績一覧の文書ではない',
    })
  })

  it('is the first mark too many', () => {
    expect(findExcess('、。・', most)).toMatchObject({
      ruleId: 'too-many-marks',
      place: { line: 1, column: 3 },
      reason: expect.stringContaining('2個を超える'),
    })
  })
})
