import type { Row } from '../../../loaders/dictionary/tables.ts'
import type { Operand } from '../../evidence/numbers.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { baseValue } from '../../facts/base-value.ts'
import { formatNumber } from '../../format/numbers.ts'
import { type Html, html } from '../../markup/html.ts'

/** The numbers that the computed side of a check was made of, each leading to where the document states it. */
export function checkOperands({ warehouse }: Pick<PageContext, 'warehouse'>, { check_no }: Row<'checks'>): Operand[] {
  const figures = warehouse.table('figures')
  return warehouse
    .table('checkOperands')
    .filter((operand) => operand.check_no === check_no && operand.side === 'computed')
    .map(({ name, value, figure_no }) => {
      const figure = figures.find((other) => other.figure_no === figure_no)
      return { name, number: figure ? FigureNumber(figure, value) : html`${shown(value)}` }
    })
}

/** A value in its base unit, leading to the number that states it. */
function FigureNumber(figure: Row<'figures'>, value: number): Html {
  const unit = figure.role === 'amount' ? '円' : (figure.unit ?? '')
  const isWhole = baseValue(figure) === value
  return html`<a class="read" href="/source.html#n${figure.figure_no}" title="原文${figure.source_line}行"${isWhole && html` data-value="${value}"`}>${shown(value)}${unit}</a>`
}

function shown(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1)
}
