import type { ComputedFact, Fact } from '../facts/fact.ts'
import { type Html, html } from '../markup/html.ts'
import { FactNumber, factInFull, WordsLink } from './fact-number.ts'
import type { PageContext } from './page-context.ts'

/**
 * The receipts of all computed numbers of a page, each once: how it was computed, its operands (each a number that answers
 * for itself in turn) and its result in full. Drawn after everything else, since operands may ask for further receipts.
 */
export function Receipts(page: PageContext): Html {
  const drawn: Html[] = []
  for (const { id, fact } of page.receipts()) drawn.push(Receipt(page, id, fact))
  return html`<div class="receipts">${drawn}</div>`
}

function Receipt(page: PageContext, id: string, fact: ComputedFact): Html {
  const operands = fact.operands.map(
    ({ name, fact }) => html`<span class="receipt-line"><span>${name}</span><span class="receipt-number">${Operand(page, fact)}</span></span>`,
  )
  return html`<span popover id="${id}" class="receipt" role="dialog" aria-label="計算の内訳"><span class="receipt-formula">${fact.formula.words}</span>${operands}<span class="receipt-line receipt-result"><span>結果</span><span class="receipt-number">${factInFull(fact)}</span></span></span>`
}

function Operand(page: PageContext, fact: Fact): Html {
  return fact.kind === 'words' ? WordsLink(fact.words, fact.line) : FactNumber(page, fact, factInFull(fact))
}
