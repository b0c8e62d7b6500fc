import type { Row } from '../../loaders/tables.ts'
import { cssString } from '../format/css-string.ts'
import { editions } from '../format/editions.ts'
import { yearRange } from '../format/years.ts'
import { Html } from '../markup/html.ts'

/** The margins of every printed sheet: title and edition above, sheet number below; a script adds date and address. */
export function PageMargins(plan: Row<'plans'>): Html {
  const title = `${plan.title ?? plan.plan_id} 取組実績 ${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}`
  const edition = plan.edition === null ? '' : `${editions[plan.edition] ?? ''}${plan.edition === 'digest' ? ' (文章は書き直したもの)' : ''}`
  return new Html(`<style>@page { @top-left { content: ${cssString(title)} } @top-right { content: ${cssString(edition)} } }</style>`)
}
