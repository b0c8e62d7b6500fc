import type { Row } from '../../../loaders/tables.ts'
import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import { FactNumber, factInFull } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { ReadText } from '../../evidence/read-text.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { digestNote, editions } from '../../format/editions.ts'
import { notGiven, notStated } from '../../format/nothing-words.ts'
import { formatYen } from '../../format/numbers.ts'
import { publicationFacts } from '../../format/publication.ts'
import { eraYear, yearRange } from '../../format/years.ts'
import { commonYenUnit } from '../../format/yen-units.ts'
import { type Html, html, joinWords, type Phrase, phrase } from '../../markup/html.ts'
import { DataTable } from '../../markup/table.ts'
import { Yen, YenIn } from '../effects/effects.ts'
import { openEffectsNote } from '../effects/open.ts'
import { ItemName, itemCell } from '../item-links.ts'
import { donationWords } from '../items/effects.ts'
import { departmentFact, goalFact, missingNote } from '../items/head.ts'
import { rowsOfItem } from '../items/item-of.ts'
import { PublicationWords } from '../publication-words.ts'
import { nextName } from '../ratings/next.ts'
import { isRated, RatingMark, ratingCell, scaleNote } from '../ratings/ratings.ts'
import { resultCell } from '../ratings/targets.ts'

type Item = Row<'items'>

/** The title sheet: plan, years, edition and document, and every item with its rating. */
export function handoutHead(page: PageContext): Html {
  const { plan } = page.warehouse
  const facts: readonly (readonly [string, Html | string])[] = [
    ['プラン', plan.title ?? plan.plan_id],
    ['期間', yearRange(plan.first_fiscal_year, plan.last_fiscal_year)],
    ['文書', plan.source_name],
    ['版', plan.edition === null ? notGiven : `${editions[plan.edition] ?? plan.edition}${plan.edition === 'digest' ? `。${digestNote}` : ''}`],
    ...publicationFacts(plan).map((fact) => [fact.name, PublicationWords(fact)] as const),
  ]
  const items = page.warehouse.table('items')
  return html`<div class="handout handout-head"><dl class="about-facts">${facts.map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl>
<p>${scaleNote(page)}</p>
<h2 id="handout-items">項目と評価</h2>
${DataTable({ head: ['項目', '担当課', '評価'], rows: items.map((item) => [itemCell(page, item), item.lead_department ?? notStated, ratingCell(page, item)]) }, 'handout-items')}</div>`
}

/** Every item in short, one after another: what it was for, what it came to, what was reported and what is left. */
export function handoutItems(page: PageContext): Html {
  return html`<div class="handout">${page.warehouse.table('items').map((item) => html`${HandoutItem(page, item)}\n`)}</div>`
}

function HandoutItem(page: PageContext, item: Item): Html {
  const facts: readonly (readonly [string, Html | string | undefined])[] = [
    ['総括評価', isRated(item) ? RatingMark(page, item) : notStated],
    ['担当課', departmentFact(page, item)],
    ['改善・推進目標', goalFact(page, item)],
    ['効果額', EffectWords(page, item)],
    ['目標と実績', TargetWords(page, item)],
  ]
  const shown = facts.filter((fact): fact is readonly [string, Html | string] => fact[1] !== undefined)
  return html`<section class="handout-item" aria-labelledby="item-${item.item_no}"><h2 id="item-${item.item_no}">${ItemName(page, item)}</h2>
${missingNote(page, item)}
<dl>${shown.map(([name, fact]) => html`<dt>${name}</dt><dd>${fact}</dd>`)}</dl>
${Results(page, item)}${Reviews(page, item)}</section>`
}

/** The effects of each year and of all together; undefined where the item states none in yen. */
function EffectWords(page: PageContext, item: Item): Phrase | undefined {
  const years = rowsOfItem(page.warehouse.mart('effect_item_years'), item)
  const open = openEffectsNote(page, item.item_no)
  if (years.length === 0) return open
  const [support] = rowsOfItem(page.warehouse.mart('rating_support'), item)
  const unit = commonYenUnit(years.map(({ amount_yen }) => amount_yen))
  const ofYears = years.map((year) => phrase`${eraYear(year.fiscal_year)}${YenIn(page, unit, page.fact(year, 'amount_yen'))}`)
  const total = support && years.length > 1 && phrase`、全年度で${Yen(page, page.fact(support, 'effect_yen'))}`
  return phrase`${joinWords(ofYears, '、')}${total}。${donationWords(years)}${open}`
}

/** Each target with what came of it; undefined where there is none. */
function TargetWords(page: PageContext, item: Item): Html | undefined {
  const targets = rowsOfItem(page.warehouse.mart('item_targets'), item)
  return targets.length === 0 ? undefined : html`${targets.map((target, index) => html`${index > 0 && '、'}${TargetInWords(page, target)}`)}。`
}

function TargetInWords(page: PageContext, target: MartRow<'item_targets'>): Html {
  const amount = (fact: NumberFact) => FactNumber(page, fact, fact.unit === '円' ? formatYen(fact.value) : factInFull(fact))
  const [planned, actual] = [page.fact(target, 'target'), page.fact(target, 'actual')]
  const result = resultCell(target)
  const came = actual && phrase`に対して${amount(actual)}`
  return html`${eraYear(target.fiscal_year)}は${planned && amount(planned)}${came} (${typeof result === 'string' ? result : result.shown})`
}

function Results(page: PageContext, item: Item): Html {
  const rows = rowsOfItem(page.warehouse.table('results'), item)
  const years = [...new Set(rows.map(({ fiscal_year }) => fiscal_year))].sort((a, b) => a - b)
  return html`${years.map((year) =>
    Texts(
      page,
      `${eraYear(year)}の実績`,
      rows.filter(({ fiscal_year }) => fiscal_year === year),
    ),
  )}`
}

function Reviews(page: PageContext, item: Item): Html {
  const rows = rowsOfItem(page.warehouse.table('reviews'), item)
  const names = { achieved: '達成できたこと', not_achieved: '達成できなかったこと', next: `課題: ${nextName(page.warehouse.plan, item)}` }
  return html`${(['achieved', 'not_achieved', 'next'] as const).map((wanted) =>
    Texts(
      page,
      names[wanted],
      rows.filter(({ kind }) => kind === wanted),
    ),
  )}`
}

/** Texts under their head; nothing where there are none. */
function Texts(page: PageContext, head: string, rows: readonly (Row<'results'> | Row<'reviews'>)[]): Html | undefined {
  if (rows.length === 0) return undefined
  return html`<h3>${head}</h3><ul class="texts">${rows.map((row) => html`<li>${ReadText(page, row.text, row)}</li>`)}</ul>`
}
