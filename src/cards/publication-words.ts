import type { PublicationFact } from '../format/publication.ts'
import { type Html, html } from '../markup/html.ts'

/** What is said of how the data are published, linked where it leads somewhere. */
export function PublicationWords({ words, address }: PublicationFact): Html | string {
  return address === undefined ? words : html`<a rel="external" href="${address}">${words}</a>`
}
