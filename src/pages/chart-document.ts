import { parseHTML } from 'linkedom'
import { drawWith } from '../charts/plot.ts'

const { DOMParser } = parseHTML('<html></html>')

/**
 * Has charts drawn without a browser, by a document that makes their elements: one of XML, which escapes what stands in
 * attributes.
 */
export function drawChartsWithoutBrowser(): void {
  drawWith(new DOMParser().parseFromString('<svg></svg>', 'image/svg+xml'))
}
