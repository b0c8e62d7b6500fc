import { cached } from '../document/cached.ts'
import { firstAtLeast } from '../document/rising.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { amountPattern, yenOf } from '../vocabulary/amounts.ts'
import { departmentEnding } from '../vocabulary/departments.ts'
import { anyNumeral } from '../vocabulary/numerals.ts'
import { unifiedName } from '../vocabulary/unified-names.ts'
import { claimName, wordsOfName } from './claim-names.ts'
import { claimsInSentences } from './claim-sentences.ts'
import { counter } from './counter.ts'
import { itemTable, type Reading } from './reading.ts'
import { type Result, resultsOf } from './results.ts'
import { placeColumns } from './stated.ts'
import { column, figureNo, fiscalYear, itemNo, ofItem, placeOf, planId, provenance, required, type Table, unified, yen } from './table.ts'

const definition = {
  name: 'collections',
  title: '債権ごとの収納',
  grain: '年度に収納した債権1件に1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'claim_no'],
  references: ofItem,
  facts: { detail: { column: 'claim' }, dimension: { column: 'department' } },
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('claim_no', 'INTEGER', '債権番号', '年度の中の順番 (1から)', required),
    column('claim', 'VARCHAR', '債権', '債権の名前', required),
    column('department', 'VARCHAR', '担当課', '括弧の中の担当課。書かれていなければ NULL'),
    column('amount_yen', 'BIGINT', '納付額', '納付された金額。scope に言葉があれば、その期間に納付された分だけ', {
      ...required,
      ...yen,
      measure: { title: '納付額', basis: 'actual', isAdditive: true },
    }),
    ...provenance,
    figureNo('amount_yen', '納付額'),
    column('scope', 'VARCHAR', '収納の範囲', '納付額の合計を限る言葉 (滞納整理強化月間（11月～12月）)。書かれていなければ NULL'),
    ...placeOf('scope', '収納の範囲'),
    { ...unified('claim', '債権'), ...required },
    unified('department', '担当課'),
    column('scope_figure_nos', 'INTEGER[]', '収納の範囲の数字番号の並び', '収納の範囲の言葉にある数字 (figures.figure_no)。数字がなければ NULL'),
  ],
} as const satisfies Table

/** A claim collected in a year. */
export type CollectionRecord = Reading<typeof definition>

const claim = new RegExp(String.raw`(?<amount>${amountPattern})\s*\((?<department>[^()]*${departmentEnding})\)`, 'dg')
const total = new RegExp(String.raw`(?:納付額|収納額|徴収額|回収額)(?:の?合計|計)\s*(?<amount>${amountPattern})`, 'dg')
const everyNumeral = new RegExp(anyNumeral, 'g')
/** What a sum is bounded by, which names a time: 滞納整理強化月間（11月～12月）の納付額合計. */
const scopeBefore =
  /(?<=^|[\s、,。:])(?<!\d,(?=\d))(?<scope>(?:[^\s、,。:()]{0,30}[月期週旬]間|[^\s、,。:()]{0,30}\d月)[^\s、,。:()]{0,20}(?:\([^()]{1,40}\))?)の$/d

/** More characters than such words have. */
const longestScope = 120

/** The claims of an item, and the words of amounts that may be claims, though nobody can tell whose. */
interface Claims {
  rows: CollectionRecord[]
  doubtful: Words[]
}

type ScopeColumn = Extract<keyof CollectionRecord, 'scope' | `scope_${string}`>
type Claim = Omit<CollectionRecord, 'item_no' | 'claim_no' | ScopeColumn | `${string}_unified`>

const claimsOf = cached((item: Item): Claims => {
  const results = resultsOf(item)
  const listed = results.map((result) => listedClaims(result))
  const listing = new Set(listed.flatMap(({ claims }) => claims.map(({ fiscal_year }) => fiscal_year)))
  const stated = results.filter(({ fiscalYear }) => !listing.has(fiscalYear)).flatMap(statedClaims)
  const { once, doubtful } = statedOnce(stated)
  return {
    rows: numbered(item, [...listed.flatMap(({ claims }) => claims), ...once]),
    doubtful: [...listed.flatMap(({ doubtful }) => doubtful), ...doubtful],
  }
})

/** Collected claims: `債権 金額（課）` in a result's list or, in a year without such a list, in sentences that name no department. */
export function readCollections(item: Item): CollectionRecord[] {
  return claimsOf(item).rows
}

/** The words of amounts with a department, or of claims stated twice, that gave no row: what is before them may be no claim's name. */
export function doubtfulClaims(item: Item): Words[] {
  return claimsOf(item).doubtful
}

/** Claims numbered within their year, in the order of the document. */
function numbered(item: Item, claims: readonly Claim[]): CollectionRecord[] {
  const next = counter<number>()
  const scopeOf = scopesIn(item)
  return claims.map((claim) => ({ item_no: item.no, claim_no: next(claim.fiscal_year), ...claim, ...unifiedColumns(claim), ...scopeColumns(scopeOf(claim)) }))
}

function unifiedColumns({ claim, department }: Claim): Pick<CollectionRecord, 'claim_unified' | 'department_unified'> {
  return { claim_unified: unifiedName(claim), department_unified: department === null ? null : unifiedName(department) }
}

function scopeColumns(scope: Words | undefined): Pick<CollectionRecord, ScopeColumn> {
  const numbers = scope?.matches(everyNumeral).flatMap((match) => match.words() ?? []) ?? []
  return { scope: scope?.text ?? null, ...placeColumns('scope', scope), scope_figure_nos: numbers.length > 0 ? numbers : null }
}

/** What bounds the amount of a claim: the words of the last sum of its year before it, where they name a time. */
function scopesIn(item: Item): (claim: Claim) => Words | undefined {
  const sums = new Map<number, { starts: number[]; scopes: (Words | undefined)[] }>(
    item.years.map(({ fiscalYear }) => [fiscalYear, { starts: [], scopes: [] }]),
  )
  for (const { fiscalYear, words } of resultsOf(item)) {
    for (const { index } of totalsIn(words)) {
      const before = words.slice(Math.max(0, index - longestScope), index)
      sums.get(fiscalYear)?.starts.push(words.cleanIndex(index))
      sums.get(fiscalYear)?.scopes.push(before.match(scopeBefore)?.words('scope'))
    }
  }
  return ({ fiscal_year, words }) => {
    const ofYear = sums.get(fiscal_year)
    return ofYear?.scopes[firstAtLeast(ofYear.starts, words.cleanIndex(0)) - 1]
  }
}

function listedClaims({ words: text, fiscalYear }: Result): { claims: Claim[]; doubtful: Words[] } {
  const claims: Claim[] = []
  const doubtful: Words[] = []
  let end = 0
  for (const match of text.form.includes('円') ? text.matches(claim) : []) {
    const before = wordsOfName(text.slice(end, match.index))
    end = match.end
    const name = claimName(before)
    const department = match.words('department')
    const amount = match.words('amount')
    const yen = yenOf(match.form('amount') as string)
    if (!department || !amount || yen === undefined) continue
    const words = (name ?? before).through(text.slice(match.index, match.end))
    if (!name) doubtful.push(words)
    else claims.push({ fiscal_year: fiscalYear, claim: name.text, department: department.text, amount_yen: yen, amount_yen_figure_no: amount, words })
  }
  return { claims, doubtful }
}

function statedClaims(result: Result): Claim[] {
  return claimsInSentences(result).map(({ name, amount, yen }) => ({
    fiscal_year: result.fiscalYear,
    claim: name.text,
    department: null,
    amount_yen: yen,
    amount_yen_figure_no: amount,
    words: name.through(amount),
  }))
}

/** The claims of a year that sentences state, each once; those that they state with two amounts are in doubt. */
function statedOnce(stated: readonly Claim[]): { once: Claim[]; doubtful: Words[] } {
  const byName = new Map<string, [Claim, ...Claim[]]>()
  for (const claim of stated) {
    const key = `${claim.fiscal_year} ${claim.claim}`
    const same = byName.get(key)
    if (same) same.push(claim)
    else byName.set(key, [claim])
  }
  const isSure = ([first, ...others]: [Claim, ...Claim[]]) => others.every(({ amount_yen }) => amount_yen === first.amount_yen)
  return {
    once: [...byName.values()].filter(isSure).map(([first]) => first),
    doubtful: [...byName.values()].filter((same) => !isSure(same)).flatMap((same) => same.map(({ words }) => words)),
  }
}

function totalsIn(words: Words): WordsMatch[] {
  return words.form.includes('計') ? words.matches(total) : []
}

/** The printed sum of a year's claims with its words (納付額合計 …円). */
export interface CollectionTotal {
  fiscalYear: number
  yen: number
  words: Words
}

/** The sums that the results state for the claims of a year. */
export function readCollectionTotals(item: Item): CollectionTotal[] {
  return resultsOf(item).flatMap(({ fiscalYear, words }: Result) =>
    totalsIn(words).flatMap((match) => {
      const amount = match.words('amount')
      const yen = amount && yenOf(amount.form)
      return amount && yen !== undefined ? [{ fiscalYear, yen, words: amount }] : []
    }),
  )
}

/** Collected claims. */
export const collections = itemTable(definition, readCollections)
