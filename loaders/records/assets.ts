import { cached } from '../source/cached.ts'
import type { Words } from '../source/words.ts'
import { amountPattern, yenOf } from './amounts.ts'
import { splitList } from './brackets.ts'
import type { Item, Reading } from './item.ts'
import { numeral, numeralValue, sumOf, wholeNumeral } from './numerals.ts'
import { resultsOf } from './results.ts'

const statement = new RegExp(String.raw`(?<kind>売却|貸付)額(?:の?合計)?\s*[:は]?\s*(?<amount>${amountPattern})`, 'dg')
const contracts = new RegExp(String.raw`(?:売却|貸付|契約)(?:件数)?\s*:?\s*(?<number>${wholeNumeral})\s*件`, 'd')
const area = new RegExp(String.raw`面積\s*:?\s*(?<number>${numeral})\s*(?:㎡|m²|m2|平方メートル)`, 'd')
const bracket = /\((?<inside>[^()]*)\)/dg
const region = new RegExp(String.raw`^(?<region>\D+?)\s*(?<number>${wholeNumeral})\s*件$`, 'd')

type Asset = Reading<'assets'>

/** 資産の売却と貸付: a row for the whole of a year's sales or leases and one for each area. */
export const readAssets = cached((item: Item): Asset[] => {
  const rows = new Map<string, Asset>()
  for (const asset of statedAssets(item)) {
    const key = `${asset.fiscal_year} ${asset.kind} ${asset.region}`
    const before = rows.get(key)
    rows.set(key, before ? together(before, asset) : asset)
  }
  return [...rows.values()]
})

/** Two statements of a year as one: what both count is added up. */
function together(a: Asset, b: Asset): Asset {
  const sum = (one: number | null, other: number | null) => (one === null || other === null ? (one ?? other) : sumOf([one, other]))
  return {
    ...a,
    contracts: sum(a.contracts, b.contracts),
    area_m2: sum(a.area_m2, b.area_m2),
    amount_yen: sum(a.amount_yen, b.amount_yen),
    method: a.method === b.method ? a.method : null,
    words: a.words.through(b.words),
  }
}

/** Each `売却額 …円` or `貸付額 …円` and what follows it. */
function statedAssets(item: Item): Asset[] {
  return resultsOf(item).flatMap(({ fiscalYear, words }) => {
    const found = /売却額|貸付額/.test(words.form) ? words.matches(statement) : []
    return found.flatMap((match, index) => {
      const text = ofKind(words.slice(match.index, found[index + 1]?.index ?? words.length), match.form('kind') as string).trim()
      const kind = match.form('kind') === '売却' ? ('sale' as const) : ('lease' as const)
      const yen = yenOf(match.form('amount') as string)
      const row = { item_no: item.no, fiscal_year: fiscalYear, kind, region: null, contracts: null, area_m2: null, amount_yen: null, method: null }
      return [
        {
          ...row,
          contracts: numberIn(text, contracts),
          area_m2: numberIn(text, area),
          amount_yen: yen ?? null,
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

function numberIn(text: Words, pattern: RegExp): number | null {
  const form = text.match(pattern)?.form('number')
  return form === undefined ? null : numeralValue(form)
}

/** The areas of a statement: those of the first bracket that lists any. */
function regionsOf(text: Words): { region: Words; contracts: number; words: Words }[] {
  const lists = text.matches(bracket).map((match) => {
    const parts = splitList(match.words('inside') as Words)
    const regions = parts.map((words) => ({ words, match: words.match(region) }))
    if (!regions.every(({ match }) => match)) return []
    return regions.map(({ words, match }) => ({ region: match?.words('region') as Words, contracts: numeralValue(match?.form('number') as string), words }))
  })
  return lists.find((list) => list.length > 0) ?? []
}

function methodOf(text: Words): Words | undefined {
  const brackets = text.matches(bracket).map((match) => match.words('inside') as Words)
  return brackets.find(({ form }) => !/\d/.test(form) && form.trim() !== '')
}

/** The words of the whole: from 売却額 to its contracts or area, without the list of areas. */
function totalWords(text: Words): Words {
  const ends = [text.matches(statement)[0]?.end, text.match(contracts)?.end, text.match(area)?.end].filter((end) => end !== undefined)
  return text.slice(0, Math.max(...ends))
}
