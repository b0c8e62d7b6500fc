import { cityOf } from '../../loaders/records/plan-series.ts'
import type { FileEntry } from '../../loaders/warehouse/file-entry.ts'
import type { Warehouse } from '../data/warehouse.ts'
import type { ComputedFact, NumberFact } from '../facts/fact.ts'
import type { Facts } from '../facts/facts.ts'
import { FigureIndex } from '../facts/figure-index.ts'
import type { Municipality } from '../format/municipality.ts'
import { rootSeenFrom } from '../format/site-paths.ts'
import type { TermId } from '../format/terms.ts'
import type { Uses } from './uses.ts'

/** What all pages of a site are drawn from. */
export interface SiteContext {
  warehouse: Warehouse
  facts: Facts
  /** the files that the site offers, as they are */
  offered: readonly FileEntry[]
  /** the light value of each custom property of the style sheet, for charts that leave the page */
  colours: ReadonlyMap<string, string>
  /** where the pages of the plan will be published, with a slash at its end; undefined where that is not known */
  address: string | undefined
  /** where each number of the document is used; known when every other page is drawn */
  uses: Uses
  /** set where no script will run on the pages: nothing is drawn that waits for one */
  isStill?: true
}

/** What is drawn of a page beside its markup: ids, receipts, terms, and files of its cards. */
export class PageContext {
  readonly #receipts = new Map<string, { id: string; fact: ComputedFact }>()
  readonly files = new Map<string, string>()
  /** the words of the page that open what they mean */
  readonly terms = new Set<TermId>()

  constructor(
    readonly site: SiteContext,
    /** its address from where the pages of the plan begin, without `.html` */
    readonly path: string,
    readonly params: Readonly<Record<string, string>> = {},
    /** whether it is about all plans of the site */
    readonly isShared = false,
  ) {}

  /** The municipality that the page is about; undefined where none is known, or it is about several. */
  get municipality(): Municipality | undefined {
    const { plan, plans } = this.warehouse
    const found = (this.isShared && plans.length > 1 ? plans : [plan]).map((each) => ({ code: each.municipality_code, name: cityOf(each) }))
    const [first] = found
    if (!first || (first.code === null && first.name === null)) return undefined
    return found.every(({ code, name }) => code === first.code && name === first.name) ? first : undefined
  }

  get warehouse(): Warehouse {
    return this.site.warehouse
  }

  /** The numbers of the document, to be found by their place. */
  get figures(): FigureIndex {
    return FigureIndex.of(this.warehouse)
  }

  /** What a row states in a column, with where it comes from; undefined where it states nothing. */
  fact<R extends object>(row: R, column: keyof R & string): NumberFact | undefined {
    return this.site.facts.of(row, column)
  }

  /** The id of a computed fact's receipt, the same wherever the page shows the fact. */
  receiptId(fact: ComputedFact): string {
    const known = this.#receipts.get(fact.id) ?? { id: `receipt-${this.#receipts.size + 1}`, fact }
    this.#receipts.set(fact.id, known)
    return known.id
  }

  /** The receipts asked for so far; one that is asked for while they are gone through comes last. */
  receipts(): Iterable<{ id: string; fact: ComputedFact }> {
    return this.#receipts.values()
  }

  /** Puts a file beside the finished pages of the plan and gives its address, seen from this page. */
  writeFile(name: string, content: string): string {
    this.files.set(`${this.warehouse.base}/${name}`.slice(1), content)
    return rootSeenFrom(this.path) + name
  }

  /** Where the site's root is, seen from this page: `./` or `../`, over the folder of the plan where it has one. */
  get root(): string {
    return rootSeenFrom(this.warehouse.base + this.path)
  }
}
