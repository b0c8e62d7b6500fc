import type { Row } from '../../loaders/dictionary/tables.ts'
import { editions } from '../format/editions.ts'
import { yearRange } from '../format/years.ts'
import { Html } from './html.ts'

/** The margins of every printed sheet: title and edition above, sheet number below; a script adds date and address. */
export function PageMargins(plan: Row<'plans'>): Html {
  const title = `${plan.title ?? plan.plan_id} 取組実績 ${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}`
  const edition = plan.edition === null ? '' : (editions[plan.edition] ?? '')
  return new Html(`<style>@page { @top-left { content: ${cssString(title)} } @top-right { content: ${cssString(edition)} } }</style>`)
}

/** A text as a CSS string that is safe inside a style element too. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>&\n\r\f\0]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
}
