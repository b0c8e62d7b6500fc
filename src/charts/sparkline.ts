import { noData } from '../format/numbers.ts'
import { shortEraYear } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'

/** Bars of a few years without axes, zero-based; the last is the one in colour. The words beside it say the values. */
export function Sparkline(points: readonly { fiscalYear: number; value: number | null }[], format: (value: number) => string): Html | undefined {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length < 2) return undefined
  const top = Math.max(...values, 0)
  const label = points.map(({ fiscalYear, value }) => `${shortEraYear(fiscalYear)} ${value === null ? noData : format(value)}`).join('、')
  const width = 36
  const bars = points.map(({ value, fiscalYear }, index) => {
    const height = value === null || top === 0 ? 0 : Math.max(1, Math.round((Math.max(value, 0) / top) * 28))
    const x = index * (width + 4)
    return html`<rect x="${x}" y="${30 - height}" width="${width}" height="${height}" fill="var(--series-1${index < points.length - 1 && '-soft'})"/><text x="${x + width / 2}" y="42" text-anchor="middle">${shortEraYear(fiscalYear)}</text>`
  })
  return html`<svg class="spark" role="img" aria-label="${label}" width="${points.length * (width + 4)}" height="46" viewBox="0 0 ${points.length * (width + 4)} 46">${bars}</svg>`
}
