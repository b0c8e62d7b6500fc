import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PublishedKey, published } from '../../loaders/warehouse/published.ts'
import { sheetName } from '../../loaders/workbook/sheet.ts'
import { writeWorkbook } from '../../loaders/workbook/write.ts'
import type { Warehouse } from '../../src/data/warehouse.ts'
import { planWorkbook } from '../../src/files/workbook/workbook.ts'
import { sha256, temporaryFolder } from '../support/command.ts'
import { readCsv } from '../support/csv.ts'
import { drawPlan } from '../support/drawn.ts'
import { digestPath } from '../support/plans.ts'

/** A cell as its XML states it: its type (s text, n number, b truth, f formula), its value as text, its format, and where it leads. */
interface ReadCell {
  type: string
  value: string
  format: string
  link: string | undefined
}
interface ReadSheet {
  cells: Map<string, ReadCell>
  frozenRows: string | null
}

const temporary = temporaryFolder()
let warehouse: Warehouse
let bytes: Uint8Array
let sheets: Map<string, ReadSheet>

beforeAll(async () => {
  warehouse = (await drawPlan(digestPath)).warehouse
  bytes = await planWorkbook(warehouse)
  sheets = readWorkbook(bytes)
})
afterAll(temporary.remove)

/** The sheets of an Excel file, or one of them, read from its XML alone. */
function readWorkbook(file: Uint8Array, only?: string): Map<string, ReadSheet> {
  const parts = unzipSync(file)
  const parser = new DOMParser()
  const xml = (path: string) => parser.parseFromString(strFromU8(parts[path] as Uint8Array), 'text/xml')
  const texts = [...xml('xl/sharedStrings.xml').querySelectorAll('si')].map((item) => item.textContent ?? '')
  const styles = xml('xl/styles.xml')
  const formats = new Map([...styles.querySelectorAll('numFmt')].map((format) => [format.getAttribute('numFmtId'), format.getAttribute('formatCode') ?? '']))
  const cellFormats = [...styles.querySelectorAll('cellXfs > xf')].map(
    (style) => formats.get(style.getAttribute('numFmtId')) ?? style.getAttribute('numFmtId') ?? '',
  )
  return new Map(
    [...xml('xl/workbook.xml').querySelectorAll('sheet')].flatMap((sheet, index) => {
      const name = sheet.getAttribute('name') as string
      if (only !== undefined && name !== only) return []
      const document = xml(`xl/worksheets/sheet${index + 1}.xml`)
      const links = new Map([...document.querySelectorAll('hyperlink')].map((link) => [link.getAttribute('ref'), link]))
      const relationships = xml(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`)
      const addressOf = (link: Element | undefined) =>
        link?.getAttribute('location') ?? relationships.querySelector(`[Id="${link?.getAttribute('r:id')}"]`)?.getAttribute('Target') ?? undefined
      const cells = [...document.querySelectorAll('c')].map((cell) => {
        const ref = cell.getAttribute('r') as string
        const childOf = (tag: string) => [...cell.children].find(({ tagName }) => tagName === tag)
        const type = childOf('f') ? 'f' : (cell.getAttribute('t') ?? 'n')
        const stored = childOf('v')?.textContent ?? ''
        const value = type === 's' ? (texts[Number(stored)] as string) : stored
        return [ref, { type, value, format: cellFormats[Number(cell.getAttribute('s') ?? 0)] ?? '', link: addressOf(links.get(ref)) }] as const
      })
      const view = { cells: new Map(cells), frozenRows: document.querySelector('pane[state=frozen]')?.getAttribute('ySplit') ?? null }
      return [[name, view] as const]
    }),
  )
}

/** The rows of a sheet below its head, as texts by head. */
function rowsOf(name: string, from = sheets): Record<string, ReadCell>[] {
  const { cells } = from.get(name) as ReadSheet
  const heads = [...cells].filter(([ref]) => /^[A-Z]+1$/.test(ref)).map(([ref, { value }]) => [ref.slice(0, -1), value] as const)
  const last = Math.max(...[...cells.keys()].map((ref) => Number(ref.replace(/\D/g, ''))))
  const empty: ReadCell = { type: '', value: '', format: '', link: undefined }
  return Array.from({ length: last - 1 }, (_, index) => Object.fromEntries(heads.map(([column, head]) => [head, cells.get(`${column}${index + 2}`) ?? empty])))
}

const values = (row: Record<string, ReadCell> | undefined) => Object.fromEntries(Object.entries(row ?? {}).map(([head, { value }]) => [head, value]))

describe('the Excel file of a plan', () => {
  it('has a cover, what to beware of, a sheet a table, what the columns mean, and the lines of the document', () => {
    expect([...sheets.keys()].slice(0, 4)).toEqual(['表紙', '注意', 'プラン', '改革項目'])
    expect([...sheets.keys()].slice(-2)).toEqual(['列の説明', '原文の行'])
    const withRows = (Object.keys(published) as PublishedKey[]).filter((key) => warehouse.table(key).length > 0)
    expect(sheets.size).toBe(withRows.length + 3)
    expect([...sheets.values()].filter(({ frozenRows }) => frozenRows !== '1')).toEqual([])
  })

  it('says on its cover which plan and edition, as of when, and from which document', () => {
    const cover = rowsOf('表紙').map(({ 項目, 内容 }) => [項目?.value, 内容?.value] as const)
    expect(cover).toContainEqual(['プラン', '大崎市 第5次集中改革プラン'])
    expect(cover).toContainEqual(['版', '要約版'])
    expect(cover).toContainEqual(['文書のSHA-256', sha256(readFileSync(join(digestPath, 'document.txt')))])
    expect(cover.find(([name]) => name === '時点')?.[1]).toMatch(/^令和5年3月31日 \(2023-03-31\)/)
    const contents = rowsOf('表紙').find(({ 項目 }) => 項目?.value === '債権ごとの収納')
    expect([contents?.項目?.link, contents?.行?.value]).toEqual(["'債権ごとの収納'!A1", '41'])
  })

  it('gives beside each figure its place, its words, and a link to its line', () => {
    const row = rowsOf('取組による効果').find(({ 項目番号, 年度 }) => 項目番号?.value === '17' && 年度?.value === '2020')
    expect(values(row)).toMatchObject({ 項目名: '滞納整理の推進', '年度 (和暦)': '令和2年度', '効果額 (円)': '68307000', 原文の言葉: '68,307,000円' })
    expect(row?.['効果額 (円)']).toMatchObject({ type: 'n', format: '#,##0' })
    const line = /^'原文の行'!A(\d+)$/.exec(row?.原文の場所?.link ?? '')?.[1]
    expect(row?.原文の場所?.value).toMatch(new RegExp(`^${Number(line) - 1}行`))
    expect(sheets.get('原文の行')?.cells.get(`B${line}`)?.value).toContain('68,307,000円')
  })

  it('has each value of every table, empty where the document states none', () => {
    expect(rowsOf('職員数').map((row) => [row['計画 (人)']?.value, row['実績 (人)']?.value, row.基準日?.format])).toEqual([
      ['980', '986', 'yyyy-mm-dd'],
      ['982', '980', 'yyyy-mm-dd'],
      ['984', '977', 'yyyy-mm-dd'],
    ])
    // 2020-04-01 in days of Excel
    expect(rowsOf('職員数')[0]?.基準日?.value).toBe('43922')
    const amounts = warehouse.table('effects').map(({ amount_yen }) => (amount_yen === null ? '' : String(amount_yen)))
    expect(rowsOf('取組による効果').map((row) => row['効果額 (円)']?.value)).toEqual(amounts)
    expect(rowsOf('原文の行').map(({ 文 }) => 文?.value)).toEqual(warehouse.table('sourceLines').map(({ text }) => text))
  })

  it('has the facts in a sheet that a pivot takes: heads once each, numbers as numbers', () => {
    const rows = rowsOf('測った値の一覧')
    const heads = [...(sheets.get('測った値の一覧') as ReadSheet).cells].filter(([ref]) => /^[A-Z]+1$/.test(ref)).map(([, { value }]) => value)
    expect([new Set(heads).size, rows.length]).toEqual([heads.length, warehouse.table('facts').length])
    const row = rows.find((row) => row.指標?.value === 'effects_yen' && row.項目番号?.value === '17')
    expect(values(row)).toMatchObject({
      項目名: '滞納整理の推進',
      和暦の年度: '令和2年度',
      指標の名前: '効果額',
      値: '68307000',
      単位: '円',
      値の性質: 'actual',
    })
    expect([row?.値?.type, row?.足せる値?.type, row?.原文の場所?.value]).toEqual(['n', 'b', expect.stringMatching(/^357行/)])
  })

  it('can be filtered, folds away what joins rows, and prints as wide as the paper with its heads on every page', () => {
    const parts = unzipSync(bytes)
    const workbook = strFromU8(parts['xl/workbook.xml'] as Uint8Array)
    const index = [...sheets.keys()].indexOf('取組による効果')
    const xml = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`] as Uint8Array)
    const { cells } = sheets.get('取組による効果') as ReadSheet
    const last = [...cells.keys()]
      .filter((ref) => /^[A-Z]+1$/.test(ref))
      .at(-1)
      ?.slice(0, -1)
    const rows = warehouse.table('effects').length + 1
    expect(/<autoFilter ref="([^"]*)"/.exec(xml)?.[1]).toBe(`A1:${last}${rows}`)
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'取組による効果'!$1:$1</definedName>`)
    expect(workbook).toContain(`localSheetId="${index}" hidden="1">'取組による効果'!$A$1:$${last}$${rows}</definedName>`)
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(xml).toContain('&amp;L 大崎市 第5次集中改革プラン 取組実績&amp;C 取組による効果&amp;R&amp;P / &amp;N')
    const foldedColumns = [...xml.matchAll(/<col min="(\d+)"[^>]* hidden="1"\/>/g)].map(([, number]) => Number(number) - 1)
    const heads = [...cells].filter(([ref]) => /^[A-Z]+1$/.test(ref)).map(([, { value }]) => value)
    expect(foldedColumns.map((number) => heads[number])).toEqual(['ページ', '枠', 'セル', '効果額の数字番号', '数量の数字番号', '効果の名前の統一表記'])
  })

  it('says in its properties what it is, of which years and from whom', () => {
    const xml = strFromU8(unzipSync(bytes)['docProps/core.xml'] as Uint8Array)
    expect([...xml.matchAll(/<dc:(\w+)>([^<]*)</g)].map(([, name, value]) => [name, value])).toEqual([
      ['title', '大崎市 第5次集中改革プラン 取組実績'],
      ['subject', '令和2–4年度 (2020–2022)'],
      ['creator', '大崎市'],
      ['description', `出典: ${warehouse.plan.source_name}`],
    ])
  })

  it('holds what was measured as numbers, and only codes as text', () => {
    const asText = (Object.keys(published) as PublishedKey[]).flatMap((key) =>
      warehouse.table(key).length === 0
        ? []
        : rowsOf(sheetName(published[key].title)).flatMap((row) =>
            Object.entries(row).flatMap(([head, { type, value }]) => (type === 's' && /^-?[\d,.]+$/.test(value) ? [head] : [])),
          ),
    )
    // a code keeps its zeros; words of the document may be a number alone
    expect([...new Set(asText)]).toEqual(['団体コード', '見出しの番号', '原文の言葉'])
  })

  it('lists contradictions first, with both numbers and the place', () => {
    const [first, second] = rowsOf('注意')
    expect(values(first)).toMatchObject({ 種類: '相違', 項目番号: '21', 公表値: '626073000', 再計算値: '520904000', '差 (公表値 − 再計算値)': '105169000' })
    expect(values(second)).toMatchObject({ 種類: '相違', 公表値: '97', 再計算値: '97.6' })
  })

  it('lists what is missing by cause: the missing page of No.17 with its parts in one row', () => {
    const missing = rowsOf('注意').slice(2).map(values)
    expect(missing).toHaveLength(3)
    const [page, ...others] = missing.filter((row) => row.項目番号 === '17')
    expect(others).toEqual([])
    expect(page?.説明).toContain('改善スケジュール')
    expect(page?.説明).toContain('令和4年度の実績')
  })

  it('has no formula anywhere, and text only as text', () => {
    const cells = [...sheets.values()].flatMap((sheet) => [...sheet.cells.values()])
    expect(cells.filter(({ type }) => type === 'f')).toEqual([])
    expect(cells.filter(({ type, format }) => type === 's' && format !== '@' && format !== '49')).toEqual([])
  })

  it('is the same bytes each time', async () => {
    expect(sha256(await planWorkbook(warehouse))).toBe(sha256(bytes))
  })

  it('leads to the site where its address is known', async () => {
    const linked = readWorkbook(await planWorkbook(warehouse, 'http://reform.example/plan/'), '職員数')
    const [row] = rowsOf('職員数', linked)
    expect(row?.サイトの原文?.link).toBe(`http://reform.example/plan/source.html#L${warehouse.table('staffing')[0]?.source_line}`)
    expect(row?.原文の場所?.link).toMatch(/^'原文の行'!A\d+$/)
  })
})

describe('texts that a spreadsheet could take for something else', () => {
  const hostile = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    "'1",
    '0123',
    '1-2',
    'constructor',
    '__proto__',
    '_x000D_',
    'a & <b> "c"',
    ' 前後に空き ',
    '改行\nあり',
    '長'.repeat(40_000),
  ]

  it('come back as they were, the longest cut with a word on it', async () => {
    const written = await writeWorkbook([{ name: '文', head: ['文'], rows: hostile.map((value) => [{ value }]) }], { title: 'A&B <1>' })
    const back = rowsOf('文', readWorkbook(written)).map(({ 文 }) => [文?.type, 文?.value.replace(/_x005F_/g, '_')])
    expect(back.slice(0, -1)).toEqual(hostile.slice(0, -1).map((text) => ['s', text]))
    expect(back.at(-1)?.[1]).toMatch(/^長+… \(続きはCSVにある\)$/)
    expect(back.at(-1)?.[1]).toHaveLength(32_767)
  })
})

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

describe('LibreOffice', () => {
  it.skipIf(!hasLibreOffice)(
    `opens the file and reads every sheet${hasLibreOffice ? '' : ' (skipped: no soffice on this machine)'}`,
    { timeout: 240_000 },
    () => {
      writeFileSync(join(temporary.path, 'reform.xlsx'), bytes)
      const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
      const profile = `-env:UserInstallation=file://${join(temporary.path, 'profile')}`
      spawnSync('soffice', ['--headless', profile, '--convert-to', filter, '--outdir', join(temporary.path, 'csv'), join(temporary.path, 'reform.xlsx')])
      const names = readdirSync(join(temporary.path, 'csv')).map((name) => name.replace(/^reform-|\.csv$/g, ''))
      expect(names.sort()).toEqual([...sheets.keys()].sort())
      const [head = [], ...rows] = readCsv(readFileSync(join(temporary.path, 'csv', 'reform-取組による効果.csv'), 'utf8'))
      expect(rows.map((row) => row[head.indexOf('効果額 (円)')])).toEqual(
        warehouse.table('effects').map(({ amount_yen }) => (amount_yen === null ? '' : String(amount_yen))),
      )
    },
  )
})
