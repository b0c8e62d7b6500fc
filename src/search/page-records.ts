import { textOf } from '../evidence/uses.ts'
import type { SearchRecord } from './record.ts'

const cardHead = /<section class="card[^"]*" id="([^"]+)"[^>]*>\s*(<h2>[\s\S]*?<\/h2>)\s*(<p class="scope">[\s\S]*?<\/p>)/g

/** The cards of a built page that can be found: what each finds, and of what. Receipts of numbers are no part of it. */
export function pageRecords(href: string, page: string): SearchRecord[] {
  return [...page.matchAll(cardHead)].map(([, id, finding = '', scope = '']) => ({
    href: `${href}#${id}`,
    kind: '図表',
    item: '',
    year: '',
    departments: [],
    text: `${textOf(finding)}。${textOf(scope)}`,
    figures: [],
  }))
}
