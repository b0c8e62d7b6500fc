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

/** A record that holds everything a query asks for, and where in its text. */
export interface Hit {
  record: SearchRecord
  plan: SearchedPlan
  marks: readonly Stretch[]
}

/** A record made ready to be searched. */
export function entryOf(record: SearchRecord, plan: SearchedPlan): Entry {
  return { record, plan, folded: fold(record.text) }
}

/** The records that hold every term of a query: by kind, in the order given within a kind; none for a blank query. */
export function findHits(entries: readonly Entry[], query: string): Hit[] {
  const terms = termsOf(query)
  if (terms.length === 0) return []
  const rank = rankOf(terms)
  return entries.flatMap((entry) => hitOf(entry, terms) ?? []).sort((a, b) => rank(a.record) - rank(b.record))
}

function hitOf({ record, plan, folded }: Entry, terms: readonly Term[]): Hit | undefined {
  const marks: Stretch[] = []
  for (const term of terms) {
    const found = findTerm(record, folded, term)
    if (found.length === 0) return undefined
    marks.push(...found)
  }
  return { record, plan, marks: joined(marks) }
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
