import { encode } from 'uqr'
import { type Html, html } from '../markup/html.ts'

/** White modules around a code, without which readers do not find it. */
const quietModules = 4

/** A text as a QR code, black on white in any colours of the page, since readers need it so; `label` says what it leads to. */
export function QrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: quietModules })
  const modules = data.flatMap((row, y) => runsOf(row).map(({ start, length }) => `M${start} ${y}h${length}v1h-${length}z`)).join('')
  return html`<svg class="qr-code" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${modules}"/></svg>`
}

/** Where the black modules of a row stand side by side. */
function runsOf(row: readonly boolean[]): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = []
  row.forEach((isBlack, x) => {
    const last = runs.at(-1)
    if (isBlack && last && last.start + last.length === x) last.length += 1
    else if (isBlack) runs.push({ start: x, length: 1 })
  })
  return runs
}
