import { scriptLiteral } from '../format/script-literal.ts'

/** A plan whose records can be searched: its name, its city ('' where none is known), and where its pages begin, from the root of the site. */
export interface SearchedPlan {
  id: string
  name: string
  city: string
  base: string
}

declare global {
  /** What the loaded script of plans holds. */
  var searchPlans: readonly SearchedPlan[] | undefined
}

/** The path of the script that names the plans of a site of several, from its root. */
export const plansPath = 'search-plans.js'

/** A classic script that says which plans the search of a site looks through. */
export function plansScript(plans: readonly SearchedPlan[]): string {
  return `globalThis.searchPlans = ${scriptLiteral(plans)}\n`
}
