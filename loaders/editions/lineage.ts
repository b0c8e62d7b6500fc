import { grouped } from '../document/grouped.ts'
import type { Row } from '../tables.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { unifiedName } from '../vocabulary/unified-names.ts'
import type { Note } from './note.ts'
import { cityNames, compareEditions, type Edition } from './series.ts'

type Item = Row<'items'>

/** An edition with its items and those that its items can go on from: of its series from the last to the first, then of the plan before. */
interface Linked {
  plan: Edition
  items: readonly Item[]
  earlier: readonly Linked[]
  before: Linked | undefined
}

/** The items, each with its lineage, in their order; and what could be the same item but is not taken for it. */
export function settleLineages(plans: readonly Edition[], items: readonly Item[]): { items: Item[]; notes: Note[] } {
  const lines = new Lines(linkEditions(plans, items))
  return { items: items.map((item) => ({ ...item, lineage: lines.of(item) })), notes: lines.notes }
}

function linkEditions(plans: readonly Edition[], items: readonly Item[]): Linked[] {
  const cityName = cityNames(plans)
  const itemsOf = grouped(items, ({ plan_id }) => plan_id)
  return [...grouped(plans, (plan) => cityName(plan) ?? plan.series).values()].flatMap((ofCity) => {
    const series = [...grouped(ofCity, (plan) => plan.series).values()].map((editions) => editions.sort(compareEditions))
    const linked: Linked[][] = []
    for (const editions of series.sort(comparePeriods)) {
      const before = linked.findLast((others) => isBefore(others.at(-1)?.plan, editions[0]))?.at(-1)
      const own: Linked[] = []
      for (const plan of editions) own.push({ plan, items: itemsOf.get(plan.plan_id) ?? [], earlier: own.toReversed(), before })
      linked.push(own)
    }
    return linked.flat()
  })
}

function comparePeriods([a]: readonly Edition[], [b]: readonly Edition[]): number {
  return (a?.first_fiscal_year ?? 0) - (b?.first_fiscal_year ?? 0) || (a?.plan_no ?? 0) - (b?.plan_no ?? 0)
}

/** Whether a plan is known to come after another of its municipality: its years begin later, and its number, where both have one, is higher. */
function isBefore(a: Edition | undefined, b: Edition | undefined): boolean {
  if (!a || !b || a.first_fiscal_year === null || b.first_fiscal_year === null) return false
  const isNumbered = a.plan_no !== null && b.plan_no !== null
  return a.first_fiscal_year < b.first_fiscal_year && (!isNumbered || Number(a.plan_no) < Number(b.plan_no))
}

/** Follows items from edition to edition. */
class Lines {
  readonly notes: Note[] = []
  readonly #byPlan: ReadonlyMap<string, Linked>
  readonly #bySeries: ReadonlyMap<string, Linked[]>
  readonly #found = new Map<Item, string>()
  readonly #inWork = new Set<Item>()

  constructor(editions: readonly Linked[]) {
    this.#byPlan = new Map(editions.map((edition) => [edition.plan.plan_id, edition]))
    this.#bySeries = grouped(editions, ({ plan }) => plan.series)
  }

  /** The lineage of an item: that of the item which it goes on from, else one of its own. */
  of(item: Item): string {
    const known = this.#found.get(item)
    if (known !== undefined) return known
    const edition = this.#byPlan.get(item.plan_id) as Linked
    this.#inWork.add(item)
    const from = this.#said(item) ?? this.#alike(edition, item)
    const lineage = from ? this.of(from) : ownLineage(edition, item)
    this.#inWork.delete(item)
    this.#found.set(item, lineage)
    if (!from) this.#propose(edition, item)
    return lineage
  }

  /** The item that plan.json says. */
  #said(item: Item): Item | undefined {
    if (item.same_as === null) return undefined
    const at = item.same_as.indexOf('/')
    const [name, no] = [item.same_as.slice(0, at), item.same_as.slice(at + 1)]
    const edition = this.#byPlan.get(name) ?? this.#bySeries.get(name)?.at(-1)
    const found = edition?.items.find(({ item_no, item_code }) => item_code === no || String(item_no) === no)
    if (found && !this.#inWork.has(found)) return found
    this.#note(item, `plan.json の same_as が言う「${item.same_as}」は、読み込んだ文書にない。${nameOf(item)}の続きとしない`)
    return undefined
  }

  /** The item of the same number and title in the nearest edition before, or in the plan before. */
  #alike({ earlier, before }: Linked, item: Item): Item | undefined {
    for (const { items } of [...earlier, ...(before ? [before] : [])]) {
      const found = items.find((other) => isSameNumber(item, other) && isSameTitle(item, other) && !this.#inWork.has(other))
      if (found) return found
    }
    return undefined
  }

  #propose({ plan, earlier, before }: Linked, item: Item): void {
    for (const other of [earlier[0], before]) {
      const alike =
        other?.items.find((each) => isSameTitle(item, each)) ??
        (other?.plan.series === plan.series ? other.items.find((each) => isSameNumber(item, each)) : undefined)
      if (!other || !alike) continue
      const reason = isSameTitle(item, alike) ? '名前が同じで番号が違う' : '番号が同じで名前が違う'
      const entry = `"same_as": {"${item.item_no}": "${other.plan.plan_id}/${alike.item_no}"}`
      this.#note(item, `${nameOf(item)}と ${other.plan.plan_id} の${nameOf(alike)}は${reason}。同じ項目なら plan.json に ${entry} と書く`)
      return
    }
  }

  #note(item: Item, reason: string): void {
    this.notes.push({ planId: item.plan_id, ruleId: 'item-lineage', reason, at: { line: item.source_line, column: item.source_column } })
  }
}

/** The series and the number; where an earlier edition has another item of that number, with the plan. */
function ownLineage({ plan, earlier }: Linked, { item_no }: Item): string {
  const isTaken = earlier.some(({ items }) => items.some((other) => other.item_no === item_no))
  return `${plan.series}/${item_no}${isTaken ? `@${plan.plan_id}` : ''}`
}

function isSameNumber(a: Item, b: Item): boolean {
  return a.item_code !== null && b.item_code !== null ? a.item_code === b.item_code : a.item_no === b.item_no
}

function isSameTitle(a: Item, b: Item): boolean {
  return a.title !== null && b.title !== null && unifiedName(a.title) === unifiedName(b.title)
}

function nameOf({ item_no, item_code, title }: Item): string {
  return `${itemLabel(item_no, item_code)}${title === null ? '' : `「${title}」`}`
}
