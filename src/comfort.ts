// What a page can do without, added where scripts run: tables closed until asked for (open on paper), light or dark by
// hand, printing, the search, charts as PNG and in the ways that a card offers, links to cards, fields that narrow a
// table, and copying of code.

import { chartFile, chartPicture } from './charts/chart-picture.ts'
import { decoded } from './format/address.ts'
import { cssString } from './format/css-string.ts'
import { chooseDrawings } from './markup/choose-drawings.ts'
import { choosePlans } from './markup/choose-plans.ts'
import { copyLinks } from './markup/copy-link.ts'
import { copySelected } from './markup/copy-text.ts'
import { liftOut } from './markup/lift-out.ts'
import { loadScript } from './markup/load-script.ts'
import { saveFile } from './markup/save-file.ts'
import { searchKey } from './search/key.ts'

/** What the script of the search defines. */
declare const siteSearch: typeof import('./search/main.ts')

const closable = () => document.querySelectorAll<HTMLDetailsElement>('.card details')
document.documentElement.dataset.ready = ''
addEventListener('beforeprint', () => {
  for (const details of closable()) details.open = true
  document.head.append(printedMargins())
})
addEventListener('afterprint', () => {
  for (const details of closable()) details.open = false
})

/** What only the reader's browser knows, for the margin of the sheets: today's date and the address. */
function printedMargins(): HTMLStyleElement {
  const style = document.createElement('style')
  const date = new Date().toLocaleDateString('ja-JP', { dateStyle: 'long' })
  style.textContent = `@page { @bottom-left { content: ${cssString(location.href)} } @bottom-right { content: ${cssString(date)} } }`
  return style
}

const themeKey = 'theme'
const root = document.documentElement
const chosen = localStorage.getItem(themeKey)
if (chosen) root.dataset.theme = chosen

const scriptAddress = (document.currentScript as HTMLScriptElement).src

let searchScript: Promise<void> | undefined

/** The search is loaded when it is first asked for. */
async function openSearch(): Promise<void> {
  searchScript ??= loadScript(new URL('search.js', scriptAddress).href)
  await searchScript
  siteSearch.open()
}
addEventListener('keydown', (event) => {
  const field = (event.target as HTMLElement).closest?.('input, textarea, select, [contenteditable]')
  const isTyping = field?.checkVisibility() ?? false
  if (!/^[/／]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping || !searchKey.isOn()) return
  event.preventDefault()
  openSearch()
})

const actions: Readonly<Record<string, () => void>> = {
  search: openSearch,
  print: () => print(),
  theme: () => {
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = isDark ? 'light' : 'dark'
    localStorage.setItem(themeKey, root.dataset.theme)
  },
}
/** Where the address points into a closed table or the folded part of a page, opens it. */
function openTarget(): void {
  const target = location.hash.length > 1 ? document.getElementById(decoded(location.hash.slice(1))) : null
  const details = target?.closest('details')
  if (details) details.open = true
  target?.scrollIntoView({ block: 'center' })
}
addEventListener('hashchange', openTarget)
addComfort()
openTarget()
liftOut()

/** Adds what a page can do to the parts that are in it now: once for the page as it was loaded, and again where others were put into their place. */
export function addComfort(): void {
  for (const details of closable()) details.open = false
  for (const tools of document.querySelectorAll<HTMLElement>('.tools')) tools.hidden = false
  for (const button of document.querySelectorAll<HTMLElement>('[data-action]')) button.onclick = () => actions[button.dataset.action ?? '']?.()
  chooseDrawings()
  choosePlans()
  copyLinks()
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.downloads a[href$=".svg"]')) addPicture(link)
  for (const code of document.querySelectorAll('.snippet pre')) addCopying(code)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-filters]')) addFilter(form)
}

/** The chart of a card that is shown of those that can be chosen. */
function shownChart(card: Element | null): Element | null | undefined {
  return card?.querySelector('.drawing:not([hidden]) .chart-wide svg') ?? card?.querySelector('.chart-wide svg')
}

/** Offers the chart of a card as PNG beside its SVG. */
function addPicture(link: HTMLAnchorElement): void {
  const card = link.closest('.card')
  if (!shownChart(card)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'PNG'
  button.setAttribute('aria-describedby', link.getAttribute('aria-describedby') ?? '')
  button.addEventListener('click', () => {
    const chart = shownChart(card)
    if (chart) void savePng(chart, pngName(link))
  })
  link.after(' ', button)
}

function pngName({ href }: HTMLAnchorElement): string {
  return href.replace(/^.*\//, '').replace(/\.svg$/, '.png')
}

function addCopying(code: Element): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'コピー'
  button.addEventListener('click', () => {
    getSelection()?.selectAllChildren(code)
    button.textContent = copySelected() ? 'コピーした' : '選択した'
  })
  code.after(button)
}

/** Shows the fields of a form and hides the rows of its card's table that they leave out; a select asks for one of the words that 、 parts. */
function addFilter(form: HTMLFormElement): void {
  const rows = [...document.querySelectorAll<HTMLTableRowElement>(`#${form.dataset.filters} tbody tr`)]
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-column]')]
  const words = (text: string | null | undefined) => (text ?? '').normalize('NFKC').toLowerCase().trim()
  const cellText = (row: HTMLTableRowElement, column: number) => {
    const cell = row.cells[column]?.cloneNode(true) as HTMLElement | undefined
    for (const hidden of cell?.querySelectorAll('.receipt') ?? []) hidden.remove()
    return words(cell?.textContent)
  }
  const texts = rows.map((row) => [...row.cells].map((_, column) => cellText(row, column)))
  const matches = (cells: readonly string[]) =>
    fields.every(({ value, dataset: { column } }) => {
      if (words(value) === '') return true
      if (column === 'all')
        return words(value)
          .split(/\s+/)
          .every((word) => cells.some((cell) => cell.includes(word)))
      return cells[Number(column)]?.split('、').includes(words(value))
    })
  const apply = () => {
    rows.forEach((row, index) => {
      row.hidden = !matches(texts[index] ?? [])
    })
    const output = form.querySelector('output')
    if (output) output.textContent = `${rows.length}件のうち${rows.filter(({ hidden }) => !hidden).length}件`
  }
  form.hidden = false
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', apply)
  apply()
}

/** Saves a chart of the page as a picture twice its size. */
async function savePng(chart: Element, name: string): Promise<void> {
  saveFile(name, await chartPicture(inLight(() => chartFile(chart))))
}

/** Gives what the page has in its light colours, whatever colours it is shown in. */
function inLight<T>(give: () => T): T {
  const { theme } = root.dataset
  root.dataset.theme = 'light'
  const given = give()
  if (theme === undefined) delete root.dataset.theme
  else root.dataset.theme = theme
  return given
}
