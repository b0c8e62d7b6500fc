import type { Row, TableKey } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { joinWords, Link, type Phrase } from '../../markup/html.ts'
import { rowsOfItem } from './item-of.ts'

/** The pages that set numbers of items beside each other, by the table whose rows lead there. */
const topics = [
  { table: 'effects', path: '/effects.html', name: '効果額' },
  { table: 'collections', path: '/collections.html', name: '滞納整理 (収納)' },
  { table: 'staffing', path: '/staffing.html', name: '職員数' },
  { table: 'reemployment', path: '/staffing.html', name: '再任用 (職員数)' },
  { table: 'surveys', path: '/staffing.html', name: '職員意識調査 (職員数)' },
  { table: 'trainings', path: '/staffing.html', name: '職員研修 (職員数)' },
  { table: 'assets', path: '/revenue.html', name: '資産の売却と貸付 (寄附・資産)' },
] as const satisfies readonly { table: TableKey; path: string; name: string }[]

/** The pages of the topics that an item states numbers of, linked; undefined where it states none. */
export function TopicLinks({ warehouse }: PageContext, item: Row<'items'>): Phrase | undefined {
  const found = topics.filter(({ table }) => rowsOfItem<{ item_no: number }>(warehouse.table(table), item).length > 0)
  const gifts = rowsOfItem(warehouse.mart('gift_years'), item).length > 0 ? [Link('/revenue.html', '寄附 (寄附・資産)')] : []
  const links = [...found.map(({ path, name }) => Link(path, name)), ...gifts]
  return links.length === 0 ? undefined : joinWords(links, '、')
}
