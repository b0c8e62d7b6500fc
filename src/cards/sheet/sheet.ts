import { QrCode } from '../../charts/qr-code.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { Sentence } from '../../evidence/sentences.ts'
import { digestNote, editions } from '../../format/editions.ts'
import { eraDate } from '../../format/years.ts'
import { type Html, html } from '../../markup/html.ts'
import { effectsPart } from './effects.ts'
import { SheetSection } from './part.ts'
import { lowestPart, nextPart } from './reviews.ts'
import { threeSentences } from './sentences.ts'
import { targetsPart } from './targets.ts'
import { Unstated } from './unstated.ts'

/** A longer address makes a code that no camera reads off a sheet. */
const longestCoded = 300

/** 答弁用1枚: the plan on one sheet of A4, whatever its size; on screen the same. */
export function Sheet(page: PageContext): Html {
  const parts = [effectsPart(page), targetsPart(page), lowestPart(page), nextPart(page)]
  return html`<div class="sheet">
<ol class="sheet-sentences">${threeSentences(page).map((sentence) => html`<li>${Sentence(page, sentence)}</li>`)}</ol>
${parts.map((part) => part && html`${SheetSection(page, part)}\n`)}
${Unstated(page)}
${SheetFoot(page)}
</div>`
}

/** The same for a page that shows more on screen: what is printed of it. */
export function SheetOnPaper(page: PageContext): Html {
  return html`<div class="sheet-on-paper">${Sheet(page)}</div>`
}

/** What was read, of what day, and where the site is. */
function SheetFoot({ warehouse: { plan }, site: { address } }: PageContext): Html {
  const name = plan.edition === null ? '' : (editions[plan.edition] ?? plan.edition)
  const edition = plan.source_name?.includes(name) ? '' : ` (${name})`
  const published = plan.published_on === null ? '' : `文書の公表日: ${eraDate(plan.published_on)}。`
  return html`<div class="sheet-foot"><p>出典: ${plan.source_name}${edition}。${published}${plan.edition === 'digest' && digestNote}<span class="sheet-cut">表の長い文は1行で切った。続きは原文の行にある。</span>${address !== undefined && html`<br><a rel="external" href="${address}">${address}</a>`}</p>
${address !== undefined && address.length <= longestCoded && QrCode(address, `このサイトのアドレス ${address} のQRコード`)}</div>`
}
