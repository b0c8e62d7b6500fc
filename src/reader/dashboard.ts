import { addressOf } from '../../loaders/warehouse/file-entry.ts'
import { decoded } from '../format/address.ts'
import { type Html, html } from '../markup/html.ts'
import { saveFile } from '../markup/save-file.ts'
import type { PageParts } from './dashboard-messages.ts'
import type { Drawing } from './drawing.ts'

/** What the script of comfort defines. */
declare const siteComfort: { addComfort(): void }

const ofList = '/reader'
const ofFiles = '/data'
const singleWords = '1つのHTMLで保存'
const partIds = { header: 'observablehq-header', main: 'observablehq-main', footer: 'observablehq-footer' } as const
type PartName = keyof typeof partIds
const partNames = Object.keys(partIds) as PartName[]

/**
 * The pages of what was read, in the place of the page itself: its head, main part and foot give way to those of the page that the address
 * names after a `#` (`#/effects#totals`), and come back with `#/reader`. The way back of the browser leads through them.
 */
export class Dashboard {
  readonly #list: Readonly<Record<PartName, Node[]>>
  readonly #listTitle = document.title
  #pages: ReadonlyMap<string, PageParts> = new Map()
  #shown = ofList

  /** `drawing` is the worker that drew the pages. */
  constructor(private readonly drawing: Drawing) {
    this.#list = { header: contentOf('header'), main: contentOf('main'), footer: contentOf('footer') }
    addEventListener('hashchange', () => this.#follow())
    document.addEventListener('click', (event) => this.#act(event))
  }

  /** Takes pages that were drawn, and shows the first. */
  open(pages: readonly PageParts[]): void {
    this.#pages = new Map(pages.map((page) => [placeOf(page), page]))
    this.reopen()
  }

  /** Shows the first page again; says whether there is one. */
  reopen(): boolean {
    if (this.#pages.size === 0) return false
    const address = inPage('/index')
    if (location.hash === address) this.#follow()
    else location.hash = address
    return true
  }

  /** Lets go of the pages and shows the list again. */
  close(): void {
    this.#pages = new Map()
    this.#show(ofList)
  }

  /** Shows what the address names; an address within a page is of the one that was shown when it was first gone to. */
  #follow(): void {
    const [, asked, id] = /^#(\/[^#]*)(?:#(.*))?$/.exec(location.hash) ?? []
    const path = asked === undefined ? this.#pageOfEntry() : decoded(asked)
    const isNew = path !== this.#shown
    if (isNew) this.#show(path)
    history.replaceState({ page: this.#shown }, '')
    if (id !== undefined) location.replace(`#${id}`)
    else if (asked === undefined && isNew) location.replace(location.hash)
    else if (asked !== undefined) scrollTo(0, 0)
  }

  /** The page that an address without one is of: the list where it names no place at all. */
  #pageOfEntry(): string {
    if (location.hash === '') return ofList
    return (history.state as { page?: string } | null)?.page ?? this.#shown
  }

  #show(path: string): void {
    const page = this.#pages.get(path) ?? (this.#has(path) ? this.#waitForFiles() : undefined)
    this.#shown = page ? path : ofList
    document.title = page?.title ?? this.#listTitle
    for (const name of partNames) document.getElementById(partIds[name])?.replaceChildren(...(page ? this.#nodesOf(page, name) : this.#list[name]))
    if (!page) return
    siteComfort.addComfort()
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }

  /** Whether there is a page: the one that offers files is drawn when it is first asked for. */
  #has(path: string): boolean {
    return this.#pages.has(path) || (path === ofFiles && this.#pages.size > 0)
  }

  /** Has the files made; gives a page to wait at, whose place is taken by the one that offers them. */
  #waitForFiles(): PageParts {
    const all = this.#pages
    const first = all.get('/index') as PageParts
    const header = first.header.replace(' aria-current="page"', '')
    const waiting = (words: Html) => ({ ...first, header, path: ofFiles, main: html`<h1>データのダウンロード</h1>\n${words}`.text, files: new Map() })
    const put = (page: PageParts) => {
      if (this.#pages !== all) return
      this.#pages = new Map([...all, [ofFiles, page]])
      if (this.#shown === ofFiles) this.#show(ofFiles)
    }
    this.drawing.drawFiles().then(
      ([page]) => page && put(page),
      (error) => put(waiting(html`<p class="attention" role="alert">ファイルを作れない: ${error instanceof Error ? error.message : String(error)}</p>`)),
    )
    return waiting(html`<p role="status">ファイルを作っている…</p>`)
  }

  #nodesOf(page: PageParts, name: PartName): Node[] {
    const template = document.createElement('template')
    template.innerHTML = page[name]
    const { content } = template
    for (const link of content.querySelectorAll('a[href]')) this.#lead(link, page)
    // a link to a card leads nowhere for others, and the search needs records that only a site has
    for (const part of content.querySelectorAll('.card-link')) part.remove()
    content.querySelector('[data-action=search]')?.replaceWith(singleButton())
    content.querySelector('h1')?.setAttribute('tabindex', '-1')
    content.querySelector('.menu ul')?.append(element('li', listLink()))
    content.querySelector('.masthead .plan')?.append(' ', edition())
    return [...content.childNodes]
  }

  /** Leads a link of a page to the page that it names; to none where that was not drawn. */
  #lead(link: Element, page: PageParts): void {
    const href = link.getAttribute('href') ?? ''
    if (/^(?:#|[a-z]+:)/.test(href) || fileAt(page, href) !== undefined) return
    const { pathname, hash } = new URL(href, `file://${addressOf(placeOf(page))}`)
    const path = decoded(pathname).replace(/\.html$/, '')
    const found = [href.startsWith('/') ? `${page.base}${path}` : path, path].find((one) => this.#has(one))
    if (found !== undefined) link.setAttribute('href', `${inPage(found)}${hash}`)
    else link.removeAttribute('href')
  }

  /** Saves the file that a link of the page leads to, or all pages as one file. */
  #act(event: MouseEvent): void {
    const page = this.#pages.get(this.#shown)
    const target = event.target instanceof Element ? event.target : null
    if (!page || !target) return
    const link = target.closest('a[href]')
    const button = target.closest<HTMLElement>('[data-single]')
    if (link instanceof HTMLAnchorElement) this.#save(event, link, page)
    else if (button) void this.#saveSingle(button, page)
  }

  #save(event: Event, link: HTMLAnchorElement, page: PageParts): void {
    const href = link.getAttribute('href') ?? ''
    const content = fileAt(page, href)
    if (content === undefined) return
    event.preventDefault()
    saveFile(link.download || decoded(href.replace(/^.*\//, '')), new Blob([content]))
  }

  async #saveSingle(button: HTMLElement, { base }: PageParts): Promise<void> {
    button.textContent = '作っている…'
    const text = await this.drawing.single(base).catch(() => undefined)
    if (text !== undefined) saveFile('取組実績.html', new Blob([text], { type: 'text/html' }))
    button.textContent = text === undefined ? '作れない' : singleWords
  }
}

/** What makes one file of all pages. */
function singleButton(): Element {
  const button = element('button', singleWords)
  button.setAttribute('type', 'button')
  button.setAttribute('data-single', '')
  return button
}

/** The file beside the page that a link leads to. */
function fileAt(page: PageParts, href: string): string | Uint8Array<ArrayBuffer> | undefined {
  if (/^[#/]/.test(href)) return undefined
  return page.files.get(decoded(new URL(href, `file://${addressOf(placeOf(page))}`).pathname).slice(1))
}

function placeOf({ base, path }: PageParts): string {
  return `${base}${path}`
}

/** The address of a page that was drawn. */
function inPage(path: string): string {
  return `#${addressOf(path)}`
}

function contentOf(name: PartName): Node[] {
  return [...(document.getElementById(partIds[name])?.childNodes ?? [])]
}

/** The way back to the list, at the end of the menu. */
function listLink(): Element {
  const link = element('a', '点検の一覧へ戻る')
  link.setAttribute('href', inPage(ofList))
  return link
}

/** What tells the pages from those of the site, on paper too. */
function edition(): Element {
  const mark = element('span', '点検で読み取った文書')
  mark.className = 'edition'
  return mark
}

function element(name: string, content: Node | string): Element {
  const made = document.createElement(name)
  made.append(content)
  return made
}
