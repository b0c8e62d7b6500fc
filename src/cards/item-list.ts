import type { Row } from '../../loaders/dictionary/tables.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { formatNumber, noData } from '../format/numbers.ts'
import { type Html, html } from '../markup/html.ts'
import { ratingName } from '../markup/rating-mark.ts'
import { CardSection } from './card.ts'
import { ComputedTotal, effectYears } from './effects.ts'
import { itemsByRating, missingHeads } from './ratings.ts'
import { FigureCount, ItemLink, ItemRating, itemName, itemSupport, RatingLines } from './support.ts'

/** Every item with department, rating, number of figures and effect, leading to its page. */
export function itemListCard(page: PageContext): Html {
  const { warehouse } = page
  const items = warehouse.table('items')
  const support = itemSupport(warehouse)
  const isDonation = ({ item_no }: Row<'items'>) => effectYears(warehouse).some((year) => year.item_no === item_no && year.kind === 'donation')
  return CardSection(page, {
    id: 'items',
    tables: ['items', 'figures', 'effects'],
    finding: `全${items.length}項目`,
    scope: '担当課は先頭が記入担当課。数字は、実績・振り返り・効果に書かれた金額・数・割合・点・面積の個数。寄附は受入額で、節減ではない。',
    note: missingHeads(warehouse),
    table: {
      head: ['項目と改善・推進目標', '担当課', '評価', '数字 (個)', '効果額 (円)'],
      rows: items.map((item) => {
        const row = support.find(({ item_no }) => item_no === item.item_no)
        const effect = row?.effect_yen ?? null
        return [
          { value: itemName(item), shown: html`${ItemLink(item)}<span class="goal">${item.goal ?? ''}</span>` },
          departmentNames(item).join('、') || noData,
          { value: item.rating ?? '', shown: ItemRating(item) },
          { value: row?.figures ?? 0, shown: row ? FigureCount(page, row) : '0' },
          {
            value: effect,
            shown:
              effect === null ? '—' : html`${ComputedTotal(page, item.item_no, effect, formatNumber(effect))}${isDonation(item) && html` <small>寄附</small>`}`,
          },
        ]
      }),
    },
    source: RatingLines(items),
  })
}

/** Fields that narrow the list; a script shows them, without it all items stand there. */
export function itemFilter(page: PageContext): Html {
  const items = page.warehouse.table('items')
  const departments = [...new Set(items.flatMap(({ lead_department }) => lead_department ?? []))]
  const ratings = itemsByRating(page.warehouse).map(({ rating }) => rating)
  return html`<form class="filter" data-filters="items" hidden>
<label>言葉 <input type="search" data-column="all" autocomplete="off"></label>
<label>担当課 <select data-column="1"><option value="">すべて</option>${departments.map((name) => html`<option>${name}</option>`)}</select></label>
<label>評価 <select data-column="2"><option value="">すべて</option>${ratings.map((rating) => html`<option value="${ratingName(rating)}">${ratingName(rating)}</option>`)}</select></label>
<output aria-live="polite"></output>
</form>`
}

/** The lead department first, then the others of the item's own head; one that the head names with its division is not said twice. */
function departmentNames({ lead_department: lead, departments }: Row<'items'>): string[] {
  const others = departments ?? []
  if (lead === null) return [...others]
  const name = lead.replace(/\s*[(（].*$/, '')
  return [lead, ...others.filter((other) => !other.endsWith(name))]
}
