import { describe, expect, it } from 'vitest'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'
import { cells, entries, filledCells, flows, pointEntries, type Row } from '../../loaders/structure/rows.ts'

function wordsOf(text: string): Words {
  const source = new Source(text)
  return Words.of(source, 0, source.clean.length)
}

/** The filled lines of a text as rows; a blank line is a page end. */
function rowsOf(text: string): Row[] {
  const source = new Source(text)
  return source.lines.flatMap(({ no, from, to }, index) => {
    const before = source.lines[index - 1]
    const afterPage = before !== undefined && before.from === before.to
    return from === to ? [] : [{ lineNo: no, words: Words.of(source, from, to), afterPage }]
  })
}

const texts = (words: readonly Words[]) => words.map(({ text }) => text)

describe('cells', () => {
  it('are parted by tabs, empty ones kept', () => {
    expect(texts(cells(wordsOf('甲\t\t 乙 丙\t')))).toEqual(['甲', '', '乙 丙', ''])
  })

  it('are parted by runs of blanks where no tab stands', () => {
    expect(texts(cells(wordsOf('甲　　乙 丙')))).toEqual(['甲', '乙 丙'])
  })

  it('that hold something', () => {
    expect(texts(filledCells(wordsOf('\t甲\t\t乙')))).toEqual(['甲', '乙'])
  })
})

describe('flows', () => {
  const flow = (text: string) => texts(flows(rowsOf(text)))

  it('put a sentence together that a page end cut', () => {
    expect(flow('○窓口で若い職員の\n\n意見を集めた。')).toEqual(['○窓口で若い職員の意見を集めた。'])
  })

  it('put a marked entry together that a line end cut after a particle or inside a word', () => {
    expect(flow('・実績は10件で\n前年度を上回った。')).toEqual(['・実績は10件で前年度を上回った。'])
    expect(flow('・窓口を広\nげた。\n・続けた。')).toEqual(['・窓口を広げた。', '・続けた。'])
    expect(flow('・削減額\n納付額合計')).toEqual(['・削減額', '納付額合計'])
  })

  it('keep a note in brackets after a page end with its sentence', () => {
    expect(flow('・広げた。\n\n（No.1再掲）')).toEqual(['・広げた。（No.1再掲）'])
    expect(flow('・広げた。\n\n(2) 職員研修')).toEqual(['・広げた。', '(2) 職員研修'])
  })

  it('leave a finished sentence and what follows the page end apart', () => {
    expect(flow('○窓口を広げた。\n\n意見を集めた。')).toEqual(['○窓口を広げた。', '意見を集めた。'])
  })

  it.each(['○', '・', '- ', '(2) ', '②', '【内訳】', '※'])('begin anew after a page end at %s', (mark) => {
    expect(flow(`○窓口の改善\n\n${mark}次の話`)).toEqual(['○窓口の改善', `${mark}次の話`])
  })

  it('put lines together without a page end only at an open comma or bracket', () => {
    expect(flow('甲、\n乙')).toEqual(['甲、乙'])
    expect(flow('甲\n乙')).toEqual(['甲', '乙'])
  })

  it('are one for each cell', () => {
    expect(flow('甲\t乙\t\t丙')).toEqual(['甲', '乙', '丙'])
  })
})

describe('entries', () => {
  const list = (text: string) => texts(entries(wordsOf(text)))

  it.each(['・', '○', '●', '◆', '■', '- '])('begin at %s', (bullet) => {
    expect(list(`${bullet}甲を開いた。 ${bullet}乙を閉じた。`)).toEqual(['甲を開いた。', '乙を閉じた。'])
  })

  it('begin at bullets that block markup parts', () => {
    expect(list('<li>・甲</li><li>・乙</li>')).toEqual(['甲', '乙'])
  })

  it('begin after a sentence end and a blank where no bullet stands', () => {
    expect(list('甲を開いた。 乙を閉じた。丙も閉じた。')).toEqual(['甲を開いた。', '乙を閉じた。丙も閉じた。'])
  })

  it.each(['（県の補助）', '【内訳】甲2件', '※試行'])('keep the note %s with the entry before it', (note) => {
    expect(list(`・甲を開いた。 ${note} ・乙を閉じた。`)).toEqual([`甲を開いた。 ${note}`, '乙を閉じた。'])
  })

  it('keep a ・ and a hyphen inside words', () => {
    expect(list('・子ども・子育ての相談をAI-OCRで受けた。')).toEqual(['子ども・子育ての相談をAI-OCRで受けた。'])
  })

  it('are none in blank text', () => {
    expect(list(' ・ ')).toEqual([])
  })

  it('begin after a sentence end that block markup follows', () => {
    expect(list('<p>甲を開いた。</p><p>乙を閉じた。</p>')).toEqual(['甲を開いた。', '乙を閉じた。'])
  })
})

describe('pointEntries', () => {
  const list = (text: string) => texts(pointEntries(wordsOf(text)))

  it('begin after a blank between Japanese words too where the list has no bullets', () => {
    expect(list('窓口の改善 電話の改善')).toEqual(['窓口の改善', '電話の改善'])
    expect(list('窓口の改善　　電話の改善')).toEqual(['窓口の改善', '電話の改善'])
    expect(list('PR の方法 AI や RPA の導入')).toEqual(['PR の方法 AI や RPA の導入'])
  })

  it('begin at bullets alone where the list has some', () => {
    expect(list('○窓口の改善 その後 ○電話の改善')).toEqual(['窓口の改善 その後', '電話の改善'])
    expect(list('○窓口を開いた。 夜も開いた。 ○電話の改善')).toEqual(['窓口を開いた。', '夜も開いた。', '電話の改善'])
  })
})

describe('a text that a page end cuts', () => {
  const flow = (text: string) => texts(flows(rowsOf(text)))

  it.each(['。', '.', '!', '?', '」', '』', ')', '】', ':'])('is whole where it ends in %s', (end) => {
    expect(flow(`窓口${end}\n\n電話`)).toEqual([`窓口${end}`, '電話'])
  })

  it('goes on behind a bracket where entries have marks', () => {
    expect(flow('・窓口（東）\n\nを広げた。')).toEqual(['・窓口（東）を広げた。'])
    expect(flow('・広げた。（東）\n\n窓口。')).toEqual(['・広げた。（東）', '窓口。'])
  })

  it.each(['●', '◯', '◇', '◆', '■', '□', '・', '【', '(1) ', '⑳'])('begins anew at %s', (mark) => {
    expect(flow(`窓口\n\n${mark}電話`)).toEqual(['窓口', `${mark}電話`])
  })

  it.each(['、', ',', '(', '「', '・'])('goes on without a page end after %s', (end) => {
    expect(flow(`窓口${end}\n電話`)).toEqual([`窓口${end}電話`])
  })

  it('goes on with the first cell of a row only', () => {
    expect(flow('窓口\n\n\t電話')).toEqual(['窓口', '電話'])
  })

  it('goes on where sentence ends, brackets or marks stand inside it alone', () => {
    expect(flow('○広げた。若い職員の\n\n意見を集めた。')).toEqual(['○広げた。若い職員の意見を集めた。'])
    expect(flow('○窓口で\n\n東・西の声を聞いた。')).toEqual(['○窓口で東・西の声を聞いた。'])
    expect(flow('・窓口（東）を広げた。\n\n電話を置いた。')).toEqual(['・窓口（東）を広げた。', '電話を置いた。'])
  })

  it.each(['・広げた（窓口も。）', '・広げた。（県の補助）'])('is whole where a sentence end stands in or before the bracket at its end: %s', (text) => {
    expect(flow(`${text}\n\n電話`)).toEqual([text, '電話'])
  })

  it('goes on with a note in brackets, not with a number or more text in them', () => {
    expect(flow('○広げた。\n\n（東）')).toEqual(['○広げた。（東）'])
    expect(flow('○広げた。\n\n（東）電話を置いた。')).toEqual(['○広げた。', '（東）電話を置いた。'])
    expect(flow('○広げた。\n\n（12）')).toEqual(['○広げた。', '（12）'])
    expect(flow('○窓口を\n\n（12）電話')).toEqual(['○窓口を', '（12）電話'])
  })

  it('goes on over 64 page ends at most', () => {
    expect(flow(Array(66).fill('窓口の').join('\n\n'))).toEqual(['窓口の'.repeat(65), '窓口の'])
  })
})

describe('a text that a line end cuts', () => {
  const flow = (text: string) => texts(flows(rowsOf(text)))

  it.each(['窓口を\n広げた。', '-5件を\n広げた。', '・広げた。\nその後', '・窓口を広報\n電話', '・窓口\n電話を', '・できたこと\n電話'])(
    'does not go on in %j',
    (text) => {
      expect(flow(text)).toEqual(text.split('\n'))
    },
  )

  it.each(['- 窓口を\n電話に', '・窓口と\n電話', '①窓口より\n電話'])('goes on in %j', (text) => {
    expect(flow(text)).toEqual([text.replace('\n', '')])
  })
})

describe('entries after several sentences', () => {
  const list = (text: string) => texts(entries(wordsOf(text)))

  it.each(['◯', '◇', '□', '•', '‣'])('begin at %s', (bullet) => {
    expect(list(`${bullet}甲を開いた。 ${bullet} 乙を閉じた。`)).toEqual(['甲を開いた。', '乙を閉じた。'])
  })

  it('keep a bracket right behind the sentence end', () => {
    expect(list('甲を開いた。(県の補助) 乙を閉じた。')).toEqual(['甲を開いた。(県の補助)', '乙を閉じた。'])
  })

  it('begin with what stands before the first mark', () => {
    expect(list('次のとおり ・甲 ・乙')).toEqual(['次のとおり', '甲', '乙'])
  })
})
