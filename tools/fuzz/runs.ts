import type { Before, Problem } from './case.ts'
import { problemsOf } from './laws.ts'
import { minimalInput } from './minimize.ts'
import { type Mutation, mutate, mutationsOf, type Original, takeApart, textOf } from './mutations.ts'
import { readText } from './reading.ts'

/** A run that broke a law: how to do it again, and the least that still breaks it. */
export interface Failure extends Problem {
  run: number
  mutations: readonly Mutation[]
  /** the least text found, undefined where a failure like it was told before */
  text: string | undefined
}

/** Mutates a document and reads it, run after run; the first `examples` failures of a kind are made minimal. */
export class Runs {
  readonly #original: Original
  readonly #before: Before['rows'] | undefined
  readonly #told = new Map<string, number>()

  constructor(
    document: string,
    private readonly seed: number,
    private readonly examples: number,
  ) {
    this.#original = takeApart(document)
    this.#before = readText(document).result?.rows
  }

  /** What is wrong after the mutations of a run, each kind of breach once. */
  failuresOf(run: number): Failure[] {
    const { mutations, onlyPages } = mutationsOf(this.#original, this.seed, run)
    const problems = this.#problems(mutations, onlyPages)
    const bySign = new Map(problems.map((problem) => [signOf(problem), problem]))
    return [...bySign].map(([sign, problem]) => ({
      run,
      ...problem,
      ...((this.#told.get(sign) ?? 0) >= this.examples ? { mutations, text: undefined } : this.#minimal(sign, problem, mutations, onlyPages)),
    }))
  }

  #minimal(sign: string, { law }: Problem, mutations: readonly Mutation[], onlyPages: boolean): Pick<Failure, 'mutations' | 'text'> {
    this.#told.set(sign, (this.#told.get(sign) ?? 0) + 1)
    const isSame = (problem: Problem) => signOf(problem) === sign
    const textFails = (text: string) => problemsOf(text, readText(text)).some(isSame)
    const isOfPages = law === 'neighbour' || law === 'missing'
    return minimalInput(this.#original, mutations, (fewer) => this.#problems(fewer, onlyPages).some(isSame), isOfPages ? undefined : textFails)
  }

  #problems(mutations: readonly Mutation[], onlyPages: boolean): Problem[] {
    const lines = mutate(this.#original, mutations)
    const text = textOf(lines)
    const problems = () =>
      problemsOf(text, readText(text), onlyPages && this.#before ? { rows: this.#before, origins: lines.map(({ origin }) => origin) } : undefined)
    let found = problems()
    for (let again = 1; again < readings && found.some(({ law }) => law === 'time'); again++) found = problems()
    return found
  }
}

/** Readings of which each must be slow for a text to be so, since other work on the machine can slow down one. */
const readings = 5

/** What tells one kind of breach from another. */
export function signOf({ law, sign }: Problem): string {
  return sign === '' ? law : `${law} (${sign})`
}
