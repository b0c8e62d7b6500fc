import { describe, expect, it } from 'vitest'
import { entryOf } from '../../src/search/hits.ts'
import { nearestQueries } from '../../src/search/nearest.ts'
import type { RecordFigure } from '../../src/search/record.ts'

const plan = { id: 'plan', name: '計画', city: '', base: '' }
const entry = (item: string, text: string, figures: RecordFigure[] = []) =>
  entryOf({ href: '', kind: '実績', item, year: '', departments: [], text, figures }, plan)

const entries = [
  entry('No.17', '滞納整理の推進、マイナンバーカード'),
  entry('No.17', '目標額51,000,000円', [{ start: 3, end: 14, value: 51_000_000, yen: 51_000_000 }]),
  entry('No.19', '水道料金とＡＩの活用、977人', [{ start: 11, end: 15, value: 977, yen: null }]),
]

describe('nearestQueries', () => {
  it.each([
    ['マイナンハー', [['マイナンバーカード', 1]]],
    ['滞納整理課', [['滞納整理', 1]]],
    ['水道科金', [['水道料金', 1]]],
    ['51,000,001', [['51,000,000円', 1]]],
    ['5,200万円', [['51,000,000円', 1]]],
    ['980', [['977人', 1]]],
    [
      '滞納 水道',
      [
        ['滞納', 1],
        ['水道', 1],
      ],
    ],
    [
      '滞納 水道科金',
      [
        ['滞納', 1],
        ['水道料金', 1],
      ],
    ],
    ['980円', []],
    ['宇宙', []],
    ['R9', []],
    ['', []],
    ['<script>', []],
  ])('for %s', (query, expected) => {
    expect(nearestQueries(entries, query).map(({ query, count }) => [query, count])).toEqual(expected)
  })
})
