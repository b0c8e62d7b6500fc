import { type Html, html } from '../markup/html.ts'
import type { Answer } from './answer.ts'
import { type Catalog, type CatalogTable, measureOf, rowCount } from './catalog.ts'
import { labelOf } from './load.ts'
import {
  aggregateNames,
  aggregatesOf,
  chartNames,
  chartsOf,
  donationNames,
  type Money,
  moneyUnits,
  orderNames,
  partNames,
  type Question,
  viewNames,
  viewsOf,
} from './question.ts'

interface Option {
  value: string
  title: string
}

/** All choices for a table: what is in rows and columns, the measure, how it is summed up and drawn. */
export function Choices(catalog: Catalog, table: CatalogTable, question: Question): Html {
  const dimensions = table.dimensions.map(({ name, title }) => ({ value: name, title }))
  const none = { value: '', title: '(なし)' }
  const across = [none, ...dimensions.filter(({ value }) => value !== question.rows)]
  const measures = [...table.measures, rowCount].map(({ name, title, unit }) => ({
    value: name,
    title: unit && name !== rowCount.name ? `${title} (${unit})` : title,
  }))
  const measure = measureOf(table, question.measure)
  const views = viewsOf(table, question)
  const moneys = Object.entries(moneyUnits).map(([value, { name }]) => ({ value: value as Money, title: name }))
  return html`${Select(
    'table',
    '表',
    catalog.tables.map(({ name, title, rowCount: rows }) => ({ value: name, title: `${title} (${rows}行)` })),
    question.table,
  )}
${Select('rows', '行', dimensions, question.rows)}
${Select('columns', '列', across, question.columns)}
${Select('measure', '値', measures, question.measure)}
${question.measure !== rowCount.name && Select('aggregate', '集計方法', named(aggregatesOf(measure), aggregateNames), question.aggregate)}
${views.length > 1 && Select('view', '表し方', named(views, viewNames), question.view)}
${table.donations && Select('donations', '寄附', named(['with', 'without', 'only'] as const, donationNames), question.donations)}
${measure.unit === '円' && Select('money', '金額の単位', moneys, question.money)}
${table.partColumn && Select('parts', '内訳', named(['wholes', 'parts'] as const, partNames), question.parts)}
${Select('order', '行の順', named(['document', 'greatest'] as const, orderNames), question.order)}
${Select('chart', '図', named(chartsOf(table, question), chartNames), question.chart)}`
}

function named<K extends string>(keys: readonly K[], names: Readonly<Record<K, string>>): Option[] {
  return keys.map((key) => ({ value: key, title: names[key] }))
}

function Select(name: string, title: string, options: readonly Option[], chosen: string): Html {
  return html`<label class="choice">${title} <select name="${name}">${options.map(
    (option) => html`<option value="${option.value}"${option.value === chosen && html` selected`}>${option.title}</option>`,
  )}</select></label>`
}

/** A filter for each dimension; an open one has its keys, each with the rows it would give while all other filters stay. */
export function Filters(table: CatalogTable, question: Question, answer: Answer, open: ReadonlySet<string>): Html {
  return html`${table.dimensions.map((dimension) => {
    const isOpen = open.has(dimension.name)
    const counts = isOpen ? answer.counts(dimension.name) : new Map<string, number>()
    const kept = question.filters[dimension.name]
    const state = kept === undefined ? 'すべて' : `${kept.length}件を選択`
    return html`<details class="explore-filter" data-filter="${dimension.name}"${isOpen && html` open`}><summary>${dimension.title}: ${state}</summary><fieldset><legend class="hidden">${dimension.title}で絞る</legend>${[
      ...counts,
    ].map(
      ([key, count]) =>
        html`<label><input type="checkbox" name="only.${dimension.name}" value="${key}"${kept?.includes(key) && html` checked`}> ${labelOf(dimension, key)} <small>${count}行</small></label>`,
    )}</fieldset></details>`
  })}`
}
