import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { RatedItemsChart } from '../../charts/rated-items-chart.ts'
import { FactNumber, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ratingName, ratingsWithCounts } from '../../format/ratings.ts'
import { Link, type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemNosCell } from '../item-links.ts'
import { itemBox, RatingLines, scaleNote, unusedNote } from './ratings.ts'

/** Ratings by lead department. Nothing where no rated item has one. */
export function departmentsCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const departments = warehouse.mart('department_items')
  const most = [...departments].sort((a, b) => b.items - a.items)[0]
  if (!most) return undefined
  const ratings = warehouse.mart('rating_counts').map(({ rating }) => rating)
  const counts = warehouse.mart('department_ratings')
  const countsOf = ({ department_no }: MartRow<'department_items'>) => counts.filter((row) => row.department_no === department_no)
  const byRank = (department: MartRow<'department_items'>) => ratings.flatMap((rating) => countsOf(department).filter((row) => row.rating === rating))
  const groups = departments.map((department) => ({
    name: department.lead_department,
    count: ratingsWithCounts(byRank(department)),
    items: byRank(department).flatMap(({ item_keys }) =>
      warehouse.rowsOf('items', item_keys).map((item) => ({ ...itemBox(page, item), department: department.lead_department })),
    ),
  }))
  return {
    id: 'departments',
    terms: ['rating'],
    tables: ['items'],
    width: 'half',
    finding:
      lowestFinding(page) ??
      phrase`${departments.length}の担当課で項目が最も多いのは${most.lead_department}の${FactNumber(page, page.fact(most, 'items'))}件 (${ratingsWithCounts(byRank(most))})`,
    scope: `記入担当課ごとの総括評価、件。課は項目番号の順。${scaleNote(page) ?? ''}${unusedNote(page) ?? ''}`,
    chart: (size) => RatedItemsChart(`担当課ごとの評価。${groups.map(({ name, count }) => `${name} ${count}`).join('、')}`, groups, ratings, size),
    table: {
      head: ['記入担当課', ...ratings.map((rating) => `${ratingName(rating)} (件)`), '計 (件)', '項目'],
      topics: departments.map(({ lead_department }) => ({ department: lead_department })),
      rows: departments.map((department) => [
        department.lead_department,
        ...ratings.map((rating) => {
          const row = countsOf(department).find((row) => row.rating === rating)
          return row ? factCell(page, page.fact(row, 'items')) : { value: 0, shown: '0' }
        }),
        factCell(page, page.fact(department, 'items')),
        itemNosCell(page, warehouse.rowsOf('items', department.item_keys)),
      ]),
    },
    source: RatingLines(page, warehouse.table('items')),
  }
}

const mostNamed = 4

/** Which departments have nothing but the lowest rating, or which has it most often; undefined where no rating is the lowest. */
function lowestFinding(page: PageContext): Phrase | undefined {
  const { warehouse } = page
  const lowest = warehouse.mart('lowest_rated_items')[0]?.rating
  const only = warehouse.mart('department_items').filter(({ only_rating }) => lowest !== undefined && only_rating === lowest)
  if (only.length > 0) {
    const names = only.length > mostNamed ? '' : ` (${only.map(({ lead_department }) => lead_department).join('、')})`
    return phrase`全項目が${lowest}なのは${Link('#departments-table', `${only.length}課`)}${names}`
  }
  const [most] = warehouse
    .mart('department_ratings')
    .filter(({ rating }) => rating === lowest)
    .sort((a, b) => b.items - a.items)
  return most && phrase`${most.rating}が最も多いのは${most.lead_department}の${FactNumber(page, page.fact(most, 'items'))}件`
}
