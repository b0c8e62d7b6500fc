import type { Row } from '../../../loaders/tables.ts'
import { itemPageName } from '../../evidence/anchors.ts'
import { planHref } from '../../evidence/other-plans.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { yearRange } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'

/** With more plans than these a page lists those of its own city alone; the page of all plans has the rest. */
const mostChoices = 60

/**
 * The plans of the site, to be chosen from on every page: each leads to the same page of that plan, from an item's page to the item
 * that goes on in it, else to its list of items. It needs no script. Nothing where there is one plan.
 */
export function PlanChooser(page: PageContext, isShared: boolean): Html | undefined {
  const { plan, plans, editions } = page.warehouse
  if (plans.length === 1) return undefined
  const listed = plans.length > mostChoices ? plans.filter((each) => each === plan || isSameCity(each, plan)) : plans
  const link = (each: Row<'plans'>) =>
    html`<li><a href="${planHref(page, each, isShared ? '/index' : pathIn(page, each))}"${each === plan && html` aria-current="true"`}>${planName(each)}</a> <span class="years">${yearRange(each.first_fiscal_year, each.last_fiscal_year)}</span></li>`
  return html`<details class="chooser"><summary>プランを選ぶ (${plans.length}件のうち${plans.indexOf(plan) + 1}件目)</summary>
<nav aria-label="プラン"><ul>${listed.map(link)}</ul>
<p><a href="/library.html">収録プランの一覧と比較</a>${editions.length > plans.length && html` (前の版${editions.length - plans.length}件も)`}</p></nav></details>\n`
}

/** A plan's title, with its city before it where the title does not name it. */
export function planName({ title, municipality, plan_id }: Row<'plans'>): string {
  const name = title ?? plan_id
  return municipality === null || name.includes(municipality) ? name : `${municipality} ${name}`
}

/** Where in another plan the reader of this page goes on. */
function pathIn(page: PageContext, other: Row<'plans'>): string {
  const { warehouse, path, params } = page
  if (params.no === undefined || other === warehouse.plan) return path
  const itemNo = warehouse.itemIn(other.plan_id, Number(params.no))
  return itemNo === undefined ? '/items/index' : `/items/${itemPageName(itemNo)}`
}

function isSameCity(a: Row<'plans'>, b: Row<'plans'>): boolean {
  return a.municipality_code === null ? a.municipality !== null && a.municipality === b.municipality : a.municipality_code === b.municipality_code
}
