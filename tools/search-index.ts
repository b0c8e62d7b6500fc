import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { close, createIndex } from 'pagefind'
import type { SearchRecord, StoredRecord } from '../src/search/record.ts'
import { recordTokens } from '../src/search/tokens.ts'

/** What a page needs of what Pagefind writes; the rest is its own user interface. */
const needed = /^pagefind\.js$|^pagefind-entry\.json$|^wasm\.unknown\.|\.pf_(?:meta|index|fragment|filter)$/

/** No language: its words are pairs of characters that nothing is to take apart. */
const language = 'unknown'

/** Writes the index of the site's search into a folder; rejects with Pagefind's own words where it fails. */
export async function writeSearchIndex(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: language, keepIndexUrl: true, maxFragments: 1 })
  if (!index) throw new Error(`検索の索引を作れない: ${errors.join('、')}`)
  const added = await Promise.all(
    records.map((record, order) => {
      const stored: StoredRecord = { ...record, order }
      return index.addCustomRecord({ url: record.href, language, content: recordTokens(record).join(' '), meta: { record: JSON.stringify(stored) } })
    }),
  )
  const failed = added.flatMap(({ errors }) => errors)
  if (failed.length > 0) throw new Error(`検索の索引に加えられない: ${failed.join('、')}`)
  const { files } = await index.getFiles()
  await close()
  for (const { path, content } of files.filter(({ path }) => needed.test(path.split('/').at(-1) ?? ''))) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}
