import type { Page } from 'playwright-core'

/** What was looked at of a page's text, and every text without colour or too faint on what lies under it. */
export interface ContrastFindings {
  looked: number
  inCharts: number
  problems: string[]
}

/**
 * Measures the contrast of every text of a page as it is shown (WCAG 1.4.3: 4.5, large text 3), text of charts and signs
 * among it: at points along each line of it, against the shapes and grounds painted beneath, blended down to the first
 * that lets nothing through; of a hatching, against both of its colours.
 */
export function contrastFindings(page: Page): Promise<ContrastFindings> {
  return page.evaluate(measureContrast)
}

/** Runs in the browser. */
function measureContrast(): ContrastFindings {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  // labels let the pointer through to the shapes under them: while measuring, every painted thing is to be hit
  const hit = document.createElement('style')
  hit.textContent = '* { pointer-events: auto !important } svg * { pointer-events: visiblePainted !important }'
  document.head.append(hit)

  const parse = (css: string): Colour => {
    const parts = /^rgba?\(([^)]*)\)$/
      .exec(css)?.[1]
      ?.split(/[\s,/]+/)
      .map(Number)
    if (!parts) throw new TypeError(`unknown colour: ${css}`)
    return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0, parts[3] ?? 1]
  }
  const over = ([r, g, b, a]: Colour, under: Colour): Colour => [r * a + under[0] * (1 - a), g * a + under[1] * (1 - a), b * a + under[2] * (1 - a), 1]
  const luminance = (colour: Colour) => {
    const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const ratio = (a: Colour, b: Colour) => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (high + 0.05) / (low + 0.05)
  }
  const opacities = new Map<Element, number>()
  const opacity = (element: Element): number => {
    const known = opacities.get(element)
    if (known !== undefined) return known
    const product = Number(getComputedStyle(element).opacity) * (element.parentElement ? opacity(element.parentElement) : 1)
    opacities.set(element, product)
    return product
  }
  const faded = (css: string, share: number): Colour => {
    const [r, g, b, a] = parse(css)
    return [r, g, b, a * share]
  }
  /** the colours that a paint may have at a point: one, or those of a pattern */
  const paints = (paint: string, share: number): Colour[] => {
    const id = /^url\("?#([^")]+)"?\)/.exec(paint)?.[1]
    if (id === undefined) return paint === 'none' ? [] : [faded(paint, share)]
    const pieces = [...(document.getElementById(id)?.querySelectorAll('rect, path, line') ?? [])]
    if (pieces.length === 0) throw new TypeError(`unknown pattern: ${paint}`)
    return pieces.map((piece) => faded(getComputedStyle(piece).fill, share))
  }
  const boxes = new Map<Element, Colour[][]>()
  /** the ground of an element that is no shape, the same at every point of it */
  const box = (element: Element): Colour[][] => {
    if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) return []
    const style = getComputedStyle(element)
    if (style.backgroundImage !== 'none') throw new TypeError(`picture under text: ${element.outerHTML.slice(0, 80)}`)
    return [[faded(style.backgroundColor, opacity(element))]]
  }
  /** the layers that an element paints at a point, from the top; each with the colours that it may have there */
  const layers = (element: Element, x: number, y: number): Colour[][] => {
    if (element instanceof SVGGeometryElement) {
      const style = getComputedStyle(element)
      const point = new DOMPoint(x, y).matrixTransform(element.getScreenCTM()?.inverse())
      const share = opacity(element)
      return [
        ...(element.isPointInStroke(point) ? [paints(style.stroke, share * Number(style.strokeOpacity))] : []),
        ...(element.isPointInFill(point) ? [paints(style.fill, share * Number(style.fillOpacity))] : []),
      ].filter((colours) => colours.length > 0)
    }
    const known = boxes.get(element) ?? box(element)
    boxes.set(element, known)
    return known
  }
  const base: Colour = matchMedia('(prefers-color-scheme: dark)').matches ? [18, 18, 18, 1] : [255, 255, 255, 1]
  /** every colour that the ground may have beneath a text */
  const grounds = (stack: readonly Colour[][]): Colour[] => {
    const [top, ...rest] = stack
    if (!top) return [base]
    return top.flatMap((colour) => (colour[3] >= 0.999 ? [colour] : grounds(rest).map((under) => over(colour, under))))
  }
  /** whether it is the head of a table that stands in blocks, each of its cells with its heading beside it */
  const isHeadOfBlocks = (element: Element) => {
    const head = element.closest('thead')
    return head !== null && getComputedStyle(head).clipPath === 'inset(50%)'
  }
  const isShown = (element: Element) => !isHeadOfBlocks(element) && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const skipped = 'script, style, option, title, noscript, .skip:not(:focus)'

  /** the points along the lines of a text at which it is hit, with what is there from the top; undefined where it has no extent */
  const pointsOf = (node: Node, owner: Element) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const find = () =>
      [...range.getClientRects()]
        .filter(({ width, height }) => width > 1 && height > 1)
        .flatMap(({ left, width, top, height }) => [0.04, 0.27, 0.5, 0.73, 0.96].map((part) => ({ x: left + width * part, y: top + height / 2 })))
        .map((point) => ({ ...point, stack: document.elementsFromPoint(point.x, point.y) }))
        .map((point) => ({ ...point, at: point.stack.indexOf(owner) }))
    const found = find()
    if (found.length === 0) return undefined
    if (found.every(({ at }) => at >= 0)) return found
    owner.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    return owner.isConnected ? find().filter(({ at }) => at >= 0) : undefined
  }

  const problems = new Set<string>()
  let [looked, inCharts] = [0, 0]
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement
    if (!owner || !/\S/.test(node.nodeValue ?? '') || owner.closest(skipped) || !isShown(owner)) continue
    const shown = pointsOf(node, owner)
    if (shown === undefined) continue
    const style = getComputedStyle(owner)
    const isChart = owner instanceof SVGElement
    const size = Number.parseFloat(style.fontSize)
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5
    const share = opacity(owner)
    const inks = isChart ? paints(style.fill, share * Number(style.fillOpacity)) : [faded(style.color, share)]
    // a halo painted before the letters is what they stand on
    const hasHalo = isChart && style.stroke !== 'none' && style.paintOrder.startsWith('stroke') && Number.parseFloat(style.strokeWidth) >= 3
    const halo = hasHalo ? [paints(style.stroke, share * Number(style.strokeOpacity))] : []
    const words = `${owner.closest('section, figure, svg, header')?.id || owner.tagName}: ${(node.nodeValue ?? '').trim().slice(0, 40)}`
    if (inks.every(([, , , alpha]) => alpha < 0.01)) problems.add(`${words} has letters without colour`)
    for (const { x, y, stack, at } of shown) {
      const isOver = (element: Element) => !owner.contains(element) && layers(element, x, y).some((colours) => colours.some(([, , , alpha]) => alpha > 0.01))
      const cover = stack.slice(0, at).find(isOver)
      if (cover) problems.add(`${words} is covered by ${cover.outerHTML.slice(0, 120)}`)
      for (const ground of grounds([...halo, ...stack.slice(at).flatMap((element) => layers(element, x, y))]))
        for (const ink of inks) {
          const found = ratio(over(ink, ground), ground)
          if (found < needed) problems.add(`${words}: ${found.toFixed(2)} < ${needed}, ${over(ink, ground).map(Math.round)} on ${ground.map(Math.round)}`)
        }
    }
    if (shown.length === 0) problems.add(`${words} is out of reach`)
    looked += 1
    if (isChart) inCharts += 1
  }
  hit.remove()
  return { looked, inCharts, problems: [...problems] }
}

/** What is too faint on a page that has charts, and how many visible labels of its charts were not looked at. */
export async function chartContrast(page: Page): Promise<{ problems: string[]; missed: number }> {
  const { inCharts, problems } = await contrastFindings(page)
  const labels = await page
    .locator('svg text, svg text tspan')
    .evaluateAll(
      (texts) =>
        texts.filter((text) => text.checkVisibility() && [...text.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim())).length,
    )
  return { problems, missed: labels - inCharts }
}
