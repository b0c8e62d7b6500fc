import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { documentText } from '../support/documents.ts'
import { drawDocument } from '../support/drawn.ts'

/** The first words of 収納 for what is paid in each year, and what its cards find. */
async function collectionsOf(years: Record<string, string>) {
  const { pages } = await drawDocument(documentText({ years }))
  const page = pages.find(({ path }) => path === '/collections')
  const { document } = parseHTML(`<main>${page?.main}</main>`)
  const found = Object.fromEntries((page?.cards ?? []).map(({ id, finding }) => [id, finding]))
  return { document, lead: document.querySelector('.lead')?.textContent, found }
}

describe('収納 of another plan', () => {
  it('keeps a rate over 1,000% in the table', async () => {
    const { document, lead, found } = await collectionsOf({ 令和2年度: '・納付額 市税 20,000円', 令和3年度: '・納付額 市税 900,000円' })
    expect(lead).toContain('納付額は令和3年度に90万円で、前年度より88万円増えた。')
    expect(found.departments).toMatch(/^納付額は令和3年度に90万円。/)
    const places = [...document.querySelectorAll('*')].filter(
      ({ childElementCount, textContent }) => childElementCount === 0 && textContent?.includes('4,400.0%'),
    )
    expect(places.filter((place) => !place.closest('table, .receipts'))).toEqual([])
  })

  it('states no share of a change that others outweigh', async () => {
    const { lead } = await collectionsOf({
      令和2年度: '・納付額 市税 20,000円、保育料 90,000円',
      令和3年度: '・納付額 市税 60,000円、保育料 60,000円',
    })
    expect(lead).toContain('増減の中で最も大きいのは市税の+4万円。')
  })

  it('says that no claim, or each of them, is stated in all years', async () => {
    const never = await collectionsOf({ 令和2年度: '・納付額 市税 2,000円', 令和3年度: '・納付額 保育料 1,000円' })
    expect(never.found['all-claims']).toBe('納付がすべての年度に記載されている債権はない')
    const always = await collectionsOf({ 令和2年度: '・納付額 市税 2,000円', 令和3年度: '・納付額 市税 1,000円' })
    expect(always.found['all-claims']).toBe('納付は、1件の債権すべてがどの年度にも記載されている')
    const once = await collectionsOf({ 令和3年度: '・納付額 市税 1,000円' })
    expect(once.found['all-claims']).toBe('納付が記載されている債権は1件')
  })
})
