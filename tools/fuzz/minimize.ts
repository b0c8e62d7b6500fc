import { type Mutation, mutate, type Original, textOf } from './mutations.ts'

const patienceMs = 15_000

/** A list without what is not needed for it to fail: halves, quarters … down to single entries are left out in turn. */
export function minimize<T>(list: readonly T[], fails: (list: readonly T[]) => boolean, until: number): readonly T[] {
  let left = list
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length && Date.now() < until; ) {
      const rest = [...left.slice(0, from), ...left.slice(from + size)]
      if (fails(rest)) left = rest
      else from += size
    }
  }
  return left
}

/** The fewest mutations that still fail and, where any text may be tried, the least text. */
export function minimalInput(
  original: Original,
  mutations: readonly Mutation[],
  fails: (mutations: readonly Mutation[]) => boolean,
  textFails: ((text: string) => boolean) | undefined,
): { mutations: readonly Mutation[]; text: string } {
  const until = Date.now() + patienceMs
  const fewest = minimize(mutations, fails, until)
  const text = textOf(mutate(original, fewest))
  if (!textFails?.(text)) return { mutations: fewest, text }
  const lines = minimize(text.split('\n'), (lines) => textFails(lines.join('\n')), until)
  const characters = minimize(Array.from(lines.join('\n')), (characters) => textFails(characters.join('')), until)
  return { mutations: fewest, text: characters.join('') }
}
