import { cached } from '../document/cached.ts'
import { grouped } from '../document/grouped.ts'
import { letterPairs, sharedPairs } from '../document/letter-pairs.ts'
import type { Words } from '../document/words.ts'
import { effectRows } from '../records/effect-rows.ts'
import { type ItemReferenceRecord, itemReferences } from '../records/item-references.ts'
import { resultsOf } from '../records/results.ts'
import type { Item } from '../structure/item.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { itemLabel } from '../vocabulary/item-codes.ts'
import { type Finding, noNumbers, type Rule } from './check.ts'

/**
 * Share of the letter pairs of the shorter text from which on two texts say the same again. In the published results
 * of Osaki eight of ten marks lead to the same sentence (1.00), the other two to nothing nearer than 0.64 (other
 * words for the same event) and 0.07; of its 5,375 pairs of results of one year in two items those without a mark
 * reach 0.71 at most, and one in a hundred 0.26.
 */
const leastShared = 0.8

/** Texts compared for all marks together: far more than any plan has results in a year for each of its marks. */
const mostComparisons = 500_000

/**
 * Each mark of 再掲 leads to a result of the item that it names, in the same year, that shares its words; one in the
 * label of an effect to an effect of that item with the same amount or words.
 */
export const referenceCounterpart = {
  id: 'reference-counterpart',
  title: '再掲の元がある',
  tables: [],
  compares: false,
  *find({ items, rows, report }) {
    const itemOf = new Map(items.map((item) => [item.no, item]))
    let comparisons = 0
    for (const mark of rows(itemReferences)) {
      const own = itemOf.get(mark.item_no)
      const named = itemOf.get(mark.referenced_item_no)
      if (!own) continue
      const texts = named && textsOf(mark, own, named)
      comparisons += texts ? texts.marked.length * texts.others.length : 0
      if (comparisons > mostComparisons) {
        report.error('too-many-comparisons', mark.words, `再掲の元を探す文の組が${mostComparisons}組を超える。取組実績一覧の文書ではない`)
        return
      }
      const referenced = itemLabel(mark.referenced_item_no, named?.code)
      yield finding(mark, `${itemLabel(own.no, own.code)}の${eraYear(mark.fiscal_year)}の再掲が指す${referenced}`, texts)
    }
  },
} as const satisfies Rule

/** A text that a mark may stand in or lead to. */
interface Text {
  /** where a mark of it may stand: its own words, and the head above it */
  places: readonly Words[]
  /** the letter pairs of its words without marks of 再掲 */
  pairs: ReadonlySet<string>
  /** the amount that it states, where it is an effect */
  yen?: number | undefined
}

/** What a mark stands in, and where its counterpart is sought. */
interface Texts {
  kind: '実績' | '効果'
  marked: Text[]
  others: Text[]
}

function textsOf({ fiscal_year, words }: ItemReferenceRecord, own: Item, named: Item): Texts {
  const holdsMark = ({ places }: Text) => places.some((place) => isWithin(words, place))
  const effects = effectTexts(own).get(fiscal_year)?.filter(holdsMark) ?? []
  const [kind, all] = effects.length > 0 ? (['効果', effectTexts] as const) : (['実績', resultTexts] as const)
  const marked = (all(own).get(fiscal_year) ?? []).filter(holdsMark)
  return { kind, marked, others: (all(named).get(fiscal_year) ?? []).filter((text) => !marked.includes(text)) }
}

/** What is found of a mark, `of` which begins the sentence. */
function finding({ item_no, fiscal_year, words }: ItemReferenceRecord, of: string, texts: Texts | undefined): Finding {
  const said = (outcome: Finding['outcome'], message: string): Finding => ({ ...noNumbers, item_no, fiscal_year, outcome, message, words })
  if (!texts) return said('missing', `${of}は文書にない`)
  const { kind, marked, others } = texts
  if (others.length === 0) return said('missing', `${of}に、その年度の${kind}がない`)
  const shared = nearest(marked, others)
  if (shared >= leastShared) return said('agrees', `${of}に、同じ言葉の${kind}がある`)
  return said('missing', `${of}に、同じ言葉の${kind}がない (最も近いもので文字の並びの${Math.floor(shared * 100)}%が同じ)`)
}

/**
 * How much of what a mark stands in the nearest of others says too, 0 to 1; 1 where the mark stands alone, without
 * words.
 */
function nearest(marked: readonly Text[], others: readonly Text[]): number {
  const sought = marked.filter(({ pairs, yen }) => pairs.size > 0 || yen !== undefined)
  if (sought.length === 0) return 1
  return Math.max(
    ...sought.map((text) => others.reduce((most, other) => Math.max(most, isSameAmount(text, other) ? 1 : sharedPairs(text.pairs, other.pairs)), 0)),
  )
}

function isSameAmount({ yen }: Text, other: Text): boolean {
  return yen !== undefined && yen === other.yen
}

/** The results of an item by year, and their heads; a mark in a head stands in each result below it as well. */
const resultTexts = cached((item: Item): Map<number, Text[]> => {
  const results = resultsOf(item)
  const heads = new Map(results.flatMap(({ fiscalYear, heading }) => (heading ? [[heading, fiscalYear] as const] : [])))
  return byYear([
    ...[...heads].map(([{ words }, fiscalYear]) => ({ fiscalYear, places: [words], pairs: pairsOf(words) })),
    ...results.map(({ fiscalYear, heading, words }) => ({ fiscalYear, places: heading ? [heading.words, words] : [words], pairs: pairsOf(words) })),
  ])
})

/** The effects of an item by year. */
const effectTexts = cached(
  (item: Item): Map<number, Text[]> =>
    byYear(
      effectRows(item).flatMap(({ year, lines }) =>
        (typeof year === 'number' ? lines : []).map(({ label, words, amount }) => ({
          fiscalYear: year as number,
          places: [label ?? words],
          pairs: pairsOf(label),
          yen: amount?.yen,
        })),
      ),
    ),
)

const byYear = (texts: readonly (Text & { fiscalYear: number })[]): Map<number, Text[]> => grouped(texts, ({ fiscalYear }) => fiscalYear)

const noteOfRepeat = /[(【][^()【】]*再掲[^()【】]*[)】]/g

function pairsOf(words: Words | undefined): Set<string> {
  return letterPairs(words?.form.replace(noteOfRepeat, '') ?? '')
}

function isWithin(part: Words, whole: Words): boolean {
  return whole.cleanIndex(0) <= part.cleanIndex(0) && part.cleanIndex(part.length) <= whole.cleanIndex(whole.length)
}
