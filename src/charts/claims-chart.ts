import * as Plot from '@observablehq/plot'
import { textEms } from '../../loaders/document/text-width.ts'
import { noData } from '../format/numbers.ts'
import { shortEraYear } from '../format/years.ts'
import { commonYenUnit, formatYenIn } from '../format/yen-units.ts'
import type { Html } from '../markup/html.ts'
import type { Topic } from '../markup/topic.ts'
import { haloed } from './label-halo.ts'
import { type ChartSize, drawPlot } from './plot.ts'
import { valuesInWords } from './values-in-words.ts'
import { wrapLabel } from './wrap.ts'

/** What was collected for a claim in a fiscal year, in yen. */
export interface ClaimYear extends Topic {
  claim: string
  fiscalYear: number
  yen: number
  href: string
  /** what the bar says; the amount where it is left out */
  text?: string
}

/** Collected amounts by claim (or by what `what` names), one bar a year, the same scale throughout; in the order given. */
export function ClaimsChart(claims: readonly ClaimYear[], { width }: ChartSize, what = '債権'): Html {
  const names = [...new Set(claims.map(({ claim }) => claim))]
  const years = [...new Set(claims.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b)
  const latest = years.at(-1)
  const missing = names.flatMap((claim) =>
    years.filter((year) => !claims.some((row) => row.claim === claim && row.fiscalYear === year)).map((fiscalYear) => ({ claim, fiscalYear })),
  )
  const isWide = width >= 500
  const unit = commonYenUnit(claims.map(({ yen }) => yen))
  const words = ({ yen, text }: ClaimYear) => text ?? formatYenIn(unit, yen)
  const values = claims.map((claim) => ({ group: claim.claim, fiscalYear: claim.fiscalYear, text: words(claim) }))
  return drawPlot(`${what}ごとの納付額。${valuesInWords(values)}`, {
    width,
    height: names.length * years.length * 19 + names.length * (isWide ? 12 : 30) + 30,
    marginLeft: isWide ? 190 : 34,
    marginRight: Math.max(76, ...claims.map((claim) => textEms(words(claim)) * 10 + 12)),
    marginTop: 18,
    marginBottom: 8,
    x: { axis: null, domain: [0, Math.max(...claims.map(({ yen }) => yen))] },
    y: { domain: years, tickFormat: shortEraYear, label: null, tickSize: 0, padding: 0.15 },
    fy: { domain: names, label: null, axis: null, padding: isWide ? 0.14 : 0.3 },
    marks: [
      Plot.axisY({ tickFormat: shortEraYear, tickSize: 0, label: null, fontSize: 11 }),
      Plot.barX(claims, {
        x: 'yen',
        y: 'fiscalYear',
        fy: 'claim',
        fill: ({ fiscalYear }: ClaimYear) => (fiscalYear === latest ? 'var(--series-1)' : 'var(--series-1-soft)'),
      }),
      Plot.ruleX([0], { stroke: 'var(--axis)' }),
      Plot.text(missing, { x: () => 0, y: 'fiscalYear', fy: 'claim', text: () => noData, textAnchor: 'start', dx: 5, fill: 'var(--second-ink)' }),
      Plot.text(claims, {
        x: 'yen',
        y: 'fiscalYear',
        fy: 'claim',
        text: words,
        href: 'href',
        textAnchor: 'start',
        dx: 5,
      }),
      Plot.text(names, {
        fy: (name: string) => name,
        text: (name: string) => wrapLabel(name, isWide ? 12 : 25),
        frameAnchor: isWide ? 'left' : 'top-left',
        textAnchor: isWide ? 'end' : 'start',
        dx: isWide ? -34 : 0,
        dy: isWide ? 0 : -15,
        fontWeight: 'bold',
        ...haloed(),
      }),
    ],
  })
}
