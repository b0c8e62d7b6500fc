import type { Row } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ReadText } from '../../evidence/read-text.ts'
import { html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { itemCell, sourceLines } from '../item-links.ts'
import { ratingCell } from './ratings.ts'

/** What is left to do, by item: for the next plan, or to go on with outside of it. */
export function nextPlanCard(page: PageContext): Card | undefined {
  const { warehouse } = page
  const items = warehouse.table('items')
  const tasks = warehouse.table('reviews').filter(({ kind }) => kind === 'next')
  if (tasks.length === 0) return undefined
  const lists = items.map((item) => ({ item, own: tasks.filter(({ item_no }) => item_no === item.item_no) })).filter(({ own }) => own.length > 0)
  return {
    id: 'next-plan',
    tables: ['items', 'reviews'],
    finding: nextFinding(items, tasks),
    scope: '各項目の振り返りの最後にある課題、書かれた順。',
    table: {
      head: ['項目', '評価', '区分', '課題'],
      rows: lists.map(({ item, own }) => [
        itemCell(item),
        ratingCell(item),
        nextName(warehouse.plan, item),
        {
          value: own.map(({ text }) => text).join('\n'),
          shown: html`<ul class="texts">${own.map((task) => html`<li>${ReadText(page, task.text, task)}</li>`)}</ul>`,
        },
      ]),
    },
    source: sourceLines(tasks),
  }
}

/** Where an item's tasks go: into the next plan by its number, or on outside of it. */
export function nextName({ plan_no }: Row<'plans'>, { next_plan }: Row<'items'>): string {
  if (next_plan === null) return '今後の課題'
  return next_plan ? `${plan_no === null ? '次期' : `第${plan_no + 1}次`}プラン` : '引き続き (プラン外)'
}

function nextFinding(items: readonly Row<'items'>[], tasks: readonly Row<'reviews'>[]): string {
  const part = (isNext: boolean) => {
    const found = items.filter(({ next_plan }) => next_plan === isNext)
    return { items: found.length, tasks: tasks.filter(({ item_no }) => found.some((item) => item.item_no === item_no)).length }
  }
  const [next, other] = [part(true), part(false)]
  return [
    next.items > 0 ? `次のプランへ引き継ぐのは${next.items}項目の課題${next.tasks}件` : `今後の課題は${tasks.length}件`,
    other.items > 0 && `プランの外で続けるのは${other.items}項目の${other.tasks}件`,
  ]
    .filter(Boolean)
    .join('、')
}
