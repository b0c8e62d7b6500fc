import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'

function wordsOf(text: string): Words {
  const source = new Source(text)
  return Words.of(source, 0, source.clean.length)
}

/** The words of one line, counted from 1. */
function lineOf(source: Source, no: number): Words {
  const line = source.lines[no - 1]
  return Words.of(source, line?.from ?? 0, line?.to ?? 0)
}

const point = ({ place: { start, end } }: Words) => `${start.line}:${start.column}-${end.line}:${end.column}`

describe('slice', () => {
  it('gives the words between two indices', () => {
    const words = wordsOf('甲乙丙丁').slice(1, 3)
    expect([words.text, words.length, point(words)]).toEqual(['乙丙', 2, '1:2-1:4'])
  })

  it('gives the rest without a second index', () => {
    expect(wordsOf('甲乙丙').slice(1).text).toBe('乙丙')
  })

  it('gives empty words at their own place', () => {
    const words = wordsOf('甲乙丙').slice(2, 2)
    expect([words.isEmpty, point(words)]).toEqual([true, '1:3-1:3'])
  })
})

describe('join', () => {
  const source = new Source('若い世代の\n\n育成を進めた。')
  const joined = lineOf(source, 1).join(lineOf(source, 3))

  it('puts words together over a page end, their place from the first to the last', () => {
    expect(joined.text).toBe('若い世代の育成を進めた。')
    expect(point(joined)).toBe('1:1-3:8')
  })

  it('keeps indices and slices right on both sides', () => {
    expect(joined.slice(3, 7).text).toBe('代の育成')
    expect(point(joined.slice(5, 7))).toBe('3:1-3:3')
    expect(joined.cleanIndex(5)).toBe(source.clean.indexOf('育'))
  })

  it('keeps the blank that stood at the page end', () => {
    const cut = new Source('open \ndata')
    expect(lineOf(cut, 1).trim().join(lineOf(cut, 2)).text).toBe('open data')
  })
})

describe('through', () => {
  it('covers all words from one to another', () => {
    const words = wordsOf('甲、乙、丙、丁')
    expect(words.slice(2, 3).through(words.slice(4, 5)).text).toBe('乙、丙')
  })
})

describe('trim', () => {
  it('takes blanks of any width from both ends', () => {
    const words = wordsOf('\u3000 甲 乙\t\u3000').trim()
    expect([words.text, point(words)]).toEqual(['甲 乙', '1:3-1:6'])
  })

  it('leaves nothing of blanks alone', () => {
    expect(wordsOf(' \u3000\t').trim().isEmpty).toBe(true)
  })
})

describe('isBoundary', () => {
  it('holds at the start, after a blank and after block markup only', () => {
    const words = wordsOf('甲 乙<li>丙</li>丁<b>戊</b>')
    expect([...words.text].filter((_, at) => words.isBoundary(at)).join('')).toBe('甲乙丙丁')
  })
})

describe('matching', () => {
  it('is done on the folded form and gives the words as printed', () => {
    const match = wordsOf('計 ２，０００円').match(/(?<number>[\d,]+)円/d)
    expect([match?.form('number'), match?.words('number')?.text, match?.index, match?.end]).toEqual(['2,000', '２，０００', 2, 8])
  })

  it('gives no words for a group that took no part', () => {
    expect(
      wordsOf('甲')
        .match(/甲(?<more>乙)?/d)
        ?.words('more'),
    ).toBeUndefined()
  })

  it('finds all matches and the parts between them', () => {
    const words = wordsOf('甲、乙，丙')
    expect(words.matches(/[、,]/g).map(({ index }) => index)).toEqual([1, 3])
    expect(words.split(/[、,]/g).map(({ text }) => text)).toEqual(['甲', '乙', '丙'])
  })
})
