import { strFromU8, unzipSync } from 'fflate'
import type { Drawn } from '../../loaders/document/drawn.ts'
import { findExcess } from '../../loaders/document/limits.ts'
import { readOffice } from '../../loaders/formats/office/read-office.ts'
import { FormatRefusal } from '../../loaders/formats/refusal.ts'
import { forms } from '../../loaders/forms/forms.ts'
import { listAsForm } from '../../loaders/structure/list-text.ts'
import { Random } from '../generate/prng.ts'
import type { Problem } from './case.ts'
import { balanceProblems, rowsOf, startReading } from './drawn-rows.ts'
import { thrownProblem } from './laws.ts'
import type { Failure } from './runs.ts'
import { ZipMutations } from './zip-mutations.ts'

/** Mutates a Word or Excel file and reads it, run after run. */
export class ZipRuns {
  readonly #mutations: ZipMutations

  constructor(
    bytes: Uint8Array,
    private readonly seed: number,
  ) {
    this.#mutations = new ZipMutations(bytes)
  }

  /** The bytes of a run. */
  bytesOf(run: number): Uint8Array {
    return this.#mutations.mutated(new Random(this.seed * 1_000_003 + run))
  }

  /** What is wrong with the reading of a run's file. */
  failuresOf(run: number): Failure[] {
    return officeProblems(this.bytesOf(run)).map((problem) => ({ run, ...problem, mutations: [], text: undefined }))
  }
}

/** What became of a file: refused in words, read with as many rows of figures, or what a law says of it. */
export type FileOutcome = 'refused' | { figures: number; problems: Problem[] }

/** The problems of a file alone. */
export function officeProblems(bytes: Uint8Array): Problem[] {
  const outcome = readOfficeFile(bytes)
  return outcome === 'refused' ? [] : outcome.problems
}

/** Reads a file as the ingest command does, without a folder. */
export function readOfficeFile(bytes: Uint8Array): FileOutcome {
  const end = startReading()
  try {
    const drawn = listAsForm(readOffice(bytes), forms)
    const read = findExcess(drawn.text) ? undefined : rowsOf(drawn)
    const late = end()
    return { figures: read?.figures.length ?? 0, problems: [...late, ...inventedDigits(drawn, bytes), ...(read ? balanceProblems(read, 'source_cell') : [])] }
  } catch (thrown) {
    return thrown instanceof FormatRefusal ? 'refused' : { figures: 0, problems: [thrownProblem(thrown)] }
  }
}

/** Runs of digits of the text that stand at a cell, though no text or value of the file has them. */
export function inventedDigits({ text, at }: Drawn, bytes: Uint8Array): Problem[] {
  const said = saidIn(bytes)
  const invented = [...text.matchAll(/\p{Nd}[\p{Nd},.]*/gu)].filter(
    ({ 0: run, index }) => (at[index] ?? -1) < 0 || !said.some((part) => part.includes(plain(run))),
  )
  return invented.slice(0, 1).map(({ 0: run }) => ({ law: 'invented-digits', sign: '', detail: run }))
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[,.]/g, '')
}

/** What the parts of a file say, without thousands commas and points: their texts without tags, and each value in as many digits as it may be printed with. */
function saidIn(bytes: Uint8Array): string[] {
  return partsOf(bytes).flatMap((part) => {
    const xml = strFromU8(part)
    const text = xml.replace(/<w:delText[^>]*>[^<]*/g, '').replace(/<[^>]*>/g, '')
    const letters = text.replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex, decimal) =>
      String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10) % 0x10ffff),
    )
    return [plain(letters), ...[...xml.matchAll(/<v[^>]*>([^<]*)/g)].flatMap(([, value]) => printings(Number(value)))]
  })
}

/** The parts that can be unpacked: what nothing asks for may be damaged. */
function partsOf(bytes: Uint8Array): Uint8Array[] {
  const names: string[] = []
  unzipSync(bytes, { filter: ({ name }) => names.push(name) < 0 })
  return names.flatMap((wanted) => {
    try {
      return Object.values(unzipSync(bytes, { filter: ({ name }) => name === wanted }))
    } catch {
      return []
    }
  })
}

function printings(value: number): string[] {
  if (!Number.isFinite(value)) return []
  const precise = Array.from({ length: 17 }, (_, index) => Number(value.toPrecision(index + 1)))
  return precise.flatMap((number) => [number, number * 100]).map((number) => plain(number.toFixed(2)))
}
