import { parseHTML } from 'linkedom'
import { drawWith } from '../src/charts/plot.ts'

/** Has charts drawn without a browser, by a document that makes their elements. */
export function drawChartsWithoutBrowser(): void {
  drawWith(parseHTML('<html></html>').document)
}
