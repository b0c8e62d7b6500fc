import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Words } from '../loaders/document/words.ts'
import { figureNumbers } from '../loaders/ledger/figure-numbers.ts'
import type { TableKey, TableRows } from '../loaders/tables.ts'
import { read } from './support/documents.ts'
import { fullWidth } from './support/numbers.ts'
import { digestPath, hasPublished, ingest, publishedPath, root, valuesOf } from './support/plans.ts'

const figureTables = [
  'effects',
  'effectTotals',
  'targets',
  'collections',
  'staffing',
  'reemployment',
  'surveys',
  'trainings',
  'assets',
  'itemReferences',
  'schedules',
] as const satisfies TableKey[]

describe.skipIf(!hasPublished)('the digest against the published document', () => {
  let digest: TableRows
  let published: TableRows

  beforeAll(async () => {
    digest = (await ingest(digestPath)).rows
    published = (await ingest(publishedPath)).rows
  })

  it.each(figureTables)('has the same %s', (key) => {
    expect(valuesOf<object>(digest[key])).toEqual(valuesOf<object>(published[key]))
  })

  it('has the same items but for their goals', () => {
    const facts = ({ items }: TableRows) =>
      items.map(({ item_no, title, lead_department, departments, rating, next_plan, complete }) => ({
        item_no,
        title,
        lead_department,
        departments,
        rating,
        next_plan,
        complete,
      }))
    expect(facts(digest)).toEqual(facts(published))
  })

  it('has the same figures in the same order', () => {
    const facts = ({ figures }: TableRows) => figures.map(({ item_no, fiscal_year, value, unit, role }) => ({ item_no, fiscal_year, value, unit, role }))
    expect(facts(digest)).toEqual(facts(published))
  })

  it('has the same checks but for their messages, the same ten marks of 再掲 and five sentences among them', () => {
    const facts = ({ checks }: TableRows) =>
      checks.map(({ rule, item_no, fiscal_year, outcome, relation, published, computed }) => [
        rule,
        item_no,
        fiscal_year,
        outcome,
        relation,
        published,
        computed,
      ])
    expect(facts(digest)).toEqual(facts(published))
  })

  it('has as many initiatives, results and reviews', () => {
    const counts = ({ initiatives, results, reviews }: TableRows) => [initiatives.length, results.length, reviews.length]
    expect(counts(digest)).toEqual(counts(published))
  })
})

const windowLength = 28

/** Text without markup, blanks, bullets and punctuation. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/<[^>]*>/g, '')
    .replace(/[\s、，,。.・○\-「」『』（）()]/g, '')
}

/** All stretches of the sentences of a document, `windowLength` characters each. */
function sentenceWindows(document: string): Set<string> {
  const sentences = document
    .split('\n')
    .flatMap((line) => line.replace(/<[^>]*>/g, '\n').split(/[\n\t]|(?<=。)/))
    .filter((text) => text.includes('。'))
    .map(bare)
  return new Set(sentences.flatMap((text) => Array.from({ length: Math.max(0, text.length - windowLength + 1) }, (_, at) => text.slice(at, at + windowLength))))
}

/** The text files of the project that people read, built ones left out. */
function projectFiles(): string[] {
  const folders = ['data', 'tests', 'src', 'loaders', 'docs'].filter((name) => existsSync(join(root, name)))
  const inside = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  )
  const atRoot = readdirSync(root)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, name))
  return [...inside, ...atRoot].filter((path) => !path.includes('/.observablehq/') && /\.(?:txt|json|md|tsx?|mjs|js|sql|html|css|csv|svg)$/.test(path))
}

describe.skipIf(!hasPublished)('the sentences of the published document', () => {
  it(`stand nowhere in this project (${windowLength} characters in a row)`, () => {
    const windows = sentenceWindows(readFileSync(publishedPath, 'utf8'))
    expect(windows.size).toBeGreaterThan(5_000)
    const copied = projectFiles().flatMap((path) => {
      const text = bare(readFileSync(path, 'utf8'))
      const at = Array.from({ length: text.length }, (_, index) => index).find((index) => windows.has(text.slice(index, index + windowLength)))
      return at === undefined ? [] : [`${path}: ${text.slice(at, at + windowLength)}`]
    })
    expect(copied).toEqual([])
  })
})

describe('the digest written otherwise', () => {
  const text = readFileSync(join(digestPath, 'document.txt'), 'utf8')
  const outsideMarkup = (pattern: RegExp, write: (found: string) => string) =>
    text.replace(/<[^>]*>|[^<]+/g, (part) => (part.startsWith('<') ? part : part.replace(pattern, write)))
  /** The rows of a text, places, blanks and widths apart. */
  const facts = (text: string) => {
    const { plan, list, messages, reported, sourceLines, ...tables } = read(text)
    const values = Object.entries(tables).map(([key, rows]) => [key, valuesOf<object>(rows.map((row) => ({ ...row, words: undefined })))])
    const numberOf = figureNumbers(tables.figures)
    const json = JSON.stringify(Object.fromEntries(values), (_, value) => (value instanceof Words ? numberOf(value) : value))
    return JSON.parse(json.normalize('NFKC').replace(/ +/g, '').replaceAll('〜', '~')) as Record<string, unknown[]>
  }

  it.each([
    ['with CRLF line ends', text.replaceAll('\n', '\r\n')],
    ['with CR line ends', text.replaceAll('\n', '\r')],
    ['with voiced kana in two characters', text.replace(/[\u3041-\u30ff]/g, (kana) => kana.normalize('NFD'))],
    ['with full-width digits', outsideMarkup(/[\d,.]/g, fullWidth)],
    ['with half-width brackets and colons', text.replace(/[（）：]/g, (sign) => sign.normalize('NFKC'))],
    ['with wave dashes', text.replaceAll('～', '〜')],
    ['with full-width blanks', outsideMarkup(/ /g, () => '\u3000')],
    ['with blanks between numbers and their units', outsideMarkup(/(?<=[\d０-９])(?=[人円件点年月日施％%])/g, () => ' ')],
    ['with blanks before numbers', outsideMarkup(/(?<=[ぁ-んァ-ヶ一-龠])(?<!約)(?=\d)/g, () => ' ')],
    ['without markup', text.replace(/<[^>]*>/g, '')],
  ])('%s gives the same rows', (_, other) => {
    expect(facts(other)).toEqual(facts(text))
  })

  it('without blanks at line ends gives the same rows', () => {
    expect(facts(text.replace(/[ \t]+$/gm, ''))).toEqual(facts(text))
  })
})
