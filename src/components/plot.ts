import * as Plot from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import { Html } from './html.ts'

const { document } = new JSDOM('').window

/** How wide a chart is drawn, in CSS pixels: once for desks and paper, once for phones. */
export interface ChartSize {
  width: number
}

/** Draws a chart to SVG while the site is built; `label` is its name for those who do not see it. */
export function drawPlot(label: string, options: Plot.PlotOptions): Html {
  const svg = Plot.plot({
    document,
    style: { fontFamily: 'inherit', fontSize: '12px', background: 'none', overflow: 'visible' },
    ...options,
  })
  for (const mark of svg.querySelectorAll('[aria-label]')) {
    mark.setAttribute('class', `mark-${mark.getAttribute('aria-label')?.replaceAll(' ', '-')}`)
    mark.removeAttribute('aria-label')
  }
  for (const link of svg.querySelectorAll('a')) {
    const address = link.getAttributeNS('http://www.w3.org/1999/xlink', 'href')
    link.removeAttributeNS('http://www.w3.org/1999/xlink', 'href')
    link.setAttribute('href', address ?? '')
  }
  svg.setAttribute('role', svg.querySelector('a') ? 'group' : 'img')
  svg.setAttribute('aria-label', label)
  return new Html(svg.outerHTML)
}
