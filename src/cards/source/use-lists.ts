import type { Use, Uses } from '../../evidence/uses.ts'
import { type Html, html } from '../../markup/html.ts'

/** The lists of places, each once. */
export class UseLists {
  readonly #ids = new Map<string, { id: string; places: readonly Use[] }>()

  constructor(private readonly uses: Uses) {}

  /** The places where a number is used, with the id of their list; undefined where there are none. */
  of(figureNo: number): { id: string; places: readonly Use[] } | undefined {
    const places = this.uses.get(figureNo) ?? []
    if (places.length === 0) return undefined
    const key = JSON.stringify(places)
    const known = this.#ids.get(key) ?? { id: `uses-${this.#ids.size + 1}`, places }
    this.#ids.set(key, known)
    return known
  }

  /** The lists, hidden until a number is pressed. */
  popovers(): Html {
    return html`${[...this.#ids.values()].map(
      ({ id, places }) =>
        html`<div popover id="${id}" class="receipt uses" role="dialog" aria-label="この数字を使っている所"><p class="receipt-formula">この数字を使っている所</p>${PlacesByGroup(places)}</div>\n`,
    )}`
  }
}

/** A line for each page and for the tables, with links to its places. */
function PlacesByGroup(places: readonly Use[]): Html {
  const groups = [...new Set(places.map(({ group }) => group))]
  return html`<ul>${groups.map(
    (name) =>
      html`<li>${name}<ul>${places.filter(({ group }) => group === name).map(({ name, href }) => html`<li><a href="/${href}">${name}</a></li>`)}</ul></li>`,
  )}</ul>`
}
