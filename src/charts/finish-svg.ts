/** Names a drawn chart for those who do not see it, and makes its marks and links plain markup. */
export function finishSvg(svg: Element, label: string): Element {
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
  return svg
}

/** How the text of every chart is set. */
export const chartStyle = { fontFamily: 'inherit', fontSize: '12px', background: 'none', overflow: 'visible' } as const
