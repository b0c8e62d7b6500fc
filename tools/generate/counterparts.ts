import { type Entry, entriesOf, type PlanItem } from './model.ts'

/** Items of which each result that a mark of 再掲 says of another item stands there too, in the same year and the same words. */
export function withCounterparts(items: readonly PlanItem[]): PlanItem[] {
  const marked = items.flatMap(entriesOf).flatMap(({ entry, fiscalYear }) => (entry.references ?? []).map((no) => ({ no, fiscalYear, entry: unmarked(entry) })))
  return items.map((item) => ({
    ...item,
    results: item.results.map(({ fiscalYear, groups }) => {
      const repeated = marked.filter((mark) => mark.no === item.no && mark.fiscalYear === fiscalYear).map(({ entry }) => entry)
      const last = groups.length - 1
      return { fiscalYear, groups: groups.map((group, index) => (index === last ? { ...group, entries: [...repeated, ...group.entries] } : group)) }
    }),
  }))
}

function unmarked({ text }: Entry): Entry {
  return { text: text.replace(/（[^（）]*再掲）/, '') }
}
