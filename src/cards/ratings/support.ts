import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { NameOfItem } from '../../evidence/sentences.ts'
import { formatNumber, noData } from '../../format/numbers.ts'
import { html, type Phrase, phrase } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'
import type { Card } from '../card.ts'
import { itemCell, itemHref } from '../item-links.ts'
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

const nothing: Cell = { value: null, shown: '—' }

/** Which item reports the most numbers. */
function mostFinding(page: PageContext, support: readonly Support[]): Phrase | string {
  const most = [...support].sort((a, b) => b.figures - a.figures)[0]
  if (!most || most.figures === 0) return '数字の書かれた項目がない'
  return phrase`数字が最も多く書かれているのは${NameOfItem(page, most.item_no)}で${FactNumber(page, page.fact(most, 'figures'))}個`
}

/** A count that leads to what was counted. */
function countCell(href: string, count: number): Cell {
  return { value: count, shown: count === 0 ? '0' : html`<a class="read" href="${href}">${formatNumber(count)}</a>` }
}

/** What the checks of an item found, a missing page with all its parts as one place. */
function checkWords({ differs, missing_causes }: Support): string {
  return [differs > 0 && `相違${differs}件`, missing_causes > 0 && `欠落${missing_causes}か所`].filter(Boolean).join('、')
}
