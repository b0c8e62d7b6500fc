import * as Plot from '@observablehq/plot'
import { Html } from '../markup/html.ts'
import { attributesOf, type Topic } from '../markup/topic.ts'
import { chartStyle, finishSvg } from './finish-svg.ts'

/** How wide a chart is drawn, in CSS pixels: once for desks and paper, once for phones. */
export interface ChartSize {
  width: number
}

let makesElements: Document | undefined

/** Says what makes the elements of charts where there is no browser; in one it is the page itself. */
export function drawWith(document: Document): void {
  makesElements = document
}

/**
 * Draws a chart to SVG; `label` is its name for those who do not see it. What is drawn of data that have the parts of a topic
 * (`itemNo`, `fiscalYear`, `department`) carries it in attributes.
 */
export function drawPlot(label: string, options: Plot.PlotOptions): Html {
  sayTopics(options.marks ?? [])
  return new Html(finishSvg(Plot.plot({ document: makesElements ?? document, style: chartStyle, ...options }), label).outerHTML)
}

/** Lets marks say the topic of each shape and label that they draw of one datum; lines, which are drawn of several, say none. */
function sayTopics(marks: readonly Plot.Markish[]): void {
  for (const mark of marks) {
    if (Array.isArray(mark)) sayTopics(mark)
    else if (mark instanceof Plot.Mark && 'data' in mark && Array.isArray(mark.data)) sayTopicsOf(mark, mark.data)
  }
}

function sayTopicsOf(mark: Plot.RenderableMark, data: readonly unknown[]): void {
  const { render } = mark
  mark.render = (index, ...drawing) => {
    const drawn = render.call(mark, index, ...drawing)
    if (drawn?.children.length === index.length)
      index.forEach((place, child) => {
        for (const [name, value] of attributesOf(topicOf(data[place]))) drawn.children[child]?.setAttribute(name, value)
      })
    return drawn
  }
}

function topicOf(datum: unknown): Topic {
  return typeof datum === 'object' && datum !== null ? datum : {}
}
