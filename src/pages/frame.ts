import type { Row } from '../../loaders/tables.ts'
import { PlanChooser } from '../cards/library/chooser.ts'
import { PublicationWords } from '../cards/publication-words.ts'
import type { PageContext } from '../evidence/page-context.ts'
import { digestNote, editions } from '../format/editions.ts'
import { nothingWords } from '../format/nothing-words.ts'
import { placesMeaning } from '../format/place-words.ts'
import { publicationFacts } from '../format/publication.ts'
import { yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { PageMargins } from './page-margins.ts'

/** A place in the menu. */
export interface MenuEntry {
  path: string
  menu: string
}

/** What the head of a page says beside its plan: the menu, whether all plans share the page, and whether it offers tables. */
export interface HeaderParts {
  menu: readonly MenuEntry[]
  isShared: boolean
  offersTables: boolean
}

/**
 * The head of every page: the plan, its years in both calendars, the edition of the document, the other plans to choose from,
 * and the menu; where the page `offersTables`, a box that asks for them on paper, which needs no script.
 */
export function PageHeader(page: PageContext, { menu, isShared, offersTables }: HeaderParts): Html {
  const { path, warehouse } = page
  const { plan, plans, editions: all } = warehouse
  const edition = plan.edition === null ? undefined : editions[plan.edition]
  const isBelow = { '/items/index': path.startsWith('/items/') || path === '/print', '/sql': path === '/analyses' }
  const isCurrent = (entry: string) => entry === path || (entry in isBelow && isBelow[entry as keyof typeof isBelow])
  return html`<a class="skip" href="#observablehq-main">本文へ</a>
<div class="masthead"><p class="plan"><a href="/index.html">${plan.title ?? plan.plan_id} 取組実績</a> <span class="years">${yearRange(plan.first_fiscal_year, plan.last_fiscal_year)}</span>
${edition && html`<span class="edition">${edition}</span>`}${plans.length === 1 && all.length > 1 && html` <a class="edition" href="/about.html#library">前の版${all.length - 1}件</a>`}</p>
${PlanChooser(page, isShared)}<p class="tools" hidden><button type="button" data-action="search" data-plans="${JSON.stringify([plan.plan_id])}"${plans.length > 1 && html` data-library`} aria-haspopup="dialog" aria-keyshortcuts="/">検索 <kbd>/</kbd></button> <button type="button" data-action="print">A4印刷</button> <button type="button" data-action="theme">配色 (明・暗)</button></p>
${offersTables && html`<p class="print-choice"><label><input type="checkbox" class="print-tables" autocomplete="off"> 表も印刷する</label></p>`}</div>
<nav class="menu" aria-label="ページ"><ul>${menu.map((entry) => html`<li><a href="${entry.path}.html"${isCurrent(entry.path) && html` aria-current="page"`}>${entry.menu}</a></li>`)}</ul></nav>
${path !== '/source' && html`<p class="touch-hint">下線の数字を押すと原文の場所へ、点線の数字を押すと計算の内訳へつながる。図の値はすべて「表で見る」にある。</p>`}`
}

/** The foot of every page: what was read, that a digest keeps figures but not sentences, of what day it is and whom to ask. */
export function PageFooter(plan: Row<'plans'>, pages: readonly Row<'sourcePages'>[]): Html {
  return html`<p>出典: ${plan.source_name}。${plan.edition === 'digest' && digestNote}${placesMeaning(pages)}。下線のある数字は原文の場所へ、点線の数字は計算の内訳へつながる。空欄の言葉: ${nothingWords.map(({ word, meaning }, index) => html`${index > 0 && '、'}<b>${word}</b> ${meaning}`)}。</p>
${PublicationLine(plan)}<p class="hash">原文のSHA-256: ${plan.source_sha256}</p>${PageMargins(plan)}`
}

/** Who published the document and when, where it stands, and whom to ask, as far as the plan says it. */
function PublicationLine(plan: Row<'plans'>): Html | undefined {
  const shown = ['公表者', '文書の公表日', '文書の公表ページ', '問い合わせ先']
  const facts = publicationFacts(plan).filter(({ name }) => shown.includes(name))
  if (facts.length === 0) return undefined
  return html`<p class="publication">${facts.map((fact, index) => html`${index > 0 && '、'}${fact.name}: ${PublicationWords(fact)}`)}</p>\n`
}
