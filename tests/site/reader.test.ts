import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openForm } from '../../loaders/form-input.ts'
import { ingestPlans } from '../../loaders/ingest.ts'
import { usualMaximumBytes } from '../../loaders/plan-files.ts'
import type { TableRows } from '../../loaders/tables.ts'
import { runIngest, runIngestFrom, temporaryFolder } from '../support/command.ts'
import { documentText } from '../support/documents.ts'
import { paragraph, wordFile } from '../support/office-files.ts'
import { handForm, otherForm } from '../support/other-form.ts'
import { writePdf } from '../support/pdf-writer.ts'
import { digestPath, root } from '../support/plans.ts'
import { axeViolations, openSite, type Site, sheetsOf } from './browser.ts'
import { contrastFindings } from './contrast.ts'
import { openFile } from './open-file.ts'
import { choose, drop, dropFromDisk, pageRows, settled } from './reader.ts'

let site: Site
const temporary = temporaryFolder()
const at = (name: string) => join(temporary.path, name)
beforeAll(async () => {
  site = await openSite()
})
afterAll(async () => {
  await site?.close()
  temporary.remove()
})

const effects = ['令和2年度\t削減額\t4,000円', '令和3年度\t削減額\t5,000円', '総計\t8,000円']
const text = documentText({ title: '窓口の見直し', effects, rating: 'A' })

/** A file of the test's own folder. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(at(name), content)
  return at(name)
}

/** A PDF with a line of text a line. */
function pdfOf(lines: readonly string[], pages = 1): Uint8Array {
  const hex = (words: string) => Buffer.from(words, 'utf16le').swap16().toString('hex')
  const drawn = lines.map((line, index) => `BT /F 9 Tf 20 ${280 - 14 * index} Td <${hex(line)}> Tj ET`).join('\n')
  return writePdf(Array.from({ length: pages }, () => ({ content: drawn })))
}

const wordOf = (words: string) =>
  wordFile(
    words
      .split('\n')
      .map((line) => paragraph(line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')))
      .join(''),
  )

describe('the page before a file is chosen', () => {
  it('has loaded neither the reader nor PDFium, and is small', async () => {
    const { page, problems } = await site.open('reader.html')
    const paths = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))
    expect(paths.filter((path) => path.startsWith('/reader/'))).toEqual([])
    const files = ['reader.html', ...paths.map((path) => path.slice(1))]
    const sizes = files.map((path) => gzipSync(readFileSync(join(site.folder, path))).length)
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(150_000)
    expect(problems).toEqual([])
    await page.context().close()
  })

  it('says without script what it is for and what to do instead', async () => {
    const { page } = await site.open('reader.html', { javaScriptEnabled: false })
    expect(await page.locator('main').innerText()).toContain('ここではファイルを読み取れない。')
    expect(await page.locator('main').innerText()).toContain('--report 点検表.xlsx')
    await page.context().close()
  })

  it('may ask nothing of any server, nor may a worker of its', async () => {
    const { page } = await site.open('reader.html')
    const ask = 'fetch(address).then(() => "asked", () => "refused")'
    const answers = await page.evaluate(async (ask) => {
      const address = new URL('index.html', location.href).href
      const inPage = await fetch(address).then(
        () => 'asked',
        () => 'refused',
      )
      const code = `const address = ${JSON.stringify(address)}; ${ask}.then(postMessage)`
      const worker = new Worker(URL.createObjectURL(new Blob([code])))
      const inWorker = await new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)))
      return [inPage, inWorker]
    }, ask)
    expect(answers).toEqual(['refused', 'refused'])
    await page.context().close()
  })
})

describe('a file that is chosen', () => {
  let page: Page
  let problems: string[]
  beforeAll(async () => {
    ;({ page, problems } = await site.open('reader.html'))
  })

  const files = {
    'text.txt': () => text,
    'cp932.txt': () => readFileSync(join(root, 'tests/fixtures/good/cp932/document.txt')),
    'word.docx': () => wordOf(text),
    'pdf.pdf': () => pdfOf(text.replaceAll('\t', '　　').split('\n')),
  } as const

  it.each(Object.keys(files) as (keyof typeof files)[])('has the rows that ingest reads: %s', async (name) => {
    const path = file(name, files[name]())
    await choose(page, path)
    const { rows } = await ingestPlans([path], usualMaximumBytes)
    expect(rows.plans).toHaveLength(1)
    expect(await pageRows(page)).toEqual(JSON.parse(JSON.stringify(rows)))
    expect(problems).toEqual([])
  })

  it('is read with what plan.json says where a folder is chosen', async () => {
    await choose(page, digestPath, 'folder')
    const { rows } = await ingestPlans([digestPath], usualMaximumBytes)
    expect(await pageRows(page)).toEqual(JSON.parse(JSON.stringify(rows)))
    const { stdout } = await runIngest(digestPath, '--report', at('report.xlsx'))
    const said = await page.locator('.reader-said li').allInnerTexts()
    expect(said).toEqual(stdout.trimEnd().split('\n'))
    expect(await page.locator('.reader-counts').innerText()).toBe('数値が一致しない 2か所、あるはずのものがない 3か所')
  })

  it.each([digestPath, join(digestPath, 'document.txt')])('may be dropped, a folder as well as a file: %s', async (path) => {
    const opened = await site.open('reader.html')
    await dropFromDisk(opened.page, path)
    const { rows } = await ingestPlans([path], usualMaximumBytes)
    expect(await pageRows(opened.page)).toEqual(JSON.parse(JSON.stringify(rows)))
    expect(opened.problems).toEqual([])
    await opened.page.context().close()
  })

  it('may be two editions of a plan, of which the later one counts', async () => {
    const two = [file('r3.txt', text), file('r4.txt', text.replaceAll('4,000円', '4,500円'))]
    await choose(page, two)
    const { rows } = await ingestPlans(two, usualMaximumBytes)
    expect(await pageRows(page)).toEqual(JSON.parse(JSON.stringify(rows)))
    expect(await page.locator('.reader-list > section').count()).toBe(2)
    expect(await page.locator('.reader-editions').innerText()).toContain('現行の版: ')
  })

  const refused = {
    'old.doc': () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
    'cut.docx': () => wordOf(text).subarray(0, 500),
    'cut.pdf': () => pdfOf(['No.1']).subarray(0, 400),
    'picture.png': () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    'bomb.docx': () => zipSync({ '_rels/.rels': new Uint8Array(70 * 2 ** 20) }),
    'other.txt': () => 'こんにちは\n',
    'empty.txt': () => '',
  } as const

  it.each(Object.keys(refused) as (keyof typeof refused)[])('is refused in the same words: %s', async (name) => {
    const path = file(name, refused[name]())
    await choose(page, path)
    const { status, stderr } = await runIngest(path, '--report', at('refused.xlsx'))
    expect(status).toBe(1)
    const errors = await page.locator('.reader-errors li').allInnerTexts()
    expect(errors).toEqual(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(line.indexOf(name))),
    )
    expect(await page.locator('h2', { hasText: `${name} を読み取れなかった` }).count()).toBe(1)
    expect(problems).toEqual([])
  })

  it('is refused where it is larger than the limit, before it is read', async () => {
    await drop(page, { 'large.txt': usualMaximumBytes + 1 })
    expect(await page.locator('.reader-errors').innerText()).toBe('large.txt:1:1: エラー: 67108864バイトある。上限は67108863バイト [file-too-large]')
    await choose(page, file('after.txt', text))
    expect(await page.locator('.reader-said li').count()).toBe(2)
  })

  it('can be stopped, and the next is read', async () => {
    const path = file('long.pdf', pdfOf(text.split('\n'), 800))
    await page.locator('[name=files]').setInputFiles(path)
    await page.locator('[data-do=stop]').click()
    await settled(page)
    expect(await page.locator('.reader-progress').innerText()).toContain('止めた。')
    expect(await page.locator('.reader-list > section').count()).toBe(0)
    await choose(page, file('after.txt', text))
    expect(await page.locator('.reader-said li').count()).toBe(2)
  })

  it('asks for nothing but the scripts of the reader', async () => {
    const { page } = await site.open('reader.html')
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url().replace(site.address, '')}`))
    await choose(page, [file('word.docx', wordOf(text)), file('pdf.pdf', pdfOf(text.split('\n')))])
    expect(asked.filter((one) => !one.startsWith('GET blob:')).sort()).toEqual(['GET reader/pdfium.js', 'GET reader/worker.js'])
    await page.context().close()
  })
})

describe('the list', () => {
  it('has both numbers and both places, each leading to its words in the document beside it', async () => {
    const { page } = await site.open('reader.html')
    await choose(page, digestPath, 'folder')
    const row = page.locator('#reader-1-differs ~ .table-scroll tbody tr').first()
    expect(await row.locator('td').allInnerTexts()).toEqual([
      '511行6桁',
      '効果額の総計と各年度の合計 (円)が合わない: 公表 626,073,000、計算 520,904,000',
      '626,073,000',
      '520,904,000',
      expect.stringMatching(/^.+ [\d,]+ \(508行\d+桁\)/),
    ])
    await row.getByRole('link', { name: '511行6桁' }).click()
    expect(await page.locator('.reader-document mark').innerText()).toBe('626,073千円')
    await row
      .getByRole('link', { name: /^508行/ })
      .first()
      .click()
    expect(await page.locator('.reader-document mark').innerText()).toMatch(/千円$/)
    expect(await page.locator('.reader-place').innerText()).toContain('508行')
    const targets = page.locator('#reader-1-targets ~ .table-scroll tbody tr')
    expect(await targets.filter({ hasText: '令和4年度' }).filter({ hasText: '職員数の計画' }).innerText()).toContain('984人\t977人\t未達 (文書の記載)')
    await page.context().close()
  })

  it('shows the page of a PDF with the words marked on it, and the cell of a table', async () => {
    const { page } = await site.open('reader.html')
    await choose(page, file('pdf.pdf', pdfOf(text.replaceAll('\t', '　　').split('\n'))))
    await page.locator('[data-place]').first().click()
    await page.locator('.reader-document svg.printed-page').waitFor()
    expect(await page.locator('.reader-place').innerText()).toContain('1頁')
    await page.context().close()
  })

  it('is taken along as the Excel file of --report, as CSV, and as words for a mail', async () => {
    mkdirSync(at('plan5'), { recursive: true })
    for (const name of ['plan.json', 'document.txt']) copyFileSync(join(digestPath, name), at(`plan5/${name}`))
    const { page } = await site.open('reader.html')
    await choose(page, at('plan5'), 'folder')
    const saved = async (action: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`[data-do=${action}]`).click()])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    }
    const workbook = await saved('workbook')
    expect(workbook.name).toBe('点検表.xlsx')
    expect((await runIngestFrom(temporary.path, 'plan5', '--report', 'plan5.xlsx')).status).toBe(0)
    expect(workbook.bytes.equals(readFileSync(at('plan5.xlsx')))).toBe(true)
    const csv = (await saved('csv')).bytes.toString()
    expect(csv).toMatch(/^\ufeff文書,種類,項目番号,/)
    expect(csv.trimEnd().split('\r\n')).toHaveLength(6)
    await page.locator('[data-do=mail]').click()
    const mail = await page.locator('#reader-mail').inputValue()
    expect(mail).toContain('【数値が一致しない】\n1. No.21 病院事業の経営健全化、511行6桁\n   効果額の総計と各年度の合計 (円)が合わない')
    await page.context().close()
  })

  it('is printed without the form and the document', async () => {
    const { page } = await site.open('reader.html')
    await choose(page, digestPath, 'folder')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.reader-form').isVisible()).toBe(false)
    expect(await page.locator('.reader-document').isVisible()).toBe(false)
    expect(await page.locator('#reader-1-differs ~ .table-scroll').first().isVisible()).toBe(true)
    expect(await sheetsOf(page)).toBeLessThanOrEqual(4)
    await page.context().close()
  })

  it('is used by keyboard: to a place, to the document, and back', async () => {
    const { page } = await site.open('reader.html')
    await choose(page, digestPath, 'folder')
    const link = page.locator('[data-place]').first()
    await link.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(':focus').getAttribute('id')).toBe('reader-document')
    await page.locator('[data-do=back]').press('Enter')
    expect(await page.locator(':focus').innerText()).toBe(await link.innerText())
    await page.context().close()
  })

  it.each([
    { width: 1280, colorScheme: 'light' },
    { width: 390, colorScheme: 'dark' },
  ] as const)('has nothing against it in axe or contrast, and fits, at $width px in $colorScheme', async (view) => {
    const { page } = await site.open('reader.html', view)
    await choose(page, digestPath, 'folder')
    await page.locator('[data-place]').first().click()
    await page.locator('[data-do=mail]').click()
    expect(await axeViolations(page)).toEqual([])
    expect((await contrastFindings(page)).problems).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await page.context().close()
  })
})

describe('a document of a form that is not known', () => {
  const meanings = handForm.map(({ words, meaning }) => [words, meaning] as const)

  it('is read again by the meanings that its words are given, and by the saved form as ingest --form reads it', async () => {
    const { page, problems } = await site.open('reader.html')
    const path = file('other-form.txt', otherForm)
    await choose(page, path)
    expect(await page.locator('.reader-errors').innerText()).toContain('[not-results-document]')
    expect(await page.locator('.reader-own tbody th').allInnerTexts()).toEqual(meanings.map(([words]) => words))
    for (const [words, meaning] of meanings) await page.locator(`select[data-words="${words}"]`).selectOption(meaning)
    expect(await axeViolations(page)).toEqual([])
    await page.locator('#reader').evaluate((place) => place.removeAttribute('aria-busy'))
    await page.locator('[data-do=reread]').click()
    await settled(page)
    const rows = (await pageRows(page)) as TableRows
    expect(rows.items.map(({ item_no, title, lead_department, rating }) => [item_no, title, lead_department, rating])).toEqual([
      [1, '窓口の集約', '市民課', 'A'],
      [2, '書類の電子化', '総務課', null],
    ])
    expect(rows.effects.map(({ item_no, fiscal_year, amount_yen }) => [item_no, fiscal_year, amount_yen])).toEqual([
      [1, 2021, 1_000_000],
      [2, 2021, 300_000],
    ])
    const opened = page.locator('.reader-own')
    if (!(await opened.evaluate((details: HTMLDetailsElement) => details.open))) await opened.locator('summary').click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-do=save-form]').click()])
    const form = file('様式.json', await readFile(await download.path()))
    const { form: own } = await openForm(form)
    expect((await ingestPlans([path], usualMaximumBytes, own)).rows).toEqual(rows)

    await choose(page, path)
    expect(await page.locator('.reader-errors').count()).toBe(1)
    await choose(page, file('broken.json', '{"id": 1}'), 'form')
    expect(await page.locator('.reader-failure').innerText()).toContain('様式として読めない: "id" は空でない文字列で書く')
    await choose(page, form, 'form')
    expect(await pageRows(page)).toEqual(rows)
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('a document that would write pages', () => {
  it.each(['hostile.txt', 'hostile.docx', 'hostile.pdf'])('is shown as it stands: %s', async (name) => {
    const hostile = '<img src=x onerror=window.__x=1><scr<b>ipt>window.__x=1</scr</b>ipt>'
    const words = documentText({ title: `窓口${hostile}`, departments: hostile, effects: [...effects, `令和9x年\t${hostile}\t12円`], rating: 'A' })
    const { page, problems } = await site.open('reader.html')
    await choose(page, file(name, name.endsWith('.txt') ? words : name.endsWith('.docx') ? wordOf(words) : pdfOf(words.split('\n'))))
    const places = await page.locator('[data-place]').all()
    expect(places.length).toBeGreaterThan(1)
    for (const place of places) await place.click()
    expect(await page.locator('#reader img, #reader script').count()).toBe(0)
    expect(await page.evaluate(() => '__x' in window)).toBe(false)
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('the page opened as a file', () => {
  it('reads text, Word, PDF and a folder', async () => {
    const { page, problems } = await openFile(site, 'reader.html')
    for (const path of [file('text.txt', text), file('word.docx', wordOf(text)), file('pdf.pdf', pdfOf(text.split('\n')))]) {
      await choose(page, path)
      expect(await page.locator('.reader-said li').count()).toBe(2)
    }
    await choose(page, digestPath, 'folder')
    expect(await page.locator('.reader-counts').innerText()).toBe('数値が一致しない 2か所、あるはずのものがない 3か所')
    expect(problems).toEqual([])
    await page.context().close()
  })
})

describe('a browser without WebAssembly', () => {
  it('reads Word, and says that it cannot read PDF', async () => {
    const { page } = await site.open('about.html')
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'))
    await page.goto(`${site.address}reader.html`)
    await choose(page, file('word.docx', wordOf(text)))
    expect(await page.locator('.reader-said li').count()).toBe(2)
    await choose(page, file('pdf.pdf', pdfOf(text.split('\n'))))
    expect(await page.locator('.reader-errors').innerText()).toContain('このブラウザではPDFを読めない (WebAssemblyが使えない)')
    await page.context().close()
  })
})
