import { describe, expect, it } from 'vitest'
import { shortenBlanks } from '../../loaders/document/short-blanks.ts'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'

describe('a text with its long runs of blanks cut short', () => {
  it('is no other text where no run has more than four', () => {
    expect(shortenBlanks('計画    実績')).toBeUndefined()
  })

  it('keeps four of a run, and where each index stands in the whole', () => {
    const whole = `甲${' '.repeat(9)}乙${' '.repeat(5)}`
    const short = shortenBlanks(whole)
    expect(short?.text).toBe('甲    乙    ')
    expect([0, 1, 4, 5, 6, 10].map((at) => short?.wholeIndex(at))).toEqual([0, 1, 4, 10, 11, 16])
  })

  it('keeps a tab of a run that has one', () => {
    const short = shortenBlanks(`甲${' '.repeat(9)}\t ${' '.repeat(9)}乙`)
    expect(short?.text).toBe('甲   \t乙')
    expect([3, 4, 5].map((at) => short?.wholeIndex(at))).toEqual([3, 10, 21])
  })
})

describe('a pattern on words with a long run of blanks', () => {
  const text = `計画${' '.repeat(1000)}980　人、計画${'　'.repeat(9)}5人`
  const words = Words.of(new Source(text), 0, text.length)
  const planned = /計画\s*(?<planned>\d+)\s{0,3}人/dg

  it('finds the same words at the same places as with a short one', () => {
    const found = words.matches(planned)
    expect(found.map((match) => [match.form('planned'), match.words('planned')?.place.start.column, match.index, match.end])).toEqual([
      ['980', 1003, 0, 1007],
      ['5', 1020, 1008, 1021],
    ])
  })

  it('gives the words that it found with every blank that they have', () => {
    const match = words.match(planned)
    expect([match?.words()?.text.length, match?.form(0)?.length, match?.words()?.text.endsWith('980　人')]).toEqual([1007, 1007, true])
  })
})
