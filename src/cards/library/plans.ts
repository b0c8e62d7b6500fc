import { cityNames } from '../../../loaders/editions/series.ts'
import { cityOf } from '../../../loaders/records/plan-series.ts'
import type { Row } from '../../../loaders/tables.ts'
import { planHref } from '../../evidence/other-plans.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { CountOf } from '../../evidence/sentences.ts'
import type { LibraryPlan } from '../../facts/comparable.ts'
import { editions } from '../../format/editions.ts'
import { formatNumber, noData } from '../../format/numbers.ts'
import { eraDate, eraYear, yearRange } from '../../format/years.ts'
import { type Html, html, phrase, type Words } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { planName } from './chooser.ts'

/** How many plans of how many cities there are, and how many documents they were read from. */
export function libraryLead({ warehouse: { plans, editions: all } }: PageContext): Words {
  const cityName = cityNames(plans)
  const cities = [...new Set(plans.map((plan) => cityName(plan) ?? plan.series))]
  return phrase`自治体${CountOf(cities)}、プラン${CountOf(plans)}件を、文書${CountOf(all)}件から収めた。数字はそれぞれのプランのページにあるもので、比べられるものだけを下で並べる。`
}

/** The field that narrows the list where scripts run. */
export function libraryFilter(): Html {
  return html`<form class="filter" data-filters="plans" hidden><label>キーワードで絞り込む <input type="search" data-column="all" autocomplete="off"></label>
<output aria-live="polite"></output></form>`
}

/** What says, where scripts run, which plans are chosen to be compared, and takes the choice back. */
export function chosenPlans(): Html {
  return html`<form class="filter" data-chosen-plans="${mostCompared}" hidden><output aria-live="polite"></output> <button type="reset" hidden>すべてを比べる</button></form>`
}

/** How many plans can be set side by side by choice: more than a reader keeps apart. */
const mostCompared = 6

/** Every current plan with its main numbers, each leading to its page, and the earlier editions of its series. */
export function libraryCard(page: PageContext): Card {
  return {
    id: 'plans',
    finding: '収録プランと主な数字',
    scope:
      '現行の版のプラン1件に1行。効果額は書かれた年度の合計で、別の行に含まれる額や再掲、合計できない項目の額は入らない。数字からそのプランのページへつながる。',
    table: {
      head: ['プラン', '自治体', '期間', '版', '項目', '効果額の合計 (円)', 'うち寄附 (円)', '総括評価', '一致しない箇所', '前の版'],
      rows: page.warehouse.library.map((each) => PlanRow(page, each)),
    },
    source: '各プランの文書',
  }
}

function PlanRow(page: PageContext, { plan, measures }: LibraryPlan) {
  const link = (path: string, words: string) => html`<a href="${planHref(page, plan, path)}">${words}</a>`
  const edition = [plan.edition && (editions[plan.edition] ?? plan.edition), plan.published_on && `${eraDate(plan.published_on)}公表`]
    .filter(Boolean)
    .join('、')
  const open = measures.open_items > 0 && html`<br>合計できない項目${measures.open_items}件を除く`
  return [
    { value: planName(plan), shown: html`${ChooseBox(plan)}${link('/index', planName(plan))}` },
    cityOf(plan) ?? '',
    yearRange(plan.first_fiscal_year, plan.last_fiscal_year),
    edition,
    { value: measures.items, shown: link('/items/index', formatNumber(measures.items)) },
    {
      value: measures.effect_yen,
      shown: measures.effect_yen === null ? html`${noData}${open}` : html`${link('/effects', formatNumber(measures.effect_yen))}${open}`,
    },
    { value: measures.donation_yen, shown: measures.donation_yen === null ? noData : formatNumber(measures.donation_yen) },
    { value: measures.ratings ?? '', shown: measures.ratings === null ? noData : link('/ratings', measures.ratings) },
    { value: measures.differs, shown: link('/checks', formatNumber(measures.differs)) },
    earlierCell(page, plan),
  ]
}

/** Chooses a plan to be compared, where scripts run. */
function ChooseBox(plan: Row<'plans'>): Html {
  return html`<input type="checkbox" class="choose-plan" value="${plan.plan_id}" aria-label="${planName(plan)}を比べる" hidden>`
}

/** The earlier editions of a plan's series, and how many values later ones restated, leading to where its own pages say more. */
function earlierCell(page: PageContext, plan: Row<'plans'>): { value: string; shown: Html } {
  const ofSeries = ({ series }: { series: string }) => series === plan.series
  const editions = page.warehouse.editions.filter((each) => ofSeries(each) && !each.is_current)
  const restated = page.warehouse.table('restatements').filter(ofSeries).length
  const names = editions.map(({ source_name, as_of_fiscal_year: year }) => (year === null ? source_name : `${source_name} (${eraYear(year)}まで)`))
  const parts = [
    { words: names.join('、'), href: `${planHref(page, plan, '/about')}#library` },
    { words: restated === 0 ? '' : `改められた値${restated}件`, href: `${planHref(page, plan, '/checks')}#restated` },
  ].filter(({ words }) => words !== '')
  return {
    value: parts.map(({ words }) => words).join('、'),
    shown: html`${parts.map(({ words, href }, index) => html`${index > 0 && '、'}<a href="${href}">${words}</a>`)}`,
  }
}
