import { cached } from '../document/cached.ts'
import type { Words, WordsMatch } from '../document/words.ts'
import type { Item } from '../structure/item.ts'
import { amountPattern, yenOf } from '../vocabulary/amounts.ts'
import { splitList } from '../vocabulary/lists.ts'
import { numeral, numeralValue, sumOf, wholeNumeral } from '../vocabulary/numerals.ts'
import { itemTable, type Reading } from './reading.ts'
import { resultsOf } from './results.ts'
import { type Stated, statedColumns, statedIn } from './stated.ts'
import { column, figureNo, figureNos, fiscalYear, itemNo, ofItem, planId, provenance, type Table, yen } from './table.ts'

/** What is leased in a year may be leased in the next one too. */
const leased = { column: 'kind', word: 'lease' } as const

const definition = {
  name: 'assets',
  title: '資産の売却と貸付',
  grain: '売却・貸付の総数、またはその地域別の1つに1行',
  key: ['plan_id', 'item_no', 'fiscal_year', 'kind', 'region'],
  references: ofItem,
  facts: {
    detail: { column: 'kind', names: { sale: '売却', lease: '貸付' } },
    dimension: { column: 'region' },
    isPartOf: 'own.region IS NOT NULL AND whole.region IS NULL AND whole.kind = own.kind',
  },
  columns: [
    planId,
    itemNo,
    fiscalYear,
    column('kind', 'VARCHAR', '種類', 'sale 売却、lease 貸付', { required: true, values: ['sale', 'lease'] }),
    column('region', 'VARCHAR', '地域', '地域の名前。NULL は総数'),
    column('contracts', 'INTEGER', '件数', '契約の件数', {
      unit: '件',
      minimum: 0,
      measure: { title: '資産の契約件数', basis: 'actual', isAdditive: true, isStock: leased },
    }),
    column('area_m2', 'DOUBLE', '面積', '土地の面積', {
      unit: 'm²',
      measure: { title: '資産の面積', basis: 'actual', isAdditive: true, isStock: leased },
    }),
    column('amount_yen', 'BIGINT', '金額', '売却額または貸付額', {
      ...yen,
      measure: { title: '資産の売却額と貸付額', basis: 'actual', isAdditive: true },
    }),
    column('method', 'VARCHAR', '契約方法', '随意契約、一般競争入札など'),
    ...provenance,
    figureNo('contracts', '件数'),
    figureNo('area_m2', '面積'),
    figureNo('amount_yen', '金額'),
    figureNos('contracts', '件数'),
    figureNos('area_m2', '面積'),
    figureNos('amount_yen', '金額'),
  ],
} as const satisfies Table

/** Sales or leases of a year, as a whole or of one area. */
export type AssetRecord = Reading<typeof definition>

/** What shows that an amount is a bound that sales passed or missed: 売却額は2百万円を超えた. */
const noBound = String.raw`(?!\s?(?:を|には?)\s?[超越上下達届及満突])`
const statement = new RegExp(String.raw`(?<kind>売却|貸付)額(?:の?合計)?\s*[:は]?\s*(?<amount>${amountPattern})${noBound}`, 'dg')
const contractCount = new RegExp(String.raw`(?:売却|貸付|契約)(?:件数)?\s*:?\s*(?<number>${wholeNumeral})\s*件`, 'd')
const areaSize = new RegExp(String.raw`面積\s*:?\s*(?<number>${numeral})\s*(?:㎡|m²|m2|平方メートル)`, 'd')
const bracket = /\((?<inside>[^()]*)\)/dg
const region = new RegExp(String.raw`^(?<region>\D+?)\s*(?<number>${wholeNumeral})\s*件$`, 'd')

/** One statement of sales or leases, of a year as a whole or of one area. */
interface StatedAsset extends Pick<AssetRecord, 'item_no' | 'fiscal_year' | 'kind' | 'region' | 'method' | 'words'> {
  contracts: Stated | null
  area: Stated | null
  amount: Stated | null
}

/** 資産の売却と貸付: a row for the whole of a year's sales or leases and one for each area. */
export const readAssets = cached((item: Item): AssetRecord[] => {
  const statements = new Map<string, [StatedAsset, ...StatedAsset[]]>()
  for (const asset of statedAssets(item)) {
    const key = `${asset.fiscal_year} ${asset.kind} ${asset.region}`
    const others = statements.get(key)
    if (others) others.push(asset)
    else statements.set(key, [asset])
  }
  return [...statements.values()].map(together)
})

/** The statements of a year as one: what they count is added up. */
function together([first, ...others]: readonly [StatedAsset, ...StatedAsset[]]): AssetRecord {
  const all = [first, ...others]
  const { item_no, fiscal_year, kind, region } = first
  return {
    item_no,
    fiscal_year,
    kind,
    region,
    ...addedColumns(
      'contracts',
      all.map(({ contracts }) => contracts),
    ),
    ...addedColumns(
      'area_m2',
      all.map(({ area }) => area),
    ),
    ...addedColumns(
      'amount_yen',
      all.map(({ amount }) => amount),
    ),
    method: all.every(({ method }) => method === first.method) ? first.method : null,
    words: others.reduce((words, other) => words.through(other.words), first.words),
  }
}

type AddedColumns<N extends string> = ReturnType<typeof statedColumns<N>> & { [C in `${N}_figure_nos`]: readonly Words[] | null }

/** The columns of a value that one number states, or several that are added up; none where one of several statements lacks it. */
function addedColumns<const N extends string>(name: N, numbers: readonly (Stated | null)[]): AddedColumns<N> {
  const stated = numbers.includes(null) ? [] : numbers.filter((number) => number !== null)
  const sum = stated.length > 1 ? sumOf(stated.map(({ value }) => value)) : null
  return {
    ...statedColumns(name, sum === null ? (stated[0] ?? null) : null),
    ...(sum !== null && { [name]: sum }),
    [`${name}_figure_nos`]: sum === null ? null : stated.map(({ words }) => words),
  } as AddedColumns<N>
}

/** The numbers that a value of a row was read from: the one that states it, or each of those that were added up. */
export function addendsOf(asset: AssetRecord, column: 'contracts' | 'amount_yen'): { value: number; figure: Words | null }[] {
  const value = asset[column]
  const several = asset[`${column}_figure_nos`]
  if (value === null) return []
  if (!several) return [{ value, figure: asset[`${column}_figure_no`] }]
  return several.map((figure) => ({ value: yenOf(figure.form) ?? numeralValue(figure.form), figure }))
}

/** Each `売却額 …円` or `貸付額 …円` and what follows it. */
function statedAssets(item: Item): StatedAsset[] {
  return resultsOf(item).flatMap(({ fiscalYear, words }) => {
    const found = /売却額|貸付額/.test(words.form) ? words.matches(statement) : []
    return found.flatMap((match, index) => {
      const text = ofKind(words.slice(match.index, found[index + 1]?.index ?? words.length), match.form('kind') as string).trim()
      const kind = match.form('kind') === '売却' ? ('sale' as const) : ('lease' as const)
      const row = { item_no: item.no, fiscal_year: fiscalYear, kind, region: null, contracts: null, area: null, amount: null, method: null }
      return [
        {
          ...row,
          contracts: statedIn(text.match(contractCount), 'number'),
          area: statedIn(text.match(areaSize), 'number'),
          amount: yenIn(match),
          method: methodOf(text)?.text ?? null,
          words: totalWords(text),
        },
        ...regionsOf(text).map(({ region, contracts, words }) => ({ ...row, region: region.text, contracts, words })),
      ]
    })
  })
}

/** The words of a statement up to the first word about the other kind, as where that one's amount cannot be read. */
function ofKind(text: Words, kind: string): Words {
  const other = text.match(kind === '売却' ? /貸付/ : /売却/)
  return other ? text.slice(0, other.index) : text
}

/** The amount of a statement in yen; null where its words are none. */
function yenIn(match: WordsMatch): Stated | null {
  const words = match.words('amount')
  const value = words && yenOf(words.form)
  return words && value !== undefined ? { value, words } : null
}

/** The areas of a statement: those of the first bracket that lists any. */
function regionsOf(text: Words): { region: Words; contracts: Stated | null; words: Words }[] {
  const lists = text.matches(bracket).map((match) => {
    const parts = splitList(match.words('inside') as Words)
    const regions = parts.map((words) => ({ words, match: words.match(region) }))
    if (!regions.every(({ match }) => match)) return []
    return regions.map(({ words, match }) => ({ region: match?.words('region') as Words, contracts: statedIn(match, 'number'), words }))
  })
  return lists.find((list) => list.length > 0) ?? []
}

function methodOf(text: Words): Words | undefined {
  const brackets = text.matches(bracket).map((match) => match.words('inside') as Words)
  return brackets.find(({ form }) => !/\d/.test(form) && form.trim() !== '')
}

/** The words of the whole: from 売却額 to its contracts or area, without the list of areas. */
function totalWords(text: Words): Words {
  const ends = [text.matches(statement)[0]?.end, text.match(contractCount)?.end, text.match(areaSize)?.end].filter((end) => end !== undefined)
  return text.slice(0, Math.max(...ends))
}

/** 資産の売却と貸付. */
export const assets = itemTable(definition, readAssets)
