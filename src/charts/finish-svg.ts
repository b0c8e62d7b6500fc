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
  svg.setAttribute('role', svg.querySelector('a') ? 'group' : 'img')
  svg.setAttribute('aria-label', label)
  return svg
}

/** How the text of every chart is set. */
export const chartStyle = { fontFamily: 'inherit', fontSize: '12px', background: 'none', overflow: 'visible' } as const
