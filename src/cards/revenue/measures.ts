import { ChangeWords, factCell } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import type { NumberFact } from '../../facts/fact.ts'
import { bothYears } from '../../format/years.ts'
import { type Phrase, phrase, Together } from '../../markup/html.ts'
import type { Cell } from '../../markup/table.ts'

/** A measure in a fiscal year with its change on the year before; undefined where there is none. */
export interface MeasureFacts {
  value: NumberFact | undefined
  change: NumberFact | undefined
  percent: NumberFact | undefined
}

/** A row of a table of measures: its name with its unit, year, value, and change on the year before. */
export function measureRow(page: PageContext, name: string, fiscalYear: number, { value, change, percent }: MeasureFacts): Cell[] {
  return [name, bothYears(fiscalYear), factCell(page, value), factCell(page, change), factCell(page, percent)]
}

/** What a measure is called in a table: 金額 (円). */
export function measureName({ name, unit }: { name: string; unit: string }): string {
  return `${name} (${unit})`
}

/** A change in percent in brackets that stay on one line; undefined where there is none. */
export function change(page: PageContext, percent: NumberFact | undefined): Phrase | undefined {
  const words = ChangeWords(page, percent)
  return words && phrase` ${Together(phrase`(${words})`)}`
}
