import { type Folded, fold } from './fold.ts'
import type { SearchedPlan } from './plans-script.ts'
import { kinds, type SearchRecord } from './record.ts'
import { findTerm, type Stretch, type Term, termsOf } from './terms.ts'

/** A record with its text as search compares it, and its plan. */
export interface Entry {
  record: SearchRecord
  plan: SearchedPlan
  folded: Folded
}

/** A record that holds what a query asks for, and where in its text. */
export interface Hit {
  record: SearchRecord
  plan: SearchedPlan
  marks: readonly Stretch[]
  /** whether it holds some of the terms only, the others standing in other records of its item */
  isApart: boolean
}

/** A record made ready to be searched. */
export function entryOf(record: SearchRecord, plan: SearchedPlan): Entry {
  return { record, plan, folded: fold(record.text) }
}

/** What a record holds of each term; undefined where it holds one not. */
interface Looked {
  entry: Entry
  found: readonly (readonly Stretch[] | undefined)[]
}

/**
 * The records that hold every term of a query: by kind, in the order given within a kind; none for a blank query. After
 * them come those of items that hold all terms, but in no record together.
 */
export function findHits(entries: readonly Entry[], query: string): Hit[] {
  const terms = termsOf(query)
  if (terms.length === 0) return []
  const rank = rankOf(terms)
  const byKind = (hits: Hit[]) => hits.sort((a, b) => rank(a.record) - rank(b.record))
  const looked = entries.flatMap((entry) => look(entry, terms) ?? [])
  const whole = looked.filter(({ found }) => found.every((stretches) => stretches !== undefined))
  const apart = terms.length > 1 ? ofItemsWithAll(looked, whole) : []
  return [...byKind(whole.map((each) => hitOf(each, false))), ...byKind(apart.map((each) => hitOf(each, true)))]
}

function look(entry: Entry, terms: readonly Term[]): Looked | undefined {
  const found = terms.map((term) => findTerm(entry.record, entry.folded, term))
  return found.some((stretches) => stretches !== undefined) ? { entry, found } : undefined
}

/** The records of items that hold all terms between them, where no record of the item does so alone; a record's year alone shows nothing. */
function ofItemsWithAll(looked: readonly Looked[], whole: readonly Looked[]): Looked[] {
  const done = new Set(whole.map(itemOf))
  const items = new Map<string, Looked[]>()
  for (const each of looked) {
    if (each.entry.record.item === '' || done.has(itemOf(each))) continue
    items.set(itemOf(each), [...(items.get(itemOf(each)) ?? []), each])
  }
  return [...items.values()].flatMap((ofItem) => {
    const holdsAll = ofItem[0]?.found.every((_, term) => ofItem.some(({ found }) => found[term] !== undefined))
    return holdsAll ? ofItem.filter(({ found }) => found.some((stretches) => stretches !== undefined && stretches.length > 0)) : []
  })
}

function itemOf({ entry: { plan, record } }: Looked): string {
  return `${plan.id}\n${record.item}`
}

function hitOf({ entry: { record, plan }, found }: Looked, isApart: boolean): Hit {
  return { record, plan, marks: joined(found.flatMap((stretches) => stretches ?? [])), isApart }
}

/** Stretches in order, those that touch made one. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const { start, end } of [...stretches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

/** Kinds in their order; who asks for a number sees the numbers first. */
function rankOf(terms: readonly Term[]): (record: SearchRecord) => number {
  const numbersFirst = terms.some(({ kind }) => kind === 'number')
  return ({ kind }) => (numbersFirst && kind === '数値' ? -1 : kinds.indexOf(kind))
}
