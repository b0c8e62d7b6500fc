import { basename } from 'node:path'
import type { Words } from '../document/words.ts'
import type { PlanInput } from '../plan-input.ts'
import type { PlanReading } from '../read-plan.ts'
import type { Row } from '../tables.ts'

/** The row of a plan: what `plan.json` says, and what it does not, from the document's title and years. */
export function readPlanRow(input: PlanInput, { document, readings }: PlanReading, documentPath: string): Row<'plans'> {
  const { description } = input
  const title = document.title && planTitle(document.title)
  const planNo = document.title?.match(/(?:第?\s*(?=\d+\s*次)|第\s*(?=\d+\s*期))(?<no>\d+)/d)?.form('no')
  const years = [...readings.schedules, ...readings.results].map(({ fiscal_year }) => fiscal_year)
  return {
    plan_id: input.planId,
    title: description.title ?? title?.text ?? null,
    plan_no: description.planNo ?? (planNo === undefined ? null : Number(planNo)),
    municipality: description.municipality,
    municipality_code: description.municipalityCode,
    first_fiscal_year: years.length > 0 ? years.reduce((a, b) => Math.min(a, b)) : null,
    last_fiscal_year: years.length > 0 ? years.reduce((a, b) => Math.max(a, b)) : null,
    edition: description.edition,
    source_name: description.sourceName ?? basename(documentPath),
    source_sha256: input.sha256,
  }
}

/** The plan's name in the document's title: the words up to プラン, 計画 or 大綱, and a bracket with its number: 計画（第3期）. */
function planTitle(title: Words): Words {
  const name = title.match(/^.*?(?:プラン|計画|大綱)(?:\s*\(\s*第?\s*\d+\s*[次期]\s*\))?/)
  return name ? title.slice(0, name.end) : title
}
