import { type Html, html } from '../../markup/html.ts'

/** A key figure: name, figure with its unit (both answering for themselves), and under it what it compares to. */
export interface TileContent {
  name: string
  figure: Html
  detail: Html | string
  /** a second line under it */
  more?: Html | string | undefined
  /** whether the detail is above or below what it is compared to, which is no verdict, or something wrong; the words say it all */
  tone?: 'above' | 'below' | 'wrong' | undefined
  /** a small chart of the years */
  spark?: Html | undefined
  href: string
}

/** A tile of the overview; its name leads to the page that explains it. */
export function Tile({ name, figure, detail, more, tone, spark, href }: TileContent): Html {
  return html`<div class="tile"><p class="tile-name"><a href="${href}">${name}</a></p>
<p class="tile-figure">${figure}</p>
<p class="tile-detail${tone && ` ${tone}`}">${detail}</p>
${more && html`<p class="tile-detail">${more}</p>`}${spark}</div>`
}

/** A figure of a tile: large, its unit small. */
export function TileFigure(figure: string, unit: string): Html {
  return html`${figure}<small>${unit}</small>`
}
