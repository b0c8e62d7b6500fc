import { circled, ScheduleChart } from '../../charts/schedule-chart.ts'
import { itemAnchors } from '../../evidence/anchors.ts'
import { LineLink, lineHref } from '../../evidence/fact-number.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { placeOfLine } from '../../evidence/places.ts'
import { ReadText } from '../../evidence/read-text.ts'
import { notApplicable } from '../../format/nothing-words.ts'
import { bothYears, yearRange } from '../../format/years.ts'
import { html } from '../../markup/html.ts'
import type { Card } from '../card.ts'
import { sourceLines } from '../item-links.ts'
import { countsInWords, itemOf, planYears, rowsOfItem } from './item-of.ts'

/** The schedule as a strip of years. Nothing where the item has none. */
export function scheduleCard(page: PageContext): Card | undefined {
  const rows = rowsOfItem(page.warehouse.table('schedules'), itemOf(page))
  if (rows.length === 0) return undefined
  const years = planYears(page, rows)
  const planned = rows.map((row) => ({
    workstreamNo: row.workstream_no,
    workstream: row.workstream,
    fiscalYear: row.fiscal_year,
    initiativeNo: row.initiative_no,
    note: row.note,
    href: lineHref(row.source_line),
  }))
  const workstreams = [...new Map(rows.map((row) => [row.workstream_no, row]))]
  const marks = (no: number, year: number) =>
    rows
      .filter(({ workstream_no, fiscal_year }) => workstream_no === no && fiscal_year === year)
      .map(({ initiative_no, note }) => `${initiative_no === null ? '' : circled(initiative_no)}${note === null ? '' : ` (${note})`}`)
      .join('')
  return {
    id: 'schedule',
    tables: ['schedules'],
    width: 'half',
    finding: `計画した取組は${countsInWords(years.map((year) => ({ year, count: countIn(rows, year) })))}`,
    scope: `改善スケジュール、${yearRange(years[0] ?? null, years.at(-1) ?? null)}。丸数字は主な取組内容の番号。`,
    chart: (size) => ScheduleChart(planned, years, size),
    table: {
      head: ['改善・推進の内容', ...years.map(bothYears)],
      rows: workstreams.map(([no, row]) => [
        { value: row.workstream, shown: LineLink(placeOfLine(page.warehouse, row.source_line), row.workstream) },
        ...years.map((year) => marks(no, year) || notApplicable),
      ]),
    },
    source: sourceLines(page, rows),
  }
}

/** How many different initiatives are planned in a year. */
function countIn(rows: readonly { fiscal_year: number; workstream_no: number; initiative_no: number | null }[], year: number): number {
  return new Set(rows.filter(({ fiscal_year }) => fiscal_year === year).map(({ workstream_no, initiative_no }) => initiative_no ?? `w${workstream_no}`)).size
}

/** 主な取組内容, each with its circled number. Nothing where the item has none. */
export function initiativesCard(page: PageContext): Card | undefined {
  const rows = rowsOfItem(page.warehouse.table('initiatives'), itemOf(page))
  if (rows.length === 0) return undefined
  return {
    id: 'initiatives',
    tables: ['initiatives'],
    width: 'half',
    finding: `主な取組は${rows.length}件`,
    scope: '主な取組内容。番号は改善スケジュールの丸数字。',
    body: html`<ul class="texts numbered">${rows.map((row) => html`<li id="${itemAnchors.initiative(row)}"><b>${circled(row.initiative_no)}</b> <span>${ReadText(page, row.text, row)}</span></li>`)}</ul>`,
    source: sourceLines(page, rows),
  }
}
