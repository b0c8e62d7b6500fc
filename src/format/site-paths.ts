import { addressOf } from '../../loaders/warehouse/file-entry.ts'

/** A plan by its id. */
interface Identified {
  plan_id: string
}

/**
 * Where the pages of a plan stand, from the root of the site: at the root ('') those of the first of the site's plans, those of
 * any other in a folder of its own. A name of folders; `addressOf` makes a link of it.
 */
export function planBase(plan: Identified, plans: readonly Identified[]): string {
  const isFirst = plans[0] === undefined || plans[0].plan_id === plan.plan_id
  return isFirst ? '' : `/plans/${plan.plan_id}`
}

/** Where the pages of a plan are published, by its base and the address of the site, both with a slash at their end; undefined without one. */
export function publishedBase(base: string, site: string | undefined): string | undefined {
  return site === undefined ? undefined : `${site}${addressOf(`${base}/`).slice(1)}`
}

/** The root of a path as a page at that path sees it: `./` or as many `../` as folders are between them. */
export function rootSeenFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 2) || './'
}
