// The dialog that searches the site, loaded when it is first opened.

import { html } from '../markup/html.ts'
import { Excerpt } from './excerpt.ts'
import { type Choices, countValues, type FacetName, facetNames, facets, narrow, planFacets } from './facets.ts'
import { type Entry, findHits, type Hit } from './hits.ts'
import { searchKey } from './key.ts'
import { loadEntries, loadPlans } from './load.ts'
import { nearestQueries, type Suggestion } from './nearest.ts'
import type { SearchedPlan } from './plans-script.ts'

const root = new URL('./', (document.currentScript as HTMLScriptElement).src).href
const hitsAtOnce = 50
/** in UTF-16 code units; what is pasted beyond is left out */
const longestQuery = 300

const dialog = document.createElement('dialog')
dialog.className = 'search'
dialog.setAttribute('aria-label', '検索')
dialog.innerHTML = html`<div class="search-head"><label for="search-query">言葉・数字・課の名前で探す</label>
<input id="search-query" type="text" role="searchbox" autocomplete="off" spellcheck="false" enterkeyhint="search" maxlength="${longestQuery}" autofocus>
<button type="button" data-search="close">閉じる</button></div>
<div class="search-facets" role="group" aria-label="絞り込み" hidden>${facetNames.map(
  (name) => html`<label>${facets[name].label} <select data-facet="${name}"></select></label>`,
)}</div>
<p class="search-count" role="status"></p>
<p class="search-near" hidden></p>
<ol class="search-hits"></ol>
<p class="search-more" hidden><button type="button" data-search="more">続きを表示</button></p>
<p class="search-help"><span><kbd>↑</kbd><kbd>↓</kbd> 選ぶ</span> <span><kbd>Enter</kbd> 開く</span> <span><kbd>Esc</kbd> 閉じる</span>
<label><input type="checkbox" data-search="key"> <kbd>/</kbd> キーで開く</label></p>`.text
document.body.append(dialog)

function find<E extends Element = HTMLElement>(selector: string): E {
  return dialog.querySelector(selector) as E
}

const input = find<HTMLInputElement>('#search-query')
const selects = facetNames.map((name) => [name, find<HTMLSelectElement>(`[data-facet=${name}]`)] as const)
const key = find<HTMLInputElement>('[data-search=key]')
let entries: Promise<readonly Entry[]> | undefined
/** how many of a site's plans are loaded by now, of how many */
let progress = { loaded: 0, plans: 0 }
let hits: readonly Hit[] = []
let near: readonly Suggestion[] = []
let shownCount = hitsAtOnce

/** Opens the dialog and starts to load the records. */
export function open(): void {
  loadOnce().catch(sayFailure)
  key.checked = searchKey.isOn()
  if (!dialog.open) dialog.showModal()
  input.focus()
  input.select()
}

/** The records of the plans that the page names, loaded when they are first asked for; in a site of several plans those of the others follow. */
function loadOnce(): Promise<readonly Entry[]> {
  entries ??= load(document.querySelector<HTMLElement>('[data-plans]')?.dataset ?? {})
  return entries
}

async function load({ plans = '[]', library }: DOMStringMap): Promise<readonly Entry[]> {
  const ids: string[] = JSON.parse(plans)
  const own = ids.map((id): SearchedPlan => ({ id, name: id, city: '', base: '' }))
  const [first, ...others] = library === undefined ? [] : await loadPlans(root, ids[0] ?? '')
  const loaded = await Promise.all((first ? [first] : own).map((plan) => loadEntries(root, plan)))
  const found = loaded.flat()
  progress = { loaded: 1, plans: 1 + others.length }
  loadOthers(found, others).catch(sayFailure)
  return found
}

/** Adds the records of further plans, one plan after another, and answers anew. */
async function loadOthers(found: Entry[], others: readonly SearchedPlan[]): Promise<void> {
  for (const plan of others) {
    for (const entry of await loadEntries(root, plan)) found.push(entry)
    progress.loaded += 1
    await answer(shownCount)
  }
}

/** Answers the query at hand, once the records are there and where it is still the one asked. */
async function answer(atLeast = hitsAtOnce): Promise<void> {
  performance.mark('search-asked')
  const query = input.value
  try {
    const loaded = await loadOnce()
    if (query !== input.value) return
    hits = findHits(loaded, query)
    near = hits.length === 0 ? nearestQueries(loaded, query) : []
    shownCount = atLeast
    show()
    performance.measure('search-answer', 'search-asked')
  } catch (error) {
    sayFailure(error)
  }
}

function sayFailure(error: unknown): void {
  entries = undefined
  hits = []
  near = []
  show()
  find('.search-count').textContent =
    `検索の記録を読み込めなかった。サイトのフォルダーを丸ごと置き直すと使える。(${error instanceof Error ? error.message : error})`
}

function choices(): Choices {
  return Object.fromEntries(selects.map(([name, select]) => [name, select.value])) as Record<FacetName, string>
}

function show(): void {
  const chosen = choices()
  const shown = narrow(hits, chosen)
  for (const [name, select] of selects) {
    fillSelect(name, select, chosen)
    if (planFacets.includes(name)) (select.closest('label') as HTMLElement).hidden = progress.plans < 2
  }
  find('.search-facets').hidden = hits.length === 0
  find('.search-count').textContent = countInWords(shown.length)
  find('.search-near').hidden = near.length === 0
  find('.search-near').innerHTML = Nearest().text
  find('.search-hits').innerHTML = html`${shown.slice(0, shownCount).map(HitEntry)}`.text
  find('.search-more').hidden = shown.length <= shownCount
}

function countInWords(count: number): string {
  const query = input.value.trim()
  if (query === '') return ''
  const { loaded, plans } = progress
  const searched = loaded < plans ? ` (${plans}件のプランのうち${loaded}件から。ほかを読み込んでいる)` : ''
  if (hits.length === 0) return `「${query}」は見つからない${searched}`
  return (count === hits.length ? `${count}件` : `${hits.length}件のうち${count}件`) + searched
}

function fillSelect(name: FacetName, select: HTMLSelectElement, chosen: Choices): void {
  const options = countValues(hits, chosen, name).map(
    ([value, count]) => html`<option value="${value}"${value === chosen[name] && html` selected`}>${value} (${count})</option>`,
  )
  select.innerHTML = html`<option value="">すべて</option>${options}`.text
}

/** What may be asked instead of a query that finds nothing. */
function Nearest() {
  return html`近いもの: ${near.map(({ query, count }) => html`<button type="button" data-search="near" data-query="${query}">${query} (${count}件)</button> `)}`
}

function HitEntry(hit: Hit) {
  const { href, item, year, kind } = hit.record
  const apart = hit.isApart ? '言葉は項目の中に分かれている' : ''
  const where = [progress.plans > 1 ? hit.plan.name : '', item, year, kind, apart].filter((word) => word !== '').join('、')
  return html`<li><a href="${root + hit.plan.base + href}"><span class="search-where">${where}</span> <span class="search-text">${Excerpt(hit)}</span></a></li>`
}

/** Moves among the query and the hits with the arrow keys; from the query, Enter opens the first hit. */
function steer(event: KeyboardEvent): void {
  const stops = [input, ...dialog.querySelectorAll<HTMLElement>('.search-hits a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (at < 0 || event.isComposing) return
  if (event.key === 'Enter' && at === 0) stops[1]?.click()
  if (step === undefined) return
  event.preventDefault()
  stops[at + step]?.focus()
}

const actions: Readonly<Record<string, (element: HTMLElement) => void>> = {
  near: ({ dataset }) => {
    input.value = dataset.query ?? ''
    input.focus()
    answer()
  },
  close: () => dialog.close(),
  more: () => {
    const first = shownCount
    shownCount += hitsAtOnce
    show()
    dialog.querySelectorAll<HTMLElement>('.search-hits a')[first]?.focus()
  },
  key: () => searchKey.set(key.checked),
}
input.addEventListener('input', () => answer())
for (const [, select] of selects) select.addEventListener('input', show)
dialog.addEventListener('keydown', steer)
dialog.addEventListener('click', ({ target, ctrlKey, metaKey, shiftKey }) => {
  const element = target as HTMLElement
  actions[element.dataset.search ?? '']?.(element)
  const leads = element.closest('a') !== null && !ctrlKey && !metaKey && !shiftKey
  if (leads || element === dialog) dialog.close()
})
