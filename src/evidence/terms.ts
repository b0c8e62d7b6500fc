import { type TermId, terms } from '../format/terms.ts'
import { type Html, html } from '../markup/html.ts'
import type { PageContext } from './page-context.ts'

/** Words that open what they mean, which stands once at the end of the page and needs no script. */
export function TermButtons(page: PageContext, ids: readonly TermId[]): Html | undefined {
  if (ids.length === 0) return undefined
  for (const id of ids) page.terms.add(id)
  return html`<p class="card-terms">用語: ${ids.map((id) => html`<button type="button" class="term" popovertarget="term-${id}" aria-haspopup="dialog">${terms[id].word}</button> `)}</p>`
}

/** What the words mean that a page lets open. */
export function Terms({ terms: asked }: PageContext): Html {
  return html`${[...asked].map((id) => html`<div popover id="term-${id}" class="receipt" role="dialog" aria-label="${terms[id].word}の意味"><p class="term-word">${terms[id].word}</p><p>${terms[id].meaning}</p><p><a href="/about.html#meaning-${id}">この資料について</a></p></div>`)}`
}
