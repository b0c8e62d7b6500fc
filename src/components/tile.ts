import { type Html, html } from './html.ts'

/** A key figure: name, figure with its unit, and under it what it compares to. */
export interface TileContent {
  name: string
  figure: string
  unit: string
  detail: string
  /** whether the detail is good news, bad news, or neither; it changes the colour only, the words say it all */
  tone?: 'rose' | 'fell' | undefined
  href: string
}

/** A tile of the overview; it leads to the card that explains it. */
export function Tile({ name, figure, unit, detail, tone, href }: TileContent): Html {
  return html`<a class="tile" href="${href}"><span class="tile-name">${name}</span>
<span class="tile-figure">${figure}<small>${unit}</small></span>
<span class="tile-detail${tone && ` ${tone}`}">${detail}</span></a>`
}
