import { grouped } from './document/grouped.ts'
import type { PlanFiles, PlanPlace } from './plan-files.ts'

/**
 * The ids of plans by their paths: the name of a folder, or of a file without its ending. Different paths of one name have as many of the
 * folders above them before it as tell them apart: `r5/plan.pdf` and `r6/plan.pdf` are `r5-plan` and `r6-plan`.
 */
export async function planIds(paths: readonly string[], files: PlanFiles): Promise<string[]> {
  const places = await Promise.all(paths.map((path) => files.placeOf(path)))
  const ids = new Map<string, string>()
  for (const alike of grouped(new Map(places.map((place) => [place.whole, place])).values(), ({ name }) => name).values()) {
    const depth = depthThatParts(alike)
    for (const place of alike) ids.set(place.whole, idOf(place, depth))
  }
  return places.map(({ whole, name }) => ids.get(whole) ?? name)
}

/** How many folders tell places apart; none where no number does, as for two files of one folder. */
function depthThatParts(places: readonly PlanPlace[]): number {
  const deepest = Math.max(...places.map(({ folders }) => folders.length))
  for (let depth = 0; depth <= deepest; depth++) if (new Set(places.map((place) => idOf(place, depth))).size === places.length) return depth
  return 0
}

function idOf({ name, folders }: PlanPlace, depth: number): string {
  return [...folders.slice(0, depth).reverse(), name].join('-')
}
