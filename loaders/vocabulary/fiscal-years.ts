/** The days that fiscal years cover, as ISO 8601 text: the first of April to the last of March; undefined where years are not known. */
export function daysOfYears(first: number | null, last: number | null): { start: string; end: string } | undefined {
  return first === null || last === null ? undefined : { start: `${first}-04-01`, end: `${last + 1}-03-31` }
}

/** The fiscal year that a day (ISO 8601) lies in: 2021-03-31 → 2020. */
export function fiscalYearOfDay(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month >= 4 ? year : year - 1
}
