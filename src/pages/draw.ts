import { type Card, CardSection } from '../cards/card.ts'
import { PageContext, type SiteContext } from '../evidence/page-context.ts'
import { Receipts } from '../evidence/receipts.ts'
import { Sentence } from '../evidence/sentences.ts'
import { Terms } from '../evidence/terms.ts'
import type { Fact } from '../facts/fact.ts'
import { yearRange } from '../format/years.ts'
import { Html, html, toPhrase } from '../markup/html.ts'
import { type MenuEntry, PageFooter, PageHeader } from './frame.ts'
import { type Block, type Cards, instancePath, type Page, type Stack, wordsFor } from './page.ts'

/** A page as it was drawn: markup of its parts with links from where the pages of its plan begin, its facts, and what its cards say. */
export interface DrawnPage {
  /** where the pages of its plan begin, from the root of the site: '' for the first plan */
  base: string
  /** its address from there, without `.html` */
  path: string
  /** the path of its kind, where `[no]` stands for a parameter */
  kind: string
  title: string
  /** what it finds, in a sentence or two, for search engines and previews */
  description: string
  header: string
  main: string
  footer: string
  facts: readonly Fact[]
  /** what stands outside of its cards */
  looseFacts: readonly Fact[]
  cards: readonly DrawnCard[]
  /** files beside the pages, by their path from the root */
  files: ReadonlyMap<string, string>
}

/** A card of a page in words, with the facts that it shows. */
export interface DrawnCard {
  id: string
  finding: string
  scope: string
  facts: readonly Fact[]
  hasTable: boolean
}

const longestDescription = 160

/** Draws each page of a kind. */
export function drawPages(site: SiteContext, page: Page, menu: readonly MenuEntry[]): DrawnPage[] {
  const instances = page.instances?.(site.warehouse) ?? [{}]
  return instances.map((params) => drawPage(new PageContext(site, instancePath(page, params), params, page.isShared === true), page, menu))
}

function drawPage(context: PageContext, page: Page, menu: readonly MenuEntry[]): DrawnPage {
  const drawn: DrawnCard[] = []
  const blocks = page.content(context).map((block) => ({ block, markup: drawBlock(context, block, drawn) }))
  const head = page.question === undefined ? undefined : html`<h1>${wordsFor(context.warehouse.plan, page.question)}</h1>\n`
  const lead = page.lead && html`<p class="lead">${Sentence(context, page.lead(context))}</p>\n`
  const body = html`${head}${lead}${blocks.map(({ markup }) => html`${markup}\n`)}`
  const main = html`${body}${Receipts(context)}${Terms(context)}`
  const offersTables = page.printed !== 'sheet' && drawn.some(({ hasTable }) => hasTable)
  return {
    base: context.warehouse.base,
    path: context.path,
    kind: page.path,
    title: page.title(context),
    description: descriptionOf(context, page, drawn),
    header: PageHeader(context, { menu, isShared: page.isShared === true, offersTables }).text,
    main: main.text,
    footer: PageFooter(context.warehouse.plan, context.warehouse.table('sourcePages')).text,
    facts: body.facts,
    looseFacts: [...(lead?.facts ?? []), ...blocks.flatMap(({ block, markup }) => (block instanceof Html ? markup.facts : []))],
    cards: drawn,
    files: context.files,
  }
}

function descriptionOf(context: PageContext, page: Page, cards: readonly DrawnCard[]): string {
  const { plan } = context.warehouse
  const years = yearRange(plan.first_fiscal_year, plan.last_fiscal_year)
  const subject = `${plan.title ?? plan.plan_id} 取組実績 (${years})、${page.title(context)}`
  const description = [subject, ...cards.slice(0, 2).map(({ finding }) => finding)].join('。')
  return `${description.slice(0, longestDescription)}。`
}

function drawBlock(context: PageContext, block: Block, drawn: DrawnCard[]): Html {
  if (block === undefined || block instanceof Html) return html`${block}`
  return html`<div class="cards${block.className && ` ${block.className}`}">\n${block.cards.map((card) => html`${drawEntry(context, card, drawn)}\n`)}</div>`
}

function drawEntry(context: PageContext, entry: Cards['cards'][number], drawn: DrawnCard[]): Html | undefined {
  if (entry === undefined) return undefined
  if (isStack(entry)) return html`<div class="stack">\n${entry.stack.map((card) => html`${drawEntry(context, card, drawn)}\n`)}</div>`
  const section = CardSection(context, entry)
  const { id, finding, scope } = entry
  drawn.push({ id, finding: toPhrase(finding).plain, scope: toPhrase(scope).plain, facts: section.facts, hasTable: entry.table !== undefined })
  return section
}

function isStack(entry: Card | Stack): entry is Stack {
  return 'stack' in entry
}
