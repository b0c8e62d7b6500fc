import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { TableKey, TableRows } from '../loaders/tables.ts'
import { hasPublished, ingest, type Placed, publishedPath } from './support/plans.ts'

let rows: TableRows
let raw: string
let lines: string[]

const ofItem = <T extends { item_no: number | null }>(table: readonly T[], no: number): T[] => table.filter((row) => row.item_no === no)
const tally = (values: readonly unknown[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [String(value), values.filter((other) => other === value).length]))

/** The words of the document at a row's place. */
function slice({ source_line, source_column, source_end_line, source_end_column }: Placed): string {
  const first = source_column - 1
  if (source_line === source_end_line) return (lines[source_line - 1] ?? '').slice(first, source_end_column - 1)
  const last = (lines[source_end_line - 1] ?? '').slice(0, source_end_column - 1)
  return [(lines[source_line - 1] ?? '').slice(first), ...lines.slice(source_line, source_end_line - 1), last].join('\n')
}

/** Words without markup, bullets, blanks and line ends. */
const bare = (text: string) => text.replace(/<[^<>]*>/g, '').replace(/[\s・○●]/g, '')

const halfWidth = (text: string) => text.replace(/[０-９，．]/g, (character) => character.normalize('NFKC'))

/** The numbers of some words, commas and full-width digits taken into account. */
const numbers = (text: string) => [...halfWidth(text).matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) => Number(number.replaceAll(',', '')))

/** Whole yen of the one amount in some words, read here once more without the reader. */
function yenIn(text: string): number | undefined {
  const match = /([\d,]+)\s*(千?)円/.exec(halfWidth(text))
  return match ? Number(match[1]?.replaceAll(',', '')) * (match[2] ? 1000 : 1) : undefined
}

describe.skipIf(!hasPublished)('the published document', () => {
  beforeAll(async () => {
    rows = (await ingest(publishedPath)).rows
    raw = readFileSync(publishedPath, 'utf8')
    lines = raw.split(/\r\n|\n|\r/)
  })

  describe('holds', () => {
    it('22 items: 5 A, 8 B, 9 C, no D', () => {
      expect(rows.items.map(({ item_no }) => item_no)).toEqual(Array.from({ length: 22 }, (_, index) => index + 1))
      expect(tally(rows.items.map(({ rating }) => rating))).toEqual({ A: 5, B: 8, C: 9 })
    })

    it('762 figures, each with a role', () => {
      expect(rows.figures).toHaveLength(762)
      expect(rows.figures.filter(({ role }) => role === null)).toEqual([])
    })

    it('19 effects, 6 totals, 41 claims, 10 references', () => {
      expect([rows.effects, rows.effectTotals, rows.collections, rows.itemReferences].map(({ length }) => length)).toEqual([19, 6, 41, 10])
      expect(tally(rows.collections.map(({ fiscal_year }) => fiscal_year))).toEqual({ 2020: 14, 2021: 11, 2022: 16 })
    })

    it('the plan, its years and nothing that it does not say', () => {
      expect(rows.plans).toMatchObject([
        {
          plan_id: 'osaki-plan5-results',
          title: '第 5 次集中改革プラン',
          plan_no: 5,
          municipality: null,
          edition: null,
          first_fiscal_year: 2020,
          last_fiscal_year: 2022,
        },
      ])
    })

    it('lists for the next plan in all items but No.4 and No.8', () => {
      expect(rows.items.filter(({ next_plan }) => next_plan === false).map(({ item_no }) => item_no)).toEqual([4, 8])
      expect(rows.items.filter(({ next_plan }) => next_plan === null)).toEqual([])
    })
  })

  describe('No.17, whose first page is missing', () => {
    const reviewsOf = (no: number) => tally(ofItem(rows.reviews, no).map(({ kind }) => kind))

    it('has title and lead department of the contents, and no departments', () => {
      expect(ofItem(rows.items, 17)).toMatchObject([
        { title: '滞納整理の推進', lead_department: '納税課', departments: null, goal: null, complete: false, source_line: 22, source_column: 1 },
      ])
    })

    it('has its own review, effects and rating', () => {
      expect(reviewsOf(17)).toEqual({ achieved: 4, not_achieved: 1, next: 1 })
      expect(ofItem(rows.effects, 17).map(({ fiscal_year, amount_yen }) => [fiscal_year, amount_yen])).toEqual([
        [2020, 68_307_000],
        [2021, 38_353_000],
        [2022, 31_972_000],
      ])
      expect(ofItem(rows.items, 17)).toMatchObject([{ rating: 'C', rating_source_line: 364 }])
    })

    it('leaves No.16 its own', () => {
      expect(reviewsOf(16)).toEqual({ achieved: 2, not_achieved: 1, next: 2 })
      expect(ofItem(rows.items, 16)).toMatchObject([{ rating: 'C', complete: true }])
      expect(ofItem(rows.effects, 16)).toEqual([])
    })

    it('is the only item that is not complete, and says what is missing', () => {
      expect(rows.items.filter(({ complete }) => !complete).map(({ item_no }) => item_no)).toEqual([17])
      const missing = rows.checks.filter(({ rule, outcome }) => outcome === 'missing' && rule !== 'reference-counterpart')
      expect(missing.map(({ rule, item_no, fiscal_year }) => [rule, item_no, fiscal_year])).toEqual([
        ['section-present', 17, null],
        ['part-present', 17, null],
        ['part-present', 17, null],
        ['part-present', 17, null],
        ['part-present', 17, 2020],
        ['part-present', 17, 2021],
        ['part-present', 17, 2022],
      ])
    })

    it('has its target for two years', () => {
      expect(ofItem(rows.targets, 17).map(({ fiscal_year, measure, value, unit }) => [fiscal_year, measure, value, unit])).toEqual([
        [2021, 'effect_yen', 51_000_000, '円'],
        [2022, 'effect_yen', 51_000_000, '円'],
      ])
    })
  })

  describe('says two things that do not agree', () => {
    it('exactly two', () => {
      const differing = rows.checks.filter(({ outcome }) => outcome === 'differs')
      expect(
        differing.map(({ rule, item_no, fiscal_year, published, computed, source_line }) => [rule, item_no, fiscal_year, published, computed, source_line]),
      ).toEqual([
        ['effect-total', 21, null, 626_073_000, 520_904_000, 511],
        ['response-rate', 10, 2022, 97, 97.6, 215],
      ])
    })

    it('the total of No.21, which counts a うち line twice', () => {
      expect(ofItem(rows.effectTotals, 21)).toMatchObject([{ published_yen: 626_073_000, computed_yen: 520_904_000 }])
      expect(ofItem(rows.effects, 21).map(({ fiscal_year, effect_no, amount_yen, part_of }) => [fiscal_year, effect_no, amount_yen, part_of])).toEqual([
        [2020, 1, 110_000_000, null],
        [2021, 1, 4_732_000, null],
        [2022, 1, 406_172_000, null],
        [2022, 2, 105_169_000, 1],
      ])
      expect(ofItem(rows.effects, 21)).toMatchObject([{}, {}, { quantity: 1578, quantity_unit: '人' }, { quantity: null }])
    })

    it('the response rate of No.10 in 令和4年度', () => {
      expect(
        rows.surveys.map((row) => [row.fiscal_year, row.surveyed, row.responded, row.published_percent, row.computed_percent, row.score, row.growth_score]),
      ).toEqual([
        [2020, 985, 946, 96, 96, 64, 61],
        [2021, 970, 956, 98.6, 98.6, 65, 61],
        [2022, 969, 946, 97, 97.6, 63, 59],
      ])
    })
  })

  it('says of ten results that another item has them too, of which two stand nowhere else', () => {
    const references = rows.checks.filter(({ rule }) => rule === 'reference-counterpart')
    expect(tally(references.map(({ outcome }) => outcome))).toEqual({ agrees: 8, missing: 2 })
    expect(references.filter(({ outcome }) => outcome === 'missing').map(({ fiscal_year, message }) => [fiscal_year, message])).toEqual([
      [2022, 'No.2の令和4年度の再掲が指すNo.8に、同じ言葉の実績がない (最も近いもので文字の並びの63%が同じ)'],
      [2022, 'No.3の令和4年度の再掲が指すNo.2に、同じ言葉の実績がない (最も近いもので文字の並びの7%が同じ)'],
    ])
  })

  it('says in sentences what its tables have: over 7億9千万 yen given, the target of collecting missed twice, the planned staff missed twice', () => {
    const claims = rows.checks.filter(({ rule }) => rule === 'sentence-comparison')
    expect(
      claims.map(({ item_no, fiscal_year, outcome, relation, published, computed }) => [item_no, fiscal_year, outcome, relation, published, computed]),
    ).toEqual([
      [9, 2021, 'agrees', 'under', 982, 980],
      [9, 2022, 'agrees', 'under', 984, 977],
      [17, 2021, 'agrees', 'under', 51_000_000, 38_353_000],
      [17, 2022, 'agrees', 'under', 51_000_000, 31_972_000],
      [19, 2022, 'agrees', 'over', 790_000_000, 798_597_550],
    ])
  })

  describe('says of staff', () => {
    it('plan and actual of three days, all stated twice and agreeing', () => {
      expect(rows.staffing.map(({ item_no, as_of, fiscal_year, planned, actual }) => [item_no, as_of, fiscal_year, planned, actual])).toEqual([
        [9, '2020-04-01', 2020, 980, 986],
        [9, '2021-04-01', 2021, 982, 980],
        [9, '2022-04-01', 2022, 984, 977],
      ])
      const agreement = rows.checks.filter(({ rule }) => rule === 'staffing-agreement')
      expect(agreement.map(({ fiscal_year, outcome, published }) => [fiscal_year, outcome, published])).toEqual([
        [2020, 'agrees', 6],
        [2021, 'agrees', -2],
        [2022, 'agrees', -7],
      ])
    })

    it('a target of 990 for 2025', () => {
      expect(ofItem(rows.targets, 9)).toMatchObject([{ fiscal_year: 2025, measure: 'staff', value: 990, unit: '人' }])
    })

    it('who was hired again', () => {
      const numbers = rows.reemployment.map((row) => [
        row.fiscal_year,
        row.total,
        row.full_time,
        row.short_time,
        row.retirees,
        row.rehired,
        row.rehired_full_time,
        row.rehired_short_time,
      ])
      expect(numbers).toEqual([
        [2020, 59, 51, 8, null, null, null, null],
        [2021, 55, 51, 4, 31, 25, 23, 2],
        [2022, 69, 67, 2, 40, 38, 38, 0],
      ])
    })
  })

  describe('a text that a page end cuts', () => {
    const over = (row: Placed) => row.source_end_line - row.source_line

    it('is one entry: what No.1 did not achieve', () => {
      const [entry, ...more] = rows.reviews.filter(({ item_no, kind }) => item_no === 1 && kind === 'not_achieved')
      expect([more, entry?.source_line, entry && over(entry)]).toEqual([[], 44, 2])
    })

    it('is one entry: the claims of No.18 in 令和4年度', () => {
      const lists = rows.results.filter((row) => row.item_no === 18 && row.fiscal_year === 2022 && over(row) > 0)
      expect(lists.map(({ source_line, source_end_line }) => [source_line, source_end_line])).toEqual([[385, 387]])
      expect(rows.collections.filter(({ fiscal_year }) => fiscal_year === 2022).every(({ source_line }) => source_line === 387)).toBe(true)
    })
  })

  it('leaves No.5 and No.8 nothing that was not achieved, and misses nothing there', () => {
    for (const no of [5, 8]) {
      expect(ofItem(rows.reviews, no).filter(({ kind }) => kind === 'not_achieved')).toEqual([])
      expect(ofItem(rows.checks, no).filter(({ outcome }) => outcome === 'missing')).toEqual([])
    }
  })

  it('has every line in source_lines, untouched, none unread', () => {
    expect(rows.sourceLines.map(({ text }) => text).join('\n')).toBe(raw.replace(/\n$/, ''))
    expect(rows.sourceLines.map(({ line_no }) => line_no)).toEqual(rows.sourceLines.map((_, index) => index + 1))
    expect(rows.sourceLines.filter(({ part }) => part === 'unread')).toEqual([])
  })

  it('starts exactly one figure at every run of digits outside markup', () => {
    const withoutMarkup = raw.replace(/<[^<>]*>/g, (tag) => ' '.repeat(tag.length)).split('\n')
    const run = /[0-9０-９]+(?:[,，][0-9０-９]{3}(?![0-9０-９]))*(?:[.．][0-9０-９]+)?/g
    const runs = withoutMarkup.flatMap((line, index) => [...line.matchAll(run)].map((match) => `${index + 1}:${match.index + 1}`))
    expect(rows.figures.map(({ source_line, source_column }) => `${source_line}:${source_column}`)).toEqual(runs)
  })

  describe('gives every row a place that slices back to its words', () => {
    /** The words at a row's place against what they have to hold. */
    const cases: { [K in TableKey]?: (row: TableRows[K][number], words: string) => void } = {
      items: ({ title }, words) => expect(bare(words)).toContain(bare(title ?? '')),
      initiatives: ({ text }, words) => expect(bare(words)).toBe(bare(text)),
      results: ({ text }, words) => expect(bare(words)).toBe(bare(text)),
      reviews: ({ text }, words) => expect(bare(words)).toBe(bare(text)),
      schedules: ({ initiative_no, note }, words) => {
        const marks = [...words.matchAll(/[①-⑳]/g)].map(([mark]) => mark.charCodeAt(0) - 0x245f)
        expect(words.includes('～') ? marks.length : marks).toEqual(words.includes('～') ? 2 : [initiative_no])
        expect(Math.min(...marks) <= (initiative_no ?? 0) && (initiative_no ?? 0) <= Math.max(...marks)).toBe(true)
        expect(words).toContain(note ?? '')
      },
      effects: ({ amount_yen, quantity, quantity_unit }, words) => {
        expect(yenIn(words)).toBe(amount_yen)
        expect(words).toContain(quantity_unit ?? '')
        if (quantity !== null) expect(numbers(words)[0]).toBe(quantity)
      },
      effectTotals: ({ published_yen, published_quantity }, words) => {
        expect(yenIn(words)).toBe(published_yen)
        if (published_quantity !== null) expect(numbers(words)[0]).toBe(published_quantity)
      },
      targets: ({ value, unit }, words) => expect([numbers(words), words.endsWith(unit)]).toEqual([[value], true]),
      collections: ({ claim, department, amount_yen }, words) => {
        expect([words.startsWith(claim), yenIn(words)]).toEqual([true, amount_yen])
        expect(words).toContain(department)
      },
      staffing: ({ planned, actual }, words) => expect(numbers(words).slice(-2)).toEqual([planned, actual]),
      reemployment: (row, words) => {
        const stated = [row.total, row.full_time, row.short_time, row.retirees, row.rehired, row.rehired_full_time, row.rehired_short_time]
        expect(numbers(words)).toEqual(expect.arrayContaining(stated.filter((number) => number !== null)))
      },
      surveys: ({ surveyed, responded, published_percent, score }, words) => {
        expect(numbers(words)).toEqual(expect.arrayContaining([surveyed, responded, published_percent, score]))
      },
      trainings: ({ course, session, participants }, words) => {
        expect(words).toContain(session ?? course)
        if (participants !== null) expect(numbers(words)).toContain(participants)
      },
      assets: ({ region, contracts, area_m2, amount_yen, method }, words) => {
        if (amount_yen !== null) expect(yenIn(words)).toBe(amount_yen)
        for (const number of [contracts, area_m2]) if (number !== null) expect(numbers(words)).toContain(number)
        for (const text of [region, method]) expect(words).toContain(text ?? '')
      },
      itemReferences: ({ referenced_item_no }, words) => expect(numbers(words)).toEqual([referenced_item_no]),
      figures: ({ value, unit }, words) => expect([numbers(words), words.endsWith(unit ?? '')]).toEqual([[value], true]),
    }

    it.each(Object.entries(cases))('%s', (key, holds) => {
      const table = rows[key as TableKey] as Placed[]
      expect(table.length).toBeGreaterThan(0)
      for (const row of table) (holds as (row: Placed, words: string) => void)(row, slice(row))
    })

    it('shared only where the document says two things with one mark', () => {
      const shared = Object.keys(cases).flatMap((key) => {
        const table = rows[key as TableKey] as Placed[]
        const starts = table.map(({ source_line, source_column }) => `${source_line}:${source_column}`)
        return table
          .filter((_, index) => starts.indexOf(starts[index] as string) !== starts.lastIndexOf(starts[index] as string))
          .map((row) => `${key} ${slice(row)}`)
      })
      expect(shared.filter((words) => !/^schedules [①-⑳]～[①-⑳]$/.test(words))).toEqual(['targets 51,000,000円', 'targets 51,000,000円'])
    })
  })
})
