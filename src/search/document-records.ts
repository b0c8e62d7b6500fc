import type { Row } from '../../loaders/tables.ts'
import { itemHref } from '../cards/item-links.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { itemAnchors, resultHeadings } from '../evidence/anchors.ts'
import { figuresIn, printedText } from '../evidence/read-text.ts'
import { FigureIndex, type SourcePlace } from '../facts/figure-index.ts'
import { isMeasure } from '../format/roles.ts'
import { bothYears } from '../format/years.ts'
import type { Kind, RecordFigure, SearchRecord } from './record.ts'

type Figure = Row<'figures'>

/** What of the document can be found: names, departments, goals, plans, results, reviews, ratings, and every number that measures something. */
export function documentRecords(warehouse: Warehouse): SearchRecord[] {
  const writer = new RecordWriter(warehouse)
  return [
    ...warehouse.table('items').flatMap((item) => writer.item(item)),
    ...warehouse.table('initiatives').map((row) => writer.text('目標・計画', row, itemAnchors.initiative(row), row.text)),
    ...firstOfEach(warehouse.table('schedules'), ({ item_no, workstream_no }) => `${item_no} ${workstream_no}`).map((row) =>
      writer.record('目標・計画', row.item_no, null, `/source.html#L${row.source_line}`, row.workstream, writer.figures(row.workstream, row)),
    ),
    ...warehouse.table('items').flatMap((item) => writer.headings(item)),
    ...warehouse.table('results').map((row) => writer.text('実績', row, itemAnchors.result(row), row.text, row.fiscal_year)),
    ...warehouse.table('reviews').map((row) => writer.text('評価・検証', row, itemAnchors.review(row), row.text)),
    ...warehouse.table('figures').flatMap((figure) => (isMeasure(figure.role) ? writer.figure(figure) : [])),
  ]
}

function firstOfEach<T>(rows: readonly T[], keyOf: (row: T) => string): T[] {
  return [...new Map([...rows].reverse().map((row) => [keyOf(row), row])).values()].reverse()
}

class RecordWriter {
  readonly #page: { warehouse: Warehouse; figures: FigureIndex }
  readonly #items: ReadonlyMap<number, Row<'items'>>

  constructor(private readonly warehouse: Warehouse) {
    this.#page = { warehouse, figures: FigureIndex.of(warehouse) }
    this.#items = new Map(warehouse.table('items').map((item) => [item.item_no, item]))
  }

  /** An item's name, its departments and its goal, each with its place on the item's page. */
  item(item: Row<'items'>): SearchRecord[] {
    const { item_no, goal, goal_source_line, rating } = item
    const at = (anchor: string) => `${itemHref(item_no)}#${anchor}`
    const facts: [Kind, string, string | null][] = [
      ['項目', itemAnchors.title, this.warehouse.itemName(item_no)],
      ['担当課', itemAnchors.departments, departmentsOf(item).length === 0 ? null : `担当課 ${departmentsOf(item).join('、')}`],
      ['評価・検証', itemAnchors.rating, rating === null ? null : `総括評価 ${rating}`],
    ]
    const records = facts.flatMap(([kind, anchor, text]) => (text === null ? [] : [this.record(kind, item_no, null, at(anchor), text, [])]))
    if (goal === null) return records
    const place = goal_source_line === null ? undefined : { ...item, source_line: goal_source_line, source_column: item.goal_source_column ?? 1 }
    const figures = place ? this.figures(goal, { ...place, source_end_line: place.source_line, source_end_column: Number.MAX_SAFE_INTEGER }) : []
    return [...records, this.record('目標・計画', item_no, null, at(itemAnchors.goal), goal, figures)]
  }

  /** The small heads of an item's results. */
  headings({ item_no }: Row<'items'>): SearchRecord[] {
    const rows = this.warehouse.table('results').filter((row) => row.item_no === item_no)
    return resultHeadings(rows).flatMap((heading, index) =>
      heading === null ? [] : [this.record('実績', item_no, null, `${itemHref(item_no)}#${itemAnchors.heading(index)}`, heading, [])],
    )
  }

  /** A text of an item, which has its place on the item's page. */
  text(kind: Kind, row: SourcePlace & { item_no: number }, anchor: string, text: string, year: number | null = null): SearchRecord {
    return this.record(kind, row.item_no, year, `${itemHref(row.item_no)}#${anchor}`, text, this.figures(text, row))
  }

  /** A number with the words right before it, which has its place in the source view. */
  figure(figure: Figure): SearchRecord[] {
    const printed = printedText(this.#page, figure)
    if (printed === undefined) return []
    const label = figure.label === null ? '' : `${figure.label} `
    const claim = this.warehouse.table('collections').find((row) => this.#page.figures.within(row).includes(figure))
    const text = `${label}${printed}`
    const record = this.record('数値', figure.item_no, figure.fiscal_year, `/source.html#n${figure.figure_no}`, text, [
      recordFigure(figure, label.length, text.length),
    ])
    return [claim?.department ? { ...record, departments: [claim.department] } : record]
  }

  /** The numbers of a text read from a place. */
  figures(text: string, place: SourcePlace): RecordFigure[] {
    return figuresIn(this.#page, text, place).map(({ figure, start, end }) => recordFigure(figure, start, end))
  }

  record(kind: Kind, itemNo: number | null, year: number | null, href: string, text: string, figures: readonly RecordFigure[]): SearchRecord {
    const item = itemNo === null ? undefined : this.#items.get(itemNo)
    return {
      href: href.replace(/^\//, ''),
      kind,
      item: item ? this.warehouse.itemName(item.item_no) : '',
      year: year === null ? '' : bothYears(year),
      departments: item ? departmentsOf(item) : [],
      text,
      figures,
    }
  }
}

/** The departments of the item's own head, else the one of the contents. */
function departmentsOf({ departments, lead_department }: Row<'items'>): readonly string[] {
  return departments ?? (lead_department === null ? [] : [lead_department])
}

function recordFigure(figure: Figure, start: number, end: number): RecordFigure {
  return { start, end, value: figure.value ?? Number.NaN, yen: figure.role === 'amount' ? figure.value_scaled : null }
}
