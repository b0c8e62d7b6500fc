import { readContact, type UpdateCycle } from '../../loaders/document/publication.ts'
import type { Row } from '../../loaders/tables.ts'
import { licenceAddress } from '../../loaders/warehouse/package-words.ts'
import { eraDate } from './years.ts'

/** What is said of how the data are published: its Japanese name, its words, and the web address that they lead to. */
export interface PublicationFact {
  name: string
  words: string
  address?: string
}

const updateCycles = {
  monthly: '毎月',
  quarterly: '3か月ごと',
  semiannual: '半年ごと',
  annual: '毎年',
  biennial: '2年ごと',
  triennial: '3年ごと',
  irregular: '不定期',
  never: '更新しない',
} as const satisfies { [C in UpdateCycle]: string }

/** How the data of a plan are published, as its `plan.json` says it; what it does not say is left out. */
export function publicationFacts(plan: Row<'plans'>): PublicationFact[] {
  const { publisher, contact, published_on, source_url, issued, modified, update_cycle } = plan
  const licence = licenceFact(plan)
  return [
    ...said(publisher, (words) => ({ name: '公表者', words })),
    ...said(published_on, (day) => ({ name: '文書の公表日', words: eraDate(day) })),
    ...said(source_url, (address) => ({ name: '文書の公表ページ', words: address, address })),
    ...(licence ? [licence] : []),
    ...said(contact, contactFact),
    ...said(issued, (day) => ({ name: 'データの公開日', words: eraDate(day) })),
    ...said(modified, (day) => ({ name: 'データの更新日', words: eraDate(day) })),
    ...said(update_cycle, (cycle) => ({ name: '更新の頻度', words: updateCycles[cycle] })),
  ]
}

/** The licence of a plan's data, where `plan.json` says it. */
export function licenceFact({ licence }: Row<'plans'>): PublicationFact | undefined {
  if (licence === null) return undefined
  return { name: 'データのライセンス', words: licence, address: licenceAddress(licence) }
}

function said<T>(value: T | null, fact: (value: T) => PublicationFact): PublicationFact[] {
  return value === null ? [] : [fact(value)]
}

function contactFact(text: string): PublicationFact {
  const address = readContact(text)?.address ?? null
  return { name: '問い合わせ先', words: text, ...(address !== null && { address }) }
}
