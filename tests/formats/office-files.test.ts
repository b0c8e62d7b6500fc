import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ingestPlans } from '../../loaders/ingest.ts'
import { runIngest, temporaryFolder } from '../support/command.ts'
import { root } from '../support/plans.ts'
import { differencesFromText } from '../support/same-rows.ts'

const folder = join(root, '../shared/sources/files')
const hasFiles = existsSync(folder)
const names = hasFiles ? readdirSync(folder) : []
const officeFile = /\.(?:docx|xlsx)$/
const refusable = /^refuse-.*\.(?:docx?|xlsx?)$/
const temporary = temporaryFolder()
afterAll(temporary.remove)

const read = names.filter((name) => officeFile.test(name) && !refusable.test(name) && name !== 'osaki-list.xlsx')

describe.skipIf(!hasFiles)('the published document', () => {
  it.each(read)('as %s has every row of the text, each number in its cell, and no digit is lost', async (name) => {
    const ingestion = await ingestPlans([join(folder, name)], 2 ** 26)
    expect(await differencesFromText(ingestion)).toEqual([])
    expect(ingestion.rows.digitBalance).toMatchObject([{ digits: 1447, digits_unread: 0, digits_outside: 0, is_balanced: true }])
    const { figures, sourcePages } = ingestion.rows
    expect(figures.filter(({ source_cell, source_page }) => source_cell === null || source_page === null)).toEqual([])
    expect(figures.every(({ source_page }) => sourcePages.some(({ page_no }) => page_no === source_page))).toBe(true)
  })

  it('as osaki-forms.xlsx has its numbers in the cells that Excel names', async () => {
    const { figures } = (await ingestPlans([join(folder, 'osaki-forms.xlsx')], 2 ** 26)).rows
    const total = figures.find(({ item_no, value, role }) => item_no === 21 && value === 626_073 && role === 'amount')
    expect(total?.source_cell).toMatch(/^No\.21!/)
  })

  it.each(names.filter((name) => refusable.test(name)))('as %s is refused in a sentence that says what to do, and nothing is written', async (name) => {
    const out = join(temporary.path, basename(name))
    const { status, stderr } = await runIngest(join(folder, name), '--out', out)
    expect(status).toBe(1)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(expected(name))
    expect(stderr).toMatch(/渡す|保存し直す/)
    expect(stderr).not.toContain(':1:1:')
    expect(existsSync(out)).toBe(false)
  })
})

/** What each refusal is about. */
function expected(name: string): RegExp {
  if (name.startsWith('refuse-password')) return /パスワード.*\[password-protected\]/
  if (name.startsWith('refuse-old')) return /古い形式.*\[old-office-file\]/
  if (name.startsWith('refuse-truncated')) return /途中で切れている.*\[damaged-file\]/
  return /\[zip-too-large\]/
}

describe.skipIf(!hasFiles)('a place', () => {
  it('of a message is a cell, not a line', async () => {
    const { stderr } = await runIngest(join(folder, 'osaki.docx'), '--out', join(temporary.path, 'word'))
    expect(stderr).toMatch(/osaki\.docx:表22 行16 枠4: 注意: 効果額の総計/)
    expect(readFileSync(join(temporary.path, 'word/manifest.json'), 'utf8')).toContain('pages/osaki/1.json')
  })
})
