import type { UpdateCycle } from './publication.ts'
import type { Source } from './source.ts'

/** What a document can be to the one that the city published: that itself, its facts written anew, or made up. */
export const editions = ['published', 'digest', 'sample'] as const

export type Edition = (typeof editions)[number]

/** No city's plan is numbered above this. */
export const mostPlanNo = 999

/** What `plan.json` says about a plan; null where it does not say, or where a document was given on its own. */
export interface PlanDescription {
  title: string | null
  /** the name of the series of editions that the document is one of */
  series: string | null
  /** of items by their numbers, each with the item of another document that it goes on from: `osaki-plan5/17` */
  sameAs: Readonly<Record<string, string>>
  planNo: number | null
  municipality: string | null
  municipalityCode: string | null
  edition: Edition | null
  sourceName: string | null
  /** days as ISO 8601 text, addresses as `webAddress` gives them */
  publishedOn: string | null
  sourceUrl: string | null
  licence: string | null
  publisher: string | null
  contact: string | null
  issued: string | null
  modified: string | null
  theme: string | null
  updateCycle: UpdateCycle | null
}

/** A plan as given: its id, description, the bytes' hash, and its document ready to be parsed. */
export interface PlanInput {
  planId: string
  description: PlanDescription
  sha256: string
  source: Source
}

/** The description of a plan about which nothing is said. */
export const nothingSaid: PlanDescription = {
  title: null,
  series: null,
  sameAs: {},
  planNo: null,
  municipality: null,
  municipalityCode: null,
  edition: null,
  sourceName: null,
  publishedOn: null,
  sourceUrl: null,
  licence: null,
  publisher: null,
  contact: null,
  issued: null,
  modified: null,
  theme: null,
  updateCycle: null,
}
