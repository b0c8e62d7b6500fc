import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { NameOfItem } from '../../evidence/sentences.ts'
import { formatNumber, noData } from '../../format/numbers.ts'
import { html, Link, type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { ItemNos, itemCell, itemHref } from '../item-links.ts'
import { ratingCell } from './ratings.ts'

type Support = MartRow<'rating_support'>

/** Each item with its rating and what stands behind it: numbers, effects, targets, entries of the review. */
export function supportCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const support = warehouse.mart('rating_support')
  const items = warehouse.table('items')
  if (support.length === 0) return undefined
  return {
    id: 'support',
    tables: ['items', 'figures', 'effects', 'targets', 'reviews'],
    finding: achievementFinding(page, support),
    scope:
      '数字は、実績・振り返り・効果に書かれた金額・数・割合・点・面積の個数。目標は、数値目標または計画人数のうち実績と比べられるもの。振り返りは書かれた件数。',
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
        const review = `${itemHref(row.item_no)}#review`
        return [
          itemCell(page, row),
          row.lead_department ?? noData,
          ratingCell(
            page,
            items.find(({ item_no }) => item_no === row.item_no),
          ),
          factCell(page, page.fact(row, 'figures')),
          row.effect_yen === null ? nothing : factCell(page, page.fact(row, 'effect_yen')),
          row.compared === 0 ? nothing : countCell('#targets', row.reached),
          row.compared === 0 ? nothing : countCell('#targets', row.below),
          countCell(review, row.achieved),
          countCell(review, row.not_achieved),
          countCell(review, row.next),
          checkWords(row),
        ]
      }),
    },
    source: '各項目の実績・振り返り・効果の欄。数字を押すと、数えたものと場所が出る。',
  }
}

const nothing: Cell = { value: null, shown: noData }

/** How the items were rated whose reviews say what was achieved and nothing that was not; without reviews, which item reports the most numbers. */
function achievementFinding(page: PageContext, support: readonly Support[]): Phrase | string {
  const reviewed = support.filter(({ achieved, not_achieved }) => achieved + not_achieved > 0)
  const without = reviewed.filter(({ not_achieved }) => not_achieved === 0)
  if (reviewed.length === 0) return mostFinding(page, support)
  if (without.length === 0) return 'どの項目の振り返りも、達成できなかったことを挙げている'
  const ratings = [...new Set(without.map(({ rating }) => rating))]
  const numbers = without.map(({ item_no }) => item_no)
  const names = numbers.length <= mostNamed && phrase` (${ItemNos(page, numbers)}) `
  const subject = phrase`達成できなかったことを挙げていないのは${Link('#support', `${without.length}項目`)}${names}`
  return ratings.length === 1 && ratings[0] !== null ? phrase`${subject}で、評価は${without.length > 1 ? 'どれも' : ''}${ratings[0]}` : subject
}

const mostNamed = 4

/** Which item reports the most numbers. */
function mostFinding(page: PageContext, support: readonly Support[]): Phrase | string {
  const most = [...support].sort((a, b) => b.figures - a.figures)[0]
  if (!most || most.figures === 0) return '数字の書かれた項目がない'
  return phrase`数字が最も多く書かれているのは${NameOfItem(page, most.item_no)}`
}

/** A count that leads to what was counted. */
function countCell(href: string, count: number): Cell {
  return { value: count, shown: count === 0 ? '0' : html`<a class="read" href="${href}">${formatNumber(count)}</a>` }
}

/** What the checks of an item found, a missing page with all its parts as one place. */
function checkWords({ differs, missing_causes }: Support): string {
  return [differs > 0 && `相違${differs}件`, missing_causes > 0 && `欠落${missing_causes}か所`].filter(Boolean).join('、')
}
