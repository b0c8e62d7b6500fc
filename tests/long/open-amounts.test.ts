import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import type { DrawnPage } from '../../src/pages/draw.ts'
import { documentText } from '../support/documents.ts'
import { drawDocument } from '../support/drawn.ts'

const effects = ['令和2年度\t増収\t90円', '総計\t90円']
const years = { 令和2年度: '・費用は30円だった。' }
const open = documentText({ title: '窓口の統合 1,297千円', years, effects, rating: 'A' })
const closed = documentText({ title: '窓口の統合', years, effects, rating: 'A' })

/** The main part of a page. */
function mainOf(pages: readonly DrawnPage[], path: string) {
  const page = pages.find((other) => other.path === path)
  return parseHTML(`<main>${page?.main}</main>`).document
}

const textOf = (pages: readonly DrawnPage[], path: string) => mainOf(pages, path).querySelector('main')?.textContent ?? ''

describe('an amount that landed nowhere', () => {
  const said = '金額の数字4個のうち、表に入ったもの2個、文の中のもの1個、読めていないもの1個'

  it.each(['/checks', '/about', '/source'])('is said on %s, beside no share that is whole', async (path) => {
    const { pages } = await drawDocument(open)
    const text = textOf(pages, path)
    expect(text).toContain(said)
    expect(text).not.toContain('(すべて)')
    expect(text).not.toContain('100%')
  })

  it('is listed on 照合 and leads to its words in 原文, where it is marked', async () => {
    const { pages } = await drawDocument(open)
    const checks = mainOf(pages, '/checks')
    const link = checks.querySelector('#open-amounts td a.read-figure')
    expect(link?.textContent).toBe('1,297千円')
    expect(pages.find(({ path }) => path === '/checks')?.cards.find(({ id }) => id === 'open-amounts')?.finding).toBe('読めていない金額の数字は1個')
    const id = link?.getAttribute('href')?.split('#')[1]
    const mark = mainOf(pages, '/source').querySelector(`#${id}`)
    expect([mark?.textContent, mark?.getAttribute('class')]).toEqual(['1,297千円', 'n n-unread'])
    expect(mark?.getAttribute('title')).toMatch(/^金額、読み取れていない/)
  })

  it('is said in the lead of 概要', async () => {
    const { pages } = await drawDocument(open)
    expect(mainOf(pages, '/index').querySelector('.lead')?.textContent).toContain('読めていない金額の数字が1個あり、合計には含まれていない。')
  })

  it('is said on the sheet for the council, whose sums leave it out', async () => {
    const { pages } = await drawDocument(open)
    const unstated = mainOf(pages, '/sheet').querySelector('.sheet-unstated')
    expect(unstated?.querySelector('h2')?.textContent).toBe('文書に書かれていないこと、読み取れていないこと')
    expect(unstated?.textContent).toContain('読めていない金額の数字が1個あり、合計には含まれていない。')
  })
})

describe('a document without any', () => {
  it('says so, and has no list', async () => {
    const { pages } = await drawDocument(closed)
    expect(textOf(pages, '/checks')).toContain('金額の数字3個のうち、表に入ったもの2個、文の中のもの1個。読めていないものはない。')
    expect(mainOf(pages, '/checks').querySelector('#open-amounts')).toBeNull()
    expect(textOf(pages, '/source')).toContain('(すべて)')
    expect(mainOf(pages, '/index').querySelector('.lead')?.textContent).not.toContain('読めていない')
  })
})
