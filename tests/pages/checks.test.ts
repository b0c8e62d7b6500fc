import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { documentText } from '../support/documents.ts'
import { drawDocument } from '../support/drawn.ts'

const item = (no: number, result: string, effects?: string[]) => ({
  no,
  title: `見本の項目${no}`,
  years: { 令和2年度: result },
  rating: 'A',
  ...(effects && { effects }),
})
const text = documentText(
  item(1, '・申請書の押印欄をなくした。（No.2再掲） ・水道管を替えた。（No.2再掲）'),
  item(2, '・申請書の押印欄をなくした。'),
  item(3, '・寄附額は7億9千万を超えた。 ・寄附額は9億円に届いた。', ['令和2年度\t寄附受入\t8億円']),
)

/** The cells of the table of a card, a list for each row. */
function rowsOf(pages: readonly DrawnPage[], path: string, card: string): string[][] {
  const main = pages.find((page) => page.path === path)?.main
  const { document } = parseHTML(`<main>${main}</main>`)
  for (const receipt of document.querySelectorAll('.receipt')) receipt.remove()
  return [...document.querySelectorAll(`#${card} tbody tr`)].map((row) => [...row.querySelectorAll('td, th')].map((cell) => cell.textContent?.trim() ?? ''))
}

describe('照合', () => {
  it('has a card for the marks of 再掲, and lists what is found nowhere', async () => {
    const { pages } = await drawDocument(text)
    const cards = Object.fromEntries(pages.find(({ path }) => path === '/checks')?.cards.map(({ id, finding }) => [id, finding]) ?? [])
    expect(cards['rule-reference-counterpart']).toBe('再掲の元がある: 2件のうち一致1、欠落1')
    expect(cards.missing).toBe('あるはずのものが見つからない箇所は1か所')
    expect(rowsOf(pages, '/checks', 'missing').map(([, message]) => message)).toEqual([
      'No.1の令和2年度の再掲が指すNo.2に、同じ言葉の実績がない (最も近いもので文字の並びの0%が同じ)',
    ])
  })

  it('shows of a sentence what it says, how the amount should stand to it, and the amount', async () => {
    const { pages } = await drawDocument(text)
    const [over, reached] = rowsOf(pages, '/checks', 'rule-sentence-comparison')
    expect(over?.slice(2)).toEqual(['一致', '790,000,000超', '800,000,000'])
    expect(reached?.slice(2)).toEqual(['相違', '900,000,000以上', '800,000,000'])
    expect(rowsOf(pages, '/checks', 'differences').map((row) => row.slice(2))).toEqual([
      ['文の「超えた・届かなかった」 = 表の数字の合計', '900,000,000以上', '800,000,000', '+100,000,000'],
    ])
  })

  it('tells on an item of a mark that leads nowhere, and of no page that is gone', async () => {
    const { pages } = await drawDocument(text)
    const main = pages.find(({ path }) => path === '/items/01')?.main ?? ''
    expect(main).toContain('同じ言葉の実績がない')
    expect(main).not.toContain('文書に欠けている部分がある')
  })
})
