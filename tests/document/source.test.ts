import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'

/** The place of words that stand once in the clean text, as `line:column-line:column`. */
function placeOf(source: Source, words: string): string {
  const from = source.clean.indexOf(words)
  const { start, end } = source.place(from, from + words.length)
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

describe('places', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('are the same with %s line ends', (_, lineEnd) => {
    const source = new Source(['一行目', '', '三行目の効果', '終わり'].join(lineEnd))
    expect(source.clean).toBe('一行目\n\n三行目の効果\n終わり')
    expect(source.lines.map(({ no }) => no)).toEqual([1, 2, 3, 4])
    expect(placeOf(source, '効果')).toBe('3:5-3:7')
    expect(placeOf(source, '終わり')).toBe('4:1-4:4')
  })

  it('count UTF-16 units and end before the unit they name', () => {
    expect(placeOf(new Source('𠮷野家は5件'), '5件')).toBe('1:6-1:8')
  })

  it('are those of the document with its markup', () => {
    const source = new Source('<p>甲</p>\n<ul><li>・<b>乙</b>丙</li></ul>')
    expect(placeOf(source, '甲')).toBe('1:4-1:5')
    expect(placeOf(source, '乙丙')).toBe('2:13-2:19')
  })

  it('of no words are one point', () => {
    expect(new Source('甲乙').place(1, 1)).toEqual({ start: { line: 1, column: 2 }, end: { line: 1, column: 2 } })
  })
})

describe('clean text', () => {
  it('holds no markup and no comment', () => {
    expect(new Source('<p class="a">甲</p><!-- 注 --><br/>乙').clean).toBe('甲乙')
    expect(new Source('<!DOCTYPE html><td colspan=2 nowrap title="甲 3件" >乙</td >').clean).toBe('乙')
  })

  it.each([
    ['甲<scr<b>ipt>乙</scr</b>ipt>丙', '甲乙丙'],
    ['甲<<b>img src=x onerror=a>乙', '甲乙'],
    ['甲<i<i<i>>>乙<p\u200b>丙', '甲乙丙'],
    ['甲<sp<!-- 注 -->an\n>乙', '甲\n乙'],
  ])('holds no markup that comes about where other is taken out: %j', (text, clean) => {
    expect(new Source(text).clean).toBe(clean)
    expect(placeOf(new Source(text), clean.slice(-1))).toBe(placeOf(new Source(text.replace(/[<>]/g, '_')), clean.slice(-1)))
  })

  it('loses no number to markup that comes about so', () => {
    expect(new Source('甲<b x=<i>3>乙').clean).toBe('甲<b x=3>乙')
    expect(new Source('甲<t<b>d３件>乙').clean).toBe('甲<td３件>乙')
  })

  it('keeps signs that are no markup', () => {
    expect(new Source('1 < 2、3 > 2').clean).toBe('1 < 2、3 > 2')
  })

  it.each(['<p増3件>', '<a">', '</p９>', '<A 3件>'])('keeps %s, which is words in brackets and no tag', (words) => {
    expect(new Source(`甲${words}乙`).clean).toBe(`甲${words}乙`)
  })

  it('composes voiced kana written as two characters, their place covering both', () => {
    const source = new Source('か\u3099くハ\u309aん')
    expect(source.clean).toBe('がくパん')
    expect(placeOf(source, 'が')).toBe('1:1-1:3')
    expect(placeOf(source, 'パん')).toBe('1:4-1:7')
  })

  it('leaves out characters without a width, the words around them keeping their places', () => {
    const source = new Source('収\u00ad納\u200b額は1,\u20602\ufeff00円')
    expect(source.clean).toBe('収納額は1,200円')
    expect(placeOf(source, '円')).toBe('1:14-1:15')
  })

  it('folds line separators inside a line to blanks', () => {
    expect(new Source('甲\u2028乙\u2029丙\u0085丁').form).toBe('甲 乙 丙 丁')
  })

  it('keeps the document as it was given beside it', () => {
    expect(new Source('<p>甲\r\n').raw).toBe('<p>甲\r\n')
  })
})

describe('form', () => {
  it('folds full-width letters, digits, signs, blanks, dashes and waves, index for index', () => {
    const source = new Source('Ｎｏ．３　（２，０００円）～〜－−―･')
    expect(source.form).toBe('No.3 (2,000円)~~---・')
    expect(source.form).toHaveLength(source.clean.length)
  })

  it('leaves kana, circled numbers and the long vowel mark alone', () => {
    expect(new Source('①サービスー').form).toBe('①サービスー')
  })
})

describe('block markup', () => {
  it('is known by the index it stood before, inline markup is not', () => {
    const source = new Source('甲<li>乙<b>丙</b>')
    expect([0, 1, 2, 3].map((index) => source.hasBlockBreak(index))).toEqual([false, true, false, false])
  })
})

describe('a number', () => {
  it.each(['1<br>2', '1,<br>234', '1<br>,234', '1.<p>5'])('is two where block markup parts it: %s', (text) => {
    expect(new Source(text).clean).toMatch(/^1[,.]? [,.]?\d+$/)
  })

  it('is one over inline markup', () => {
    expect(new Source('1<b>,234</b>').clean).toBe('1,234')
  })
})

describe('lines', () => {
  it('do not count an end of file as one more', () => {
    expect(new Source('甲\n乙\n').lines).toHaveLength(2)
    expect(new Source('甲\n乙').lines).toHaveLength(2)
    expect(new Source('').lines).toHaveLength(0)
  })

  it('go on being counted inside markup that runs over a line end', () => {
    const source = new Source('<ul\nclass="b">甲\n乙')
    expect(source.lines.at(-1)?.no).toBe(3)
  })
})
