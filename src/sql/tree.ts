import { type Html, html } from '../markup/html.ts'
import type { KnownTable } from './catalog.ts'
import type { Session } from './session.ts'
import { Summary, summarize } from './summary.ts'

/** What the tree of tables asks of its page. */
export interface TreePage {
  session: Session
  /** puts a name into the editor */
  insert(name: string): void
  fail(error: unknown): void
  isBusy(): boolean
}

/** The tables beside the editor: what can be asked, each column with what its values are. */
export class Tree {
  readonly #place: HTMLElement
  readonly #page: TreePage

  constructor(place: HTMLElement, page: TreePage) {
    this.#place = place
    this.#page = page
    place.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
      if (button?.dataset.insert !== undefined) page.insert(button.dataset.insert)
      if (button?.dataset.summarize !== undefined) void this.#summarize(button, button.dataset.table ?? '', button.dataset.summarize)
    })
    // columns are written when their table is first opened, so that the page stands as soon without them
    place.addEventListener('toggle', ({ target }) => this.#fill(target as HTMLElement), true)
    this.show()
  }

  #fill(entry: HTMLElement): void {
    const list = entry.querySelector('ul')
    const table = this.#page.session.tables.find(({ name }) => name === entry.dataset.table)
    if (list?.childElementCount === 0 && table) list.innerHTML = html`${table.columns.map((column) => ColumnEntry(table.name, column))}`.text
  }

  /** Shows the tables that the session knows by now, beside those that stand there; one that was made anew takes its place. */
  show(): void {
    for (const table of this.#page.session.tables) {
      const entry = [...this.#place.children].find((child) => (child as HTMLElement).dataset.table === table.name)
      const columns = table.columns.map(({ name }) => name).join('\n')
      if ((entry as HTMLElement | undefined)?.dataset.columns === columns) continue
      entry?.remove()
      this.#place.insertAdjacentHTML('beforeend', TableEntry(table, columns).text)
    }
  }

  async #summarize(button: HTMLElement, table: string, column: string): Promise<void> {
    const place = button.closest('li')?.querySelector<HTMLElement>('.sql-summary')
    if (!place) return
    const isShown = place.innerHTML !== ''
    button.setAttribute('aria-expanded', String(!isShown))
    place.innerHTML = ''
    if (isShown) return
    if (this.#page.isBusy()) {
      place.textContent = '問い合わせが終わってから開く。'
      return
    }
    place.textContent = '調べている…'
    try {
      place.innerHTML = Summary(await summarize(async (sql) => (await this.#page.session.run(sql)).result, table, column)).text
    } catch (error) {
      place.innerHTML = ''
      button.setAttribute('aria-expanded', 'false')
      this.#page.fail(error)
    }
  }
}

function TableEntry({ name, title, key, references }: KnownTable, signature: string): Html {
  const links = references.map(({ columns: from, table }) => `(${from.join(', ')}) → ${table}`)
  return html`<details class="sql-known-table" data-table="${name}" data-columns="${signature}"><summary><code>${name}</code> ${title}</summary>
<p><button type="button" data-insert="${name}">名前を書き込む</button>${key.length > 0 && html` キー: <code>${key.join(', ')}</code>`}${links.length > 0 && html`。ほかの表へ: <code>${links.join('、')}</code>`}</p>
<ul></ul></details>`
}

function ColumnEntry(table: string, { name, title }: KnownTable['columns'][number]): Html {
  return html`<li><button type="button" data-insert="${name}" title="書き込む"><code>${name}</code></button> ${title} <button type="button" data-table="${table}" data-summarize="${name}" aria-expanded="false" aria-label="${name} の要約">要約</button><div class="sql-summary" role="status"></div></li>`
}
