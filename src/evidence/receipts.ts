import type { ComputedFact, Operand } from '../facts/fact.ts'
import { type Html, html } from '../markup/html.ts'
import { FactNumber, factInFull, WordsLink } from './fact-number.ts'
import type { PageContext } from './page-context.ts'
import { FigureLink, printedText } from './read-text.ts'

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
    (operand) =>
      html`<span class="receipt-line"><span>${operand.name}</span><span class="receipt-number">${OperandNumber(page, fact, operand.fact)}</span></span>`,
  )
  return html`<span popover id="${id}" class="receipt" role="dialog" aria-label="計算の内訳"><span class="receipt-formula">${formulaWords(fact)}</span>${operands}<span class="receipt-line receipt-result"><span>結果</span><span class="receipt-number">${factInFull(fact)}</span></span></span>`
}

/** How a value was computed, and what is assumed of operands that the document does not list. */
function formulaWords({ formula, operands }: ComputedFact): string {
  const assumed = new Set(operands.flatMap(({ fact }) => (fact.kind === 'unlisted' ? [fact.meaning] : [])))
  return assumed.size === 0 ? formula.words : `${formula.words} (${[...assumed].join('、')})`
}

/** An operand of a computed value; a number that is counted stands as it is printed. */
function OperandNumber(page: PageContext, { formula }: ComputedFact, fact: Operand['fact']): Html | string {
  if (fact.kind === 'unlisted') return fact.words
  if (fact.kind === 'words') return WordsLink(page, fact.words, fact.line)
  const printed = formula.kind === 'count' && fact.kind === 'read' && printedText(page, fact.figure)
  return printed ? FigureLink(page, fact.figure, printed) : FactNumber(page, fact, factInFull(fact))
}
