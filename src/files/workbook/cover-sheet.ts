import { amountsInWords } from '../../../loaders/ledger/read-counts.ts'
import { daysOfYears } from '../../../loaders/vocabulary/fiscal-years.ts'
import { type PublishedKey, published } from '../../../loaders/warehouse/published.ts'
import { type Sheet, type SheetCell, sheetName } from '../../../loaders/workbook/sheet.ts'
import tool from '../../../package.json' with { type: 'json' }
import type { Warehouse } from '../../data/warehouse.ts'
import { editions } from '../../format/editions.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type PublicationFact, publicationFacts } from '../../format/publication.ts'
import { eraDate, yearRange } from '../../format/years.ts'
import { columnsName } from './columns-sheet.ts'
import { notesName } from './notes-sheet.ts'

const howToRead = [
  '金額は円。単位は列の見出しに書いた。空の欄は、文書に書かれていないことを表し、0ではない。',
  '年度は4月に始まる年の西暦。隣に和暦を書いた。',
  '「原文の場所」は、その行を読み取った場所 (行と桁)。押すと、このファイルの「原文の行」シートのその行へ移る。桁は1から数え、終わりの桁を含まない。',
  '「原文の言葉」は、その場所に書かれた文そのもの。',
  '番号や表記をそろえた名前など、ほかの表と結ぶための列は畳んである。列の上の「＋」を押すと開く。',
  '「再計算…」の列は、文書のほかの数字から再計算した値。文書の数字は直していない。',
  `文書の中で数値が一致しない箇所と欠けている箇所は「${notesName}」シートに、列の意味は「${columnsName}」シートにまとめた。`,
]

/** The first sheet: plan, edition, date, document, how to read the rest, and what there is. */
export function coverSheet(warehouse: Warehouse, site: string | undefined): Sheet {
  const { plan } = warehouse
  const facts: readonly (readonly [string, string | null])[] = [
    ['プラン', plan.title ?? plan.plan_id],
    ['自治体', [plan.municipality, plan.municipality_code && `(団体コード ${plan.municipality_code})`].filter(Boolean).join(' ')],
    ['対象期間', yearRange(plan.first_fiscal_year, plan.last_fiscal_year)],
    ['時点', asOf(warehouse)],
    ['版', plan.edition === null ? '公表版か要約版かの記載なし' : (editions[plan.edition] ?? plan.edition)],
    ['読み取った文書', plan.source_name],
    ['文書のSHA-256', plan.source_sha256],
    ['読み取りの範囲', readShare(warehouse)],
    ['照合', checksInWords(warehouse)],
    ['作った道具', `${tool.name} ${tool.version}`],
  ]
  return {
    name: '表紙',
    head: ['項目', '内容', '行'],
    rows: [
      [{ value: `${plan.title ?? plan.plan_id} 取組実績`, style: 'title' }],
      ...facts.filter(([, fact]) => fact).map(([name, fact]) => [label(name), { value: fact }]),
      ...publicationFacts(plan).map(publicationRow),
      ...(site === undefined ? [] : [[label('サイト'), { value: site, target: { address: site } }]]),
      [{ value: null }],
      ...howToRead.map((words, index) => [label(index === 0 ? '読み方' : null), { value: words }]),
      [{ value: null }],
      ...contents(warehouse),
    ],
  }
}

function publicationRow({ name, words, address }: PublicationFact): SheetCell[] {
  return [label(name), { value: words, target: address === undefined ? undefined : { address } }]
}

function label(value: string | null): SheetCell {
  return { value, style: 'label' }
}

/** Each sheet, leading to it, with what a row of it stands for; a table without rows has no sheet. */
function contents(warehouse: Warehouse): SheetCell[][] {
  const link = (name: string): SheetCell => ({ value: name, target: { sheet: name, row: 1 } })
  return [
    [link(notesName), { value: '文書の中で数値が一致しない箇所と欠けている箇所' }],
    ...(Object.keys(published) as PublishedKey[]).map((key) => {
      const { title, grain } = published[key]
      const rows = warehouse.table(key).length
      return [rows > 0 ? link(sheetName(title)) : { value: title }, { value: grain }, { value: rows, format: '#,##0' }]
    }),
    [link(columnsName), { value: '表と列の意味' }],
  ]
}

function asOf({ plan }: Warehouse): string | null {
  const days = daysOfYears(plan.first_fiscal_year, plan.last_fiscal_year)
  return days ? `${eraDate(days.end)} (${days.end}) までの実績。同じ文書からは、いつ作っても同じファイルになるので、作成日は書かない` : null
}

function readShare(warehouse: Warehouse): string {
  const counts = warehouse.readCounts
  const lines = formatNumber(warehouse.table('sourceLines').length)
  return `文書の${lines}行、数字${formatNumber(counts.numbers)}個。読み取った数字${formatNumber(counts.read)}個。${amountsInWords(counts)}`
}

function checksInWords(warehouse: Warehouse): string {
  const { compared, differs } = warehouse.checkTotals
  return `数字${formatNumber(compared)}組を突き合わせ、${differs === 0 ? 'すべて一致' : `${formatNumber(differs)}組が一致しない (「${notesName}」シート)`}`
}
