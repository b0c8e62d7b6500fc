/**
 * Names a drawn chart for those who do not see it, and makes its marks and links plain markup. Its links are for the mouse and
 * the finger: the keyboard finds the same ones in the table of the chart, without a stop at each label.
 */
export function finishSvg(svg: Element, label: string): Element {
  for (const mark of svg.querySelectorAll('[aria-label]')) {
    mark.setAttribute('class', `mark-${mark.getAttribute('aria-label')?.replaceAll(' ', '-')}`)
    mark.removeAttribute('aria-label')
  }
  for (const link of svg.querySelectorAll('a')) {
    const address = link.getAttributeNS('http://www.w3.org/1999/xlink', 'href')
    link.removeAttributeNS('http://www.w3.org/1999/xlink', 'href')
    link.setAttribute('href', address ?? '')
    link.setAttribute('tabindex', '-1')
  }
  roundPlaces(svg)
  svg.setAttribute('role', svg.querySelector('a') ? 'group' : 'img')
  svg.setAttribute('aria-label', label)
  return svg
}

const placeNames = ['x', 'y', 'width', 'height', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'd', 'transform']

/** Writes the places of shapes to a hundredth of a pixel: nobody sees more, and pages need not carry it. */
function roundPlaces(svg: Element): void {
  for (const shape of svg.querySelectorAll('*')) {
    for (const name of placeNames) {
      const place = shape.getAttribute(name)
      if (place?.includes('.'))
        shape.setAttribute(
          name,
          place.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
        )
    }
  }
}

/** How the text of every chart is set. */
export const chartStyle = { fontFamily: 'inherit', fontSize: '12px', background: 'none', overflow: 'visible' } as const
