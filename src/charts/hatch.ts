/** A Plot mark that defines a hatching of a series colour once, to be used as `fill: url(#id)`; the id must be new on the page. */
export function hatchPattern(id: string, colour: string) {
  let isDefined = false // Plot draws a mark once for every facet
  return (_index: unknown, _scales: unknown, _values: unknown, _dimensions: unknown, context?: { document: Document }): SVGElement | null => {
    if (!context || isDefined) return null
    isDefined = true
    const make = (name: string, attributes: Readonly<Record<string, string>>, ...children: SVGElement[]): SVGElement => {
      const element = context.document.createElementNS('http://www.w3.org/2000/svg', name) as SVGElement
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      element.append(...children)
      return element
    }
    const ground = make('rect', { width: '6', height: '6', fill: 'var(--card)' })
    const stripe = make('rect', { width: '3', height: '6', fill: colour })
    const pattern = make('pattern', { id, width: '6', height: '6', patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, ground, stripe)
    return make('defs', {}, pattern)
  }
}
