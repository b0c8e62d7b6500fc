import { type Html, html } from '../components/html.ts'
import type { Use, Uses } from '../evidence/uses.ts'

const mark = /<a id="n(\d+)" class="(n [^"]*)" href="#n\d+" title="([^"]*)">([^<]*)<\/a>/g
const place = '<div class="source-text">'

/**
 * The built source view with what each number is used for: the number becomes a button that opens the list of the places,
 * its title counts them. Numbers that are used in the same places share a list.
 */
export function withUses(source: string, uses: Uses): string {
  const lists = new Map<string, string>()
  const marked = source.replace(mark, (whole, figure: string, kind: string, title: string, text: string) => {
    const places = uses.get(Number(figure)) ?? []
    if (places.length === 0) return whole.replace(`title="${title}"`, `title="${title}。使っている所はない"`)
    const list = String(PlacesByGroup(places))
    const id = `uses-${[...lists.keys(), list].indexOf(list) + 1}`
    lists.set(list, id)
    return `<button type="button" id="n${figure}" class="${kind}" popovertarget="${id}" aria-haspopup="dialog" title="${title}。使っている所${places.length}か所">${text}</button>`
  })
  return marked.replace(place, () => `${[...lists].map(([list, id]) => Popover(id, list)).join('\n')}\n${place}`)
}

function Popover(id: string, list: string): string {
  return `<div popover id="${id}" class="receipt uses" role="dialog" aria-label="この数字を使っている所"><p class="receipt-formula">この数字を使っている所</p>${list}</div>`
}

/** A line for each page and for the tables, with links to its places. */
function PlacesByGroup(places: readonly Use[]): Html {
  const groups = [...new Set(places.map(({ group }) => group))]
  return html`<ul>${groups.map(
    (name) =>
      html`<li>${name}<ul>${places.filter(({ group }) => group === name).map(({ name, href }) => html`<li><a href="./${href}">${name}</a></li>`)}</ul></li>`,
  )}</ul>`
}
