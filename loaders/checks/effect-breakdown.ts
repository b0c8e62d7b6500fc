import { grouped } from '../document/grouped.ts'
import { type AssetRecord, addendsOf, assets } from '../records/assets.ts'
import { type CollectionRecord, collections } from '../records/collections.ts'
import { type EffectRecord, effects } from '../records/effects.ts'
import { eraYear } from '../vocabulary/eras.ts'
import { compare, type Finding, type Operand, operand, type Rule, yearOf } from './check.ts'

/**
 * A year's effect, its lines together = the sales and leases, or the collected claims, that the results of the year state. Lines that
 * another item counts are left out where the year has others.
 */
export const effectBreakdown = {
  id: 'effect-breakdown',
  title: '効果額 = 売却・貸付または債権の合計',
  tables: [effects, collections, assets],
  compares: true,
  find({ rows }) {
    const wholes = rows(effects).filter(({ part_of, amount_yen }) => part_of === null && amount_yen !== null)
    const assetsOf = grouped(
      rows(assets).filter(({ region }) => region === null),
      yearOf,
    )
    const claimsOf = grouped(rows(collections), yearOf)
    return [...grouped(wholes, yearOf)].flatMap(([year, lines]): Finding[] => [
      ...comparison(lines, assetsOf.get(year)?.flatMap(assetOperands), '効果額と売却額・貸付額の合計 (円)'),
      ...comparison(lines, claimsOf.get(year)?.flatMap(claimOperands), '効果額と債権ごとの納付額の合計 (円)'),
    ])
  },
} as const satisfies Rule

function comparison(lines: readonly EffectRecord[], computed: readonly Operand[] | undefined, statement: string): Finding[] {
  const own = lines.filter(({ is_repeat }) => !is_repeat)
  const compared = own.length > 0 ? own : lines
  const [first] = compared
  if (!first || !computed) return []
  const published = compared.flatMap(({ label, fiscal_year, amount_yen, amount_yen_figure_no }) =>
    operand(label ?? eraYear(fiscal_year), amount_yen, amount_yen_figure_no),
  )
  return [compare({ at: first, statement, published, formula: 'sum', computed })]
}

function assetOperands(asset: AssetRecord): Operand[] {
  const name = asset.kind === 'sale' ? '売却額' : '貸付額'
  return addendsOf(asset, 'amount_yen').map((addend) => ({ name, ...addend }))
}

function claimOperands({ claim, amount_yen, amount_yen_figure_no }: CollectionRecord): Operand[] {
  return operand(claim, amount_yen, amount_yen_figure_no)
}
