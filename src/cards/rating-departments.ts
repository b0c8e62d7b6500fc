import type { Row } from '../../loaders/dictionary/tables.ts'
import { RatedItemsChart } from '../charts/rated-items-chart.ts'
import type { Warehouse } from '../data/warehouse.ts'
import { ComputedNumber, ReadWords } from '../evidence/numbers.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { type Html, html } from '../markup/html.ts'
import { ratingName } from '../markup/rating-mark.ts'
import { CardSection } from './card.ts'
import { itemHref } from './item-links.ts'
import { itemsByRating } from './ratings.ts'
import { itemName, RatingLines } from './support.ts'

interface DepartmentRating {
  department_no: number
  lead_department: string
  rating: string
  items: number
}

type Item = Row<'items'>

/** Ratings by lead department. Nothing where no rated item has one. */
export function departmentsCard(page: PageContext): Html | undefined {
  const { warehouse } = page
  const departments = departmentRatings(warehouse)
  const most = [...departments].sort((a, b) => b.items.length - a.items.length)[0]
  if (!most) return undefined
  const ratings = itemsByRating(warehouse).map(({ rating }) => rating)
  const groups = departments.map(({ name, counts, items }) => ({
    name,
    count: ratings.flatMap((rating) => counts.filter((row) => row.rating === rating).map(({ items }) => `${rating}${items}`)).join(' '),
    items: ratings.flatMap((rating) =>
      items.filter((item) => item.rating === rating).map((item) => ({ itemNo: item.item_no, title: item.title ?? '', rating, href: itemHref(item.item_no) })),
    ),
  }))
  return CardSection(page, {
    id: 'departments',
    tables: ['items'],
    width: 'half',
    finding: html`${departments.length}の担当課で項目が最も多いのは${most.name}の${ItemCount(page, most.name, most.items)}件 (${most.counts.map(({ rating, items }) => `${rating}${items}`).join(' ')})`,
    scope: '記入担当課ごとの総括評価、件。課は項目番号の順。',
    chart: (size) => RatedItemsChart(`担当課ごとの評価。${groups.map(({ name, count }) => `${name} ${count}`).join('、')}`, groups, ratings, size),
    table: {
      head: ['記入担当課', ...ratings.map((rating) => `${ratingName(rating)} (件)`), '項目'],
      rows: departments.map(({ name, counts, items }) => [
        name,
        ...ratings.map((rating) => {
          const count = counts.find((row) => row.rating === rating)?.items ?? 0
          const rated = items.filter((item) => item.rating === rating)
          return { value: count, shown: count === 0 ? '0' : ItemCount(page, name, rated) }
        }),
        {
          value: items.map(({ item_no }) => `No.${item_no}`).join('、'),
          shown: html`${items.map(({ item_no }, index) => html`${index > 0 && '、'}<a href="${itemHref(item_no)}">No.${item_no}</a>`)}`,
        },
      ]),
    },
    source: RatingLines(warehouse.table('items')),
  })
}

/** Lead departments in the order of their first item, with their ratings and rated items. */
function departmentRatings(warehouse: Warehouse): { name: string; counts: DepartmentRating[]; items: Item[] }[] {
  const rows = warehouse.mart('department_ratings') as unknown as readonly DepartmentRating[]
  return [...new Set(rows.map(({ lead_department }) => lead_department))].map((name) => ({
    name,
    counts: rows.filter(({ lead_department }) => lead_department === name),
    items: warehouse.table('items').filter(({ lead_department, rating }) => lead_department === name && rating !== null),
  }))
}

function ItemCount(page: PageContext, department: string, items: readonly Item[]): Html {
  return ComputedNumber(page, String(items.length), {
    formula: `${department}が記入した項目を数える`,
    operands: items.map((item) => ({
      name: itemName(item),
      number: ReadWords(item.rating ?? '', { source_line: item.rating_source_line ?? item.source_line }),
    })),
    result: `${items.length}件`,
  })
}
