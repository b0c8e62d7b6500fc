import type { MartRow } from '../../../loaders/warehouse/marts/definitions.ts'
import type { Warehouse } from '../../data/warehouse.ts'
import { ChangeWords } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { type Phrase, phrase } from '../../markup/html.ts'
import { Yen } from '../effects/effects.ts'

/** What was collected in a fiscal year. */
export type CollectionYear = MartRow<'collection_years'>

/** What was collected in the last year that lists claims; undefined where none does. */
export function latestCollection(warehouse: Warehouse): CollectionYear | undefined {
  return warehouse.mart('collection_years').at(-1)
}

/** What was collected in a year with its change on the year before: 786万円、84.1%減. */
export function CollectedAndChange(page: PageContext, year: CollectionYear): Phrase {
  const change = ChangeWords(page, page.fact(year, 'change_percent'))
  return phrase`${Yen(page, page.fact(year, 'amount_yen'))}${change && phrase`、${change}`}`
}

/** The row of a fiscal year, if there is one. */
export function inYear<T extends { fiscal_year: number }>(rows: readonly T[], fiscalYear: number): T | undefined {
  return rows.find(({ fiscal_year }) => fiscal_year === fiscalYear)
}
