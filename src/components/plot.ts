import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { chartStyle, finishSvg } from './finish-svg.ts'
import { Html } from './html.ts'

const { document } = new JSDOM('').window

/** How wide a chart is drawn, in CSS pixels: once for desks and paper, once for phones. */
export interface ChartSize {
  width: number
}

/** Draws a chart to SVG while the site is built; `label` is its name for those who do not see it. */
export function drawPlot(label: string, options: Plot.PlotOptions): Html {
  return new Html(finishSvg(Plot.plot({ document, style: chartStyle, ...options }), label).outerHTML)
}
