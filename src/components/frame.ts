import type { Row } from '../../loaders/dictionary/tables.ts'
import { yearRange } from '../format/years.ts'
import { type Html, html } from './html.ts'

const editions: Readonly<Record<string, string>> = { published: '公表版', digest: '要約版', sample: '見本' }

/** The head of every page: the plan, its years in both calendars, and which edition of the document it shows. */
export function pageHeader(plan: Row<'plans'>): Html {
  const edition = plan.edition === null ? undefined : editions[plan.edition]
  return html`<a class="skip" href="#observablehq-main">本文へ</a>
<p class="plan"><a href="./index.html">${plan.title ?? plan.plan_id} 取組実績</a> <span class="years">${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}</span>
${edition && html`<span class="edition">${edition}</span>`}</p>`
}

/** The foot of every page: what was read, and that a digest keeps figures but not sentences. */
export function pageFooter(plan: Row<'plans'>): Html {
  const digest = '数字・名称・評価は公表文書のとおり、文章は要約して書き直したもの。'
  return html`<p>出典: ${plan.source_name}。${plan.edition === 'digest' && digest}行番号は読み取った文書の行。</p>
<p class="hash">原文のSHA-256: ${plan.source_sha256}</p>`
}
