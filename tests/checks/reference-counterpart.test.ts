import { expect, it } from 'vitest'
import { documentText, findings, type ItemText, read } from '../support/documents.ts'

const check = (...items: readonly ItemText[]) => findings(read(documentText(...items)), 'reference-counterpart')
const outcomes = (...items: readonly ItemText[]) => check(...items).map(({ outcome }) => outcome)

const other = (text: string, year = '令和2年度'): ItemText => ({ no: 2, title: '別の項目', years: { [year]: text } })
const marked = (text: string): ItemText => ({ years: { 令和2年度: text } })

it('agrees where the item that a mark names reports the same in that year', () => {
  expect(
    check(marked('・申請書の押印欄をなくし、受付を早めた。（No.2再掲）'), other('・窓口を増やした。 ・申請書の押印欄をなくし、受付を早めた。')),
  ).toMatchObject([
    { item_no: 1, fiscal_year: 2020, outcome: 'agrees', published: null, computed: null, message: 'No.1の令和2年度の再掲が指すNo.2に、同じ言葉の実績がある' },
  ])
})

it.each([
  ['a word changed', '・申請書の押印欄を廃し、受付を早めた。'],
  ['other marks and widths', '・申請書の押印欄を，なくし受付を早めた'],
  ['a mark of its own', '・申請書の押印欄をなくし、受付を早めた（No.1再掲）。'],
  ['said in short', '・押印欄をなくし、受付を早めた。'],
  ['said at length', '・庁内の会議を経て申請書の押印欄をなくし、受付を早めたところ、待つ人が減った。'],
])('agrees with %s', (_, text) => {
  expect(outcomes(marked('・申請書の押印欄をなくし、受付を早めた（No.2再掲）。'), other(text))[0]).toBe('agrees')
})

it.each([
  [
    'nothing of the kind',
    '・水道管を取り替えた。 ・窓口を増やした。',
    'No.1の令和2年度の再掲が指すNo.2に、同じ言葉の実績がない (最も近いもので文字の並びの0%が同じ)',
  ],
  ['a word or two of it', '・押印欄。 ・継続。', 'No.1の令和2年度の再掲が指すNo.2に、同じ言葉の実績がない (最も近いもので文字の並びの33%が同じ)'],
])('misses it where the other item says %s', (_, text, message) => {
  expect(check(marked('・申請書の押印欄をなくし、受付を早めた。（No.2再掲）'), other(text))).toMatchObject([{ outcome: 'missing', message, source_line: 4 }])
})

it('misses it where the other item reports nothing in that year, or is not in the document', () => {
  const own = marked('・申請書の押印欄をなくした。（No.2再掲） ・窓口を増やした。（No.77再掲）')
  expect(check(own, other('・申請書の押印欄をなくした。', '令和3年度')).map(({ outcome, message }) => [outcome, message])).toEqual([
    ['missing', 'No.1の令和2年度の再掲が指すNo.2に、その年度の実績がない'],
    ['missing', 'No.1の令和2年度の再掲が指すNo.77は文書にない'],
  ])
})

it('does not take the marked result for its own counterpart', () => {
  expect(outcomes(marked('・申請書の押印欄をなくした。（No.1再掲） ・窓口を増やした。'))).toEqual(['missing'])
})

it('seeks what stands under a marked head as well', () => {
  const own = marked('(1) 窓口の改善（No.2再掲） ・申請書の押印欄をなくした。')
  expect(outcomes(own, other('・申請書の押印欄をなくした。'))).toEqual(['agrees'])
  expect(outcomes(own, other('・水道管を取り替えた。'))).toEqual(['missing'])
})

it('of a marked effect seeks the same amount or the same name among the effects', () => {
  const effects = (...rows: string[]): Pick<ItemText, 'effects'> => ({ effects: rows })
  const own: ItemText = { ...marked('・始めた。'), ...effects('令和2年度\t電気代の節減額（No.2再掲）\t300千円') }
  const found = (row: string) => check(own, { ...other('・始めた。'), ...effects(row) }).map(({ outcome, message }) => [outcome, message])
  expect(found('令和2年度\t光熱費\t300千円')).toEqual([['agrees', 'No.1の令和2年度の再掲が指すNo.2に、同じ言葉の効果がある']])
  expect(found('令和2年度\t電気代の節減額\t250千円')[0]?.[0]).toBe('agrees')
  expect(found('令和2年度\t紙代\t250千円')[0]?.[0]).toBe('missing')
  expect(found('令和3年度\t電気代の節減額\t300千円')).toEqual([['missing', 'No.1の令和2年度の再掲が指すNo.2に、その年度の効果がない']])
})

it('says nothing of a document without marks', () => {
  expect(check(marked('・申請書の押印欄をなくした。'), other('・申請書の押印欄をなくした。'))).toEqual([])
})
