import { contentsText, itemText } from './documents.ts'

/** An item of an edition: its number and title, and the rows of its effects, cells parted by tabs. */
export interface EditionItem {
  no: number
  title: string
  effects?: string[]
}

/** The document of an edition of a plan of a fictitious city, which reports the years named. */
export function editionText(title: string, years: readonly string[], items: readonly EditionItem[]): string {
  return [
    `${title}取組実績一覧`,
    '',
    contentsText(...items.map(({ no, title }) => [no, title, '総務課'] as const)),
    ...items.map((item) =>
      itemText({ ...item, departments: '総務課', schedule: ['実施\t①\t①\t①\t'], yearHeads: '\t5年度\t6年度\t7年度', years: yearsOf(years) }),
    ),
    '',
  ].join('\n')
}

function yearsOf(years: readonly string[]): Record<string, string> {
  return Object.fromEntries(years.map((year) => [year, '・進めた。']))
}

const title = '第6次はるみ市集中改革プラン'
const staff = (...effects: string[]) => ({ no: 2, title: '定員の管理', effects })
const counter = { no: 3, title: '窓口の改善' }

/** A plan of another fictitious city, of the years of the sixth plan of はるみ市. */
export const minato = {
  'minato.txt': editionText(
    '第2次みなと市行政改革プラン',
    ['令和5年度', '令和6年度'],
    [
      { no: 1, title: '使用料の見直し', effects: ['令和5年度\t使用料\t900千円', '令和6年度\t使用料\t1,100千円'] },
      { no: 3, title: '窓口の改善' },
    ],
  ),
} as const

/**
 * Three editions of the sixth plan of はるみ市 and the first of the seventh, by file. The second states 1,324 where the first stated 1,234; in
 * the third No.4 begins; in the seventh plan No.2 goes on, 窓口の改善 has another number, and No.4 is another item.
 */
export const harumi = {
  'r5.txt': editionText(
    title,
    ['令和5年度'],
    [{ no: 1, title: '広告の募集', effects: ['令和5年度\t広告料\t1,234千円'] }, staff('令和5年度\t人件費\t5,000千円'), counter],
  ),
  'r6.txt': editionText(
    title,
    ['令和5年度', '令和6年度'],
    [
      { no: 1, title: '広告の募集', effects: ['令和5年度\t広告料\t1,324千円', '令和6年度\t広告料\t1,500千円'] },
      staff('令和5年度\t人件費\t5,000千円', '令和6年度\t人件費\t6,000千円'),
      counter,
    ],
  ),
  'r7.txt': editionText(
    title,
    ['令和5年度', '令和6年度', '令和7年度'],
    [
      { no: 1, title: '広告の募集', effects: ['令和5年度\t広告料\t1,324千円', '令和6年度\t広告料\t1,500千円', '令和7年度\t広告料\t1,600千円'] },
      staff('令和5年度\t人件費\t5,000千円', '令和6年度\t人件費\t6,500千円', '令和7年度\t人件費\t7,000千円'),
      counter,
      { no: 4, title: '公共施設の貸付け' },
    ],
  ),
  'next.txt': editionText(
    '第7次はるみ市集中改革プラン',
    ['令和8年度'],
    [{ no: 1, title: '窓口の改善' }, staff('令和8年度\t人件費\t8,000千円'), { no: 4, title: '電子申請' }],
  )
    .replaceAll('令和2年度～令和4年度', '令和8年度～令和10年度')
    .replaceAll('\t5年度\t6年度\t7年度', '\t8年度\t9年度\t10年度'),
} as const
