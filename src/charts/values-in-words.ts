import { eraYear } from '../format/years.ts'

/** A value of a chart: whose it is, in which fiscal year, and how the chart writes it. */
interface ShownValue {
  group: string
  fiscalYear: number
  text: string
}

/** What a chart of groups and years shows, for those who do not see it: 総務課 令和2年度 4件、令和3年度 5件。財政課 …. */
export function valuesInWords(values: readonly ShownValue[]): string {
  const groups = [...new Set(values.map(({ group }) => group))]
  const ofGroup = (name: string) => values.filter(({ group }) => group === name).map(({ fiscalYear, text }) => `${eraYear(fiscalYear)} ${text}`)
  return groups.map((group) => `${group} ${ofGroup(group).join('、')}`).join('。')
}
