import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DrawnText, type Mark } from '../loaders/document/drawn.ts'
import { coverageProblems } from '../tools/fuzz/coverage-laws.ts'
import { digitProblems } from '../tools/fuzz/digit-laws.ts'
import { type Mutation, mutate, mutationsOf, takeApart, textOf } from '../tools/fuzz/mutations.ts'
import { PdfRuns, readPdfFile, tornNumbers, unseenDigits } from '../tools/fuzz/pdf-runs.ts'
import { readText } from '../tools/fuzz/reading.ts'
import { Text } from '../tools/fuzz/text.ts'
import { inventedDigits, readOfficeFile, ZipRuns } from '../tools/fuzz/zip-runs.ts'
import { documentText } from './support/documents.ts'
import { excelFile, paragraph, sheetRow, table, wordFile } from './support/office-files.ts'
import { pdfPlan } from './support/pdf-plan.ts'
import { digestPath } from './support/plans.ts'

const digest = readFileSync(join(digestPath, 'document.txt'), 'utf8')

describe('a mutation', () => {
  const changed = (text: string, ...mutations: Mutation[]) => textOf(mutate(takeApart(text), mutations))

  it('puts two cells in each other’s place, in one row or in two', () => {
    expect(changed('甲\t1\t2\n乙\t3\t4', { kind: 'cells', cell: [0, 1], other: [1, 2] })).toBe('甲\t4\t2\n乙\t3\t1')
    expect(changed('甲\t1\t2', { kind: 'cells', cell: [0, 0], other: [0, 2] })).toBe('2\t1\t甲')
  })

  it('changes nothing where a cell or a line is gone', () => {
    const gone: Mutation = { kind: 'delete', unit: 'line', block: [0, 0] }
    expect(changed('甲\t1\n乙\t3', gone, { kind: 'cells', cell: [0, 1], other: [1, 1] }, { kind: 'join', line: 0, between: '' })).toBe('乙\t3')
  })

  it('joins a line with the next', () => {
    expect(changed('甲\n乙\n丙', { kind: 'join', line: 1, between: ' ' })).toBe('甲\n乙 丙')
  })

  it('is of every kind among those of a thousand runs, a change of digits of the same length and width too', () => {
    const original = takeApart(digest)
    const all = Array.from({ length: 1000 }, (_, run) => mutationsOf(original, 1, run).mutations).flat()
    expect([...new Set(all.map(({ kind }) => kind))].sort()).toEqual(['cells', 'delete', 'double', 'edit', 'join', 'swap'])
    const isDigits = (text: string) => /^(?:\d{2,}|[０-９]{2,})$/.test(text)
    const others = all.filter((mutation) => mutation.kind === 'edit' && mutation.removed === mutation.inserted.length && isDigits(mutation.inserted))
    expect(others.length).toBeGreaterThan(20)
  })
})

describe('a mutated file of an office program', () => {
  const items = documentText(
    ...[1, 2, 3].map((no) => ({ no, departments: '総務課', initiatives: '①窓口', years: { 令和2年度: '・20件を処理した。' }, rating: 'A', next: '○続ける。' })),
  )
  const effects = (no: number) => table(['取組による効果', '令和2年度', '削減額', `${no}5,000円`].map((text) => paragraph(text)))
  const word = wordFile([...items.split('\n').map((line) => paragraph(line)), effects(1), paragraph('文'), effects(2)].join(''))
  const heads = sheetRow(1, { A: 'No.', B: '項目', C: '担当課', D: '年度', E: '実績', F: '効果額（円）' })
  const rows = [1, 2, 3, 4].map((no) =>
    sheetRow(no + 1, { A: String(no), B: `窓口${no}`, C: '総務課', D: '令和2年度', E: '・20件を処理した。', F: [no * 12_345, 1] }),
  )
  const excel = excelFile({ 一覧: { rows: heads + rows.join(''), merged: ['A2:A2', 'B5:B6'] } }, { formats: ['#,##0'] })

  it.each([
    ['Word', word],
    ['Excel', excel],
  ])('of %s is refused in words or read: nothing else is thrown, and no digit is there that the file does not say', (_kind, bytes) => {
    expect(readOfficeFile(bytes)).toMatchObject({ figures: expect.toSatisfy((count: number) => count > 10), problems: [] })
    const runs = new ZipRuns(bytes, 1)
    const outcomes = Array.from({ length: 60 }, (_, run) => readOfficeFile(runs.bytesOf(run)))
    expect(outcomes.flatMap((outcome, run) => (outcome === 'refused' ? [] : outcome.problems.map((problem) => [run, problem])))).toEqual([])
    expect(outcomes.filter((outcome) => outcome === 'refused').length).toBeGreaterThan(10)
    expect(outcomes.filter((outcome) => outcome !== 'refused' && outcome.figures > 0).length).toBeGreaterThan(10)
  })
})

it('a digit that stands at no cell, or in no part of the file, breaks the law of the file', () => {
  const bytes = excelFile({ 一覧: { rows: sheetRow(1, { A: '1,234円' }) } })
  const drawn = (text: string, mark?: Mark) => {
    const written = new DrawnText()
    written.add(text, mark)
    return written.finish([], [])
  }
  const cell: Mark = { page: 1, box: null, cell: '一覧!A1' }
  expect(inventedDigits(drawn('1,234円', cell), bytes)).toEqual([])
  expect(inventedDigits(drawn('1,235円', cell), bytes)).toMatchObject([{ detail: '1,235' }])
  expect(inventedDigits(drawn('1,234円'), bytes)).toMatchObject([{ detail: '1,234' }])
})

describe('a mutated PDF', () => {
  const bytes = pdfPlan(3)

  it('is refused in words or read: nothing else is thrown, and no digit is there that its page does not show', async () => {
    expect(await readPdfFile(bytes)).toMatchObject({ figures: expect.toSatisfy((count: number) => count > 20), problems: [] })
    const runs = new PdfRuns(bytes, 1)
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, run) => readPdfFile(runs.bytesOf(run))))
    expect(outcomes.flatMap((outcome, run) => (outcome === 'refused' ? [] : outcome.problems.map((problem) => [run, problem])))).toEqual([])
    expect(outcomes.filter((outcome) => outcome !== 'refused' && outcome.figures > 0).length).toBeGreaterThan(10)
  })

  const drawn = (...digits: [char: string, x: number, page?: number][]) => {
    const written = new DrawnText()
    for (const [char, x, page = 1] of digits) written.add(char, { page, box: { x, y: 11.2, width: 5, height: 10 }, cell: null })
    return written.finish([], [])
  }
  const box = { left: 10, right: 15, top: 11, bottom: 21 }
  const shown = new Map([[1, [{ char: '7', ink: box, cell: box, x: 10, y: 20, size: 10 }]]])

  it('breaks a law where a digit stands on no page, or twice in the text and once on it', () => {
    expect(unseenDigits(drawn(['7', 10]), shown)).toEqual([])
    for (const other of [drawn(['8', 10]), drawn(['7', 30]), drawn(['7', 10, 2]), drawn(['7', 10], ['7', 10])])
      expect(unseenDigits(other, shown)).toMatchObject([{ law: 'unseen-digit' }])
  })

  it('breaks a law where digits of one number stand apart, or one before the other', () => {
    expect(tornNumbers(drawn(['7', 10], ['5', 15]))).toEqual([])
    for (const other of [drawn(['7', 10], ['5', 40]), drawn(['7', 10], ['5', 5])]) expect(tornNumbers(other)).toMatchObject([{ law: 'torn-number' }])
  })
})

describe('the law of digits', () => {
  const { result, report } = readText(digest)
  if (!result) throw new Error('the digest is no document')
  const { rows, coverage } = result
  const problemsOf = (changed: Partial<typeof rows>) =>
    digitProblems({ text: new Text(digest), rows: { ...rows, ...changed }, coverage, messages: report.file.messages }).map(({ sign }) => sign)

  it('holds of the digest', () => {
    expect(problemsOf({})).toEqual([])
  })

  it('is broken by an effect of other digits, and by a claim that is another item’s', () => {
    const [effect, ...effects] = rows.effects
    const [claim, ...claims] = rows.collections
    if (!effect || !claim) throw new Error('the digest has no effect or claim')
    expect(problemsOf({ effects: [{ ...effect, amount_yen: Number(effect.amount_yen) + 1000 }, ...effects] })).toEqual(['effects has others'])
    expect(problemsOf({ collections: [{ ...claim, item_no: 1 }, ...claims] })).toEqual(['collections below another head'])
  })

  it('is broken by a head count that no number states', () => {
    expect(problemsOf({ staffing: rows.staffing.map((count) => ({ ...count, actual: Number(count.actual) + 1 })) })).toContain('staffing has others')
  })
})

describe('the law of words', () => {
  const text = documentText({ departments: '総務課', initiatives: '①窓口', years: { 令和2年度: '・20件を処理した。' }, next: '※2年度5円次' })
  const { result, report } = readText(text)
  if (!result) throw new Error('not a document')
  const { rows, coverage } = result
  const problemsOf = (changed: Partial<typeof rows>) =>
    coverageProblems({ text: new Text(text), rows: { ...rows, ...changed }, coverage, messages: report.file.messages }).map(({ detail }) => detail)

  it('holds where a note of the form names an amount, which is reported', () => {
    expect(report.file.messages.map(({ ruleId, reason }) => [ruleId, reason])).toContainEqual(['unread-amount', expect.stringContaining('5円')])
    expect(problemsOf({})).toEqual([])
  })

  it('is broken by words that no row holds', () => {
    expect(problemsOf({ initiatives: [] })).toEqual([expect.stringContaining('in no row and no message: ①窓口')])
  })
})
