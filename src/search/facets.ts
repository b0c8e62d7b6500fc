import type { Hit } from './hits.ts'
import { kinds } from './record.ts'

/** What hits can be narrowed by: its name, and the values that a hit has of it. */
export const facets = {
  city: { label: '自治体', valuesOf: ({ plan }: Hit) => (plan.city === '' ? [] : [plan.city]) },
  plan: { label: 'プラン', valuesOf: ({ plan }: Hit) => [plan.name] },
  item: { label: '項目', valuesOf: ({ record }: Hit) => (record.item === '' ? [] : [record.item]) },
  year: { label: '年度', valuesOf: ({ record }: Hit) => (record.year === '' ? [] : [record.year]) },
  kind: { label: '種類', valuesOf: ({ record }: Hit) => [record.kind] },
  department: { label: '担当課', valuesOf: ({ record }: Hit) => record.departments },
} as const

export type FacetName = keyof typeof facets

/** The facets that tell plans apart, offered where there are several. */
export const planFacets: readonly FacetName[] = ['city', 'plan']

/** The value chosen of each facet, '' where none is. */
export type Choices = Readonly<Record<FacetName, string>>

export const facetNames = Object.keys(facets) as FacetName[]

/** The hits that have the chosen values; of all facets but one where it is named. */
export function narrow(hits: readonly Hit[], choices: Choices, except?: FacetName): Hit[] {
  const asked = facetNames.filter((name) => name !== except && choices[name] !== '')
  return hits.filter((hit) => asked.every((name) => facets[name].valuesOf(hit).includes(choices[name])))
}

/** How many hits each value of a facet would leave, in the order of the document; the chosen one stays even where it leaves none. */
export function countValues(hits: readonly Hit[], choices: Choices, name: FacetName): [string, number][] {
  const counts = new Map<string, number>()
  for (const hit of narrow(hits, choices, name)) for (const value of facets[name].valuesOf(hit)) counts.set(value, (counts.get(value) ?? 0) + 1)
  if (choices[name] !== '' && !counts.has(choices[name])) counts.set(choices[name], 0)
  return [...counts].sort(([a], [b]) => orderOf(name, a, b))
}

const kindNames: readonly string[] = kinds
const byNumber = new Intl.Collator('ja', { numeric: true })

function orderOf(name: FacetName, a: string, b: string): number {
  if (name === 'kind') return kindNames.indexOf(a) - kindNames.indexOf(b)
  return byNumber.compare(a, b)
}
