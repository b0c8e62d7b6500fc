import { type Folded, fold } from './fold.ts'
import { kinds, type StoredRecord } from './record.ts'
import { findTerm, type Stretch, type Term, termsOf } from './terms.ts'
import { termTokens } from './tokens.ts'

/** A record that holds everything a query asks for, and where in its text. */
export interface Hit {
  record: StoredRecord
  marks: readonly Stretch[]
}

/** The parts of Pagefind's script that the search uses. */
export interface Pagefind {
  options(options: { noWorker: boolean; excerptLength: number }): Promise<void>
  init(): Promise<void>
  search(words: string): Promise<{ results: { id: string; data(): Promise<{ meta: { record: string } }> }[] }>
}

interface Candidate {
  record: StoredRecord
  folded: Folded
}

/** Answers queries from the index: what Pagefind says may hold the query is looked at, and kept where it does. */
export class Engine {
  readonly #seen = new Map<string, Promise<Candidate>>()

  private constructor(private readonly pagefind: Pagefind) {}

  /** Starts the index; a worker would cost a start of its own, and the texts of a plan are few. */
  static async start(pagefind: Pagefind): Promise<Engine> {
    await pagefind.options({ noWorker: true, excerptLength: 1 })
    await pagefind.init()
    return new Engine(pagefind)
  }

  /** The records that hold every term of a query, in the order in which they are shown. */
  async hits(query: string): Promise<Hit[]> {
    const terms = termsOf(query)
    if (terms.length === 0) return []
    const { results } = await this.pagefind.search([...new Set(terms.flatMap(termTokens))].join(' '))
    const candidates = await Promise.all(results.map(({ id, data }) => this.#candidate(id, data)))
    const found = candidates.flatMap((candidate) => hitOf(candidate, terms) ?? [])
    const rank = rankOf(terms)
    return found.sort((a, b) => rank(a.record) - rank(b.record) || a.record.order - b.record.order)
  }

  #candidate(id: string, data: () => Promise<{ meta: { record: string } }>): Promise<Candidate> {
    const known = this.#seen.get(id) ?? data().then(({ meta }) => candidateOf(JSON.parse(meta.record) as StoredRecord))
    this.#seen.set(id, known)
    return known
  }
}

function candidateOf(record: StoredRecord): Candidate {
  return { record, folded: fold(record.text) }
}

function hitOf({ record, folded }: Candidate, terms: readonly Term[]): Hit | undefined {
  const marks = terms.map((term) => findTerm(record, folded, term))
  return marks.every(({ length }) => length > 0) ? { record, marks: joined(marks.flat()) } : undefined
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
function rankOf(terms: readonly Term[]): (record: StoredRecord) => number {
  const numbersFirst = terms.some(({ kind }) => kind === 'number')
  return ({ kind }) => (numbersFirst && kind === '数値' ? -1 : kinds.indexOf(kind))
}
