import type { Row } from '../../loaders/tables.ts'
import type { Warehouse } from '../data/warehouse.ts'

/** A row's provenance: 1-based lines and columns, end exclusive. */
export interface SourcePlace {
  source_line: number
  source_column: number
  source_end_line: number
  source_end_column: number
}

type Figure = Row<'figures'>

/** The numbers of the document by their place. */
export class FigureIndex {
  static readonly #byWarehouse = new WeakMap<object, FigureIndex>()
  readonly #byLine = new Map<number, Figure[]>()

  private constructor(figures: readonly Figure[]) {
    for (const figure of figures) this.#byLine.set(figure.source_line, [...(this.#byLine.get(figure.source_line) ?? []), figure])
  }

  /** The index of a warehouse, made once. */
  static of(warehouse: Pick<Warehouse, 'table'>): FigureIndex {
    const found = FigureIndex.#byWarehouse.get(warehouse) ?? new FigureIndex(warehouse.table('figures'))
    FigureIndex.#byWarehouse.set(warehouse, found)
    return found
  }

  /** The numbers within a place, in the order of the document. */
  within(place: SourcePlace): Figure[] {
    const found: Figure[] = []
    for (let line = place.source_line; line <= place.source_end_line; line++)
      found.push(...(this.#byLine.get(line) ?? []).filter((figure) => contains(place, figure)))
    return found
  }
}

function contains(place: SourcePlace, figure: SourcePlace): boolean {
  const isAfterStart = figure.source_line > place.source_line || figure.source_column >= place.source_column
  const isBeforeEnd = figure.source_end_line < place.source_end_line || figure.source_end_column <= place.source_end_column
  return isAfterStart && isBeforeEnd
}
