import type { Warehouse } from '../data/warehouse.ts'
import { ComputedNumber } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import { ratingName } from '../markup/rating-mark.ts'
import type { Cell } from '../markup/table.ts'
import { CardSection } from './card.ts'
import { ComputedTotal } from './effects.ts'
import { itemHref, sourceLines } from './item-links.ts'
import { itemsByRating } from './ratings.ts'
import { FigureCount, ItemLink, ItemRating, type ItemSupport, itemName, itemSupport, itemTargets, targetTable } from './support.ts'

/** How many items of a rating ('all': of the plan) have something countable behind them. */
export interface SupportCount {
  rating: string
  items: number
  with_figures: number
  without_figures: number
  with_effects: number
  with_compared: number
  share_percent: number
}

/** What stands behind the ratings, counted by rating. */
export function supportCounts(warehouse: Warehouse): readonly SupportCount[] {
  return warehouse.mart('support_by_rating') as unknown as readonly SupportCount[]
}

/** For each rating, how many of its items have a number, an effect or a target behind them. */
export function supportByRatingCard(page: PageContext): Html | undefined {
  const counts = itemsByRating(page.warehouse).flatMap(({ rating }) => supportCounts(page.warehouse).find((count) => count.rating === rating) ?? [])
  if (counts.length === 0) return undefined
  const cell = (rating: string, count: number, name: string, has: (item: ItemSupport) => boolean): Cell => ({
    value: count,
    shown: ItemsNumber(
      page,
      count,
      `評価が${rating}で、${name}項目を数える`,
      itemSupport(page.warehouse).filter((item) => item.rating === rating && has(item)),
    ),
  })
  return CardSection(page, {
    id: 'support-by-rating',
    tables: ['items', 'figures'],
    width: 'half',
    finding: supportFinding(page.warehouse),
    scope: '評価ごとに、根拠になる数字や目標のある項目の数、件。数字は実績・振り返り・効果に書かれたもの。',
    note: '数字の多さは評価の良し悪しではない。',
    table: {
      head: ['評価', '数字あり', '数字なし', '効果額あり', '目標と比べられる'],
      rows: counts.map(({ rating, with_figures, without_figures, with_effects, with_compared }) => [
        ratingName(rating),
        cell(rating, with_figures, '数字のある', ({ figures }) => figures > 0),
        cell(rating, without_figures, '数字のない', ({ figures }) => figures === 0),
        cell(rating, with_effects, '効果額のある', ({ effect_yen }) => effect_yen !== null),
        cell(rating, with_compared, '目標と実績を比べられる', ({ compared }) => compared > 0),
      ]),
    },
    source: '各項目の実績・振り返り・効果の欄',
  })
}

/** A number of items, with each of them and how many numbers it reports. */
function ItemsNumber(page: PageContext, count: number, formula: string, items: readonly ItemSupport[]): Html | string {
  if (count === 0) return '0'
  return ComputedNumber(page, String(count), {
    formula,
    operands: items.map((item) => ({ name: itemName(item), number: html`<a href="${itemHref(item.item_no)}">数字${item.figures}個</a>` })),
    result: `${count}項目`,
  })
}

/** Each item with its rating and what stands behind it: numbers, effects, targets, entries of the review. */
export function supportCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const support = itemSupport(warehouse)
  const items = warehouse.table('items')
  if (support.length === 0) return undefined
  return CardSection(page, {
    id: 'support',
    tables: ['items', 'figures', 'effects', 'targets', 'reviews'],
    finding: mostFinding(page, support),
    scope:
      '数字は、実績・振り返り・効果に書かれた金額・数・割合・点・面積の個数。目標は、数値目標または計画人数のうち実績と比べられるもの。振り返りは書かれた件数。「—」は文書に書かれていないもの。',
    table: {
      head: [
        '項目',
        '記入担当課',
        '評価',
        '数字 (個)',
        '効果額 (円)',
        '目標以上 (件)',
        '目標未満 (件)',
        '達成できた (件)',
        'できなかった (件)',
        '課題 (件)',
        '照合',
      ],
      rows: support.map((row) => {
        const item = items.find(({ item_no }) => item_no === row.item_no)
        return [
          { value: itemName(row), shown: ItemLink(row) },
          row.lead_department ?? noData,
          { value: row.rating ?? '', shown: item ? ItemRating(item) : noData },
          { value: row.figures, shown: FigureCount(page, row) },
          { value: row.effect_yen, shown: row.effect_yen === null ? '—' : ComputedTotal(page, row.item_no, row.effect_yen, formatNumber(row.effect_yen)) },
          { value: row.compared === 0 ? null : row.reached, shown: row.compared === 0 ? '—' : CountLink('#targets', row.reached) },
          { value: row.compared === 0 ? null : row.below, shown: row.compared === 0 ? '—' : CountLink('#targets', row.below) },
          { value: row.achieved, shown: CountLink(`${itemHref(row.item_no)}#review`, row.achieved) },
          { value: row.not_achieved, shown: CountLink(`${itemHref(row.item_no)}#review`, row.not_achieved) },
          { value: row.next, shown: CountLink(`${itemHref(row.item_no)}#review`, row.next) },
          checkWords(row),
        ]
      }),
    },
    source: '各項目の実績・振り返り・効果の欄。数字を押すと、数えたものと場所が出る。',
  })
}

/** Which item reports the most numbers. */
function mostFinding(page: PageContext, support: readonly ItemSupport[]): Html | string {
  const most = [...support].sort((a, b) => b.figures - a.figures)[0]
  if (!most || most.figures === 0) return '数字の書かれた項目がない'
  return html`数字が最も多く書かれているのは${itemName(most)}で${FigureCount(page, most)}個`
}

/** For how many items there is no number, and how those were rated. */
function supportFinding(warehouse: Warehouse): string {
  const counts = supportCounts(warehouse)
  const all = counts.find(({ rating }) => rating === 'all')
  const without = counts.filter(({ rating, without_figures }) => rating !== 'all' && without_figures > 0)
  if (!all || all.without_figures === 0) return `${all?.items ?? 0}項目すべてに数字がある`
  const ratings = without.map(({ rating, without_figures }) => `${rating}が${without_figures}件`).join('、')
  return `数字が1つも書かれていない項目は${all.items}件のうち${all.without_figures}件${ratings && `。その評価は${ratings}`}`
}

/** A count that leads to what was counted. */
function CountLink(href: string, count: number): Html | string {
  return count === 0 ? '0' : html`<a class="read" href="${href}">${formatNumber(count)}</a>`
}

function checkWords({ differs, missing }: ItemSupport): string {
  return [differs > 0 && `相違${differs}件`, missing > 0 && `欠落${missing}か所`].filter(Boolean).join('、')
}

/** Targets and planned head counts against what came of them. Nothing where no item states one. */
export function targetsCard(page: PageContext): Html | undefined {
  const targets = itemTargets(page.warehouse)
  if (targets.length === 0) return undefined
  const compared = itemSupport(page.warehouse).filter(({ compared }) => compared > 0)
  const [reached, below] = [targets.filter(({ outcome }) => outcome === 'reached').length, targets.filter(({ outcome }) => outcome === 'below').length]
  return CardSection(page, {
    id: 'targets',
    tables: ['targets', 'effects', 'staffing'],
    finding:
      compared.length === 0
        ? '数値目標はあるが、比べられる実績の数字がない'
        : `実績と比べられる数値目標があるのは${compared.length}項目。目標以上が${reached}件、目標未満が${below}件`,
    scope: '文中の数値目標と、計画した職員数。目標以上・未満は数の大小であり、良し悪しの判定ではない。',
    table: targetTable(page, targets, true),
    source: sourceLines(targets),
  })
}
