import type { Row } from '../../../loaders/tables.ts'
import { noEntry } from '../../../loaders/vocabulary/none-marks.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ReadText } from '../../evidence/read-text.ts'
import { CountOf, NextPlanName } from '../../evidence/sentences.ts'
import { html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell, sourceLines } from '../item-links.ts'
import { ratingCell } from './ratings.ts'

/** What is left to do, by item: for the next plan, or to go on with outside of it. */
export function nextPlanCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const lists = tasksByItem(page)
  const tasks = lists.flatMap(({ own }) => own)
  if (lists.length === 0) return undefined
  return {
    id: 'next-plan',
    tables: ['items', 'reviews'],
    finding: NextFinding(
      page,
      lists.map(({ item }) => item),
    ),
    scope: '各項目の振り返りの最後にある課題、書かれた順。',
    table: {
      head: ['項目', '評価', '引継ぎ先', '課題'],
      rows: lists.map(({ item, own }) => [
        itemCell(page, item),
        ratingCell(page, item),
        nextName(warehouse.plan, item),
        {
          value: own.map(({ text }) => text).join('\n'),
          shown: html`<ul class="texts">${own.map((task) => html`<li>${ReadText(page, task.text, task)}</li>`)}</ul>`,
        },
      ]),
    },
    source: sourceLines(page, tasks),
  }
}

/** Where an item's tasks go: into the next plan by its number, or on outside of it. */
export function nextName(plan: Row<'plans'>, { next_plan }: Row<'items'>): string {
  if (next_plan === null) return '今後の課題'
  return next_plan ? NextPlanName(plan).plain : '引き続き (プラン外)'
}

/** The tasks that items leave, by item, in the order of the items. */
export function tasksByItem({ warehouse }: PageContext): { item: Row<'items'>; own: Row<'reviews'>[] }[] {
  const tasks = warehouse.table('reviews').filter(({ kind, text }) => kind === 'next' && !noEntry.test(text))
  const lists = warehouse.table('items').map((item) => ({ item, own: tasks.filter(({ item_no }) => item_no === item.item_no) }))
  return lists.filter(({ own }) => own.length > 0)
}

/** How many items leave something to the next plan, and how many go on outside of it. */
export function NextFinding({ warehouse: { plan } }: PageContext, items: readonly Row<'items'>[]): Phrase {
  const number = (isNext: boolean) => items.filter(({ next_plan }) => next_plan === isNext)
  const [next, other] = [number(true), number(false)]
  const count = (counted: readonly Row<'items'>[]) => phrase`${CountOf(counted, '/ratings.html#next-plan')}項目`
  const parts = [
    next.length > 0 && phrase`${NextPlanName(plan)}へ課題を引き継ぐのは${count(next)}`,
    other.length > 0 && phrase`プランの外で続けるのは${count(other)}`,
  ].filter((part) => part !== false)
  return parts.length > 0 ? joinWords(parts, '、') : phrase`今後の課題を書いているのは${count(items)}`
}
