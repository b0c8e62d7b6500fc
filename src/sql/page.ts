import { literal, quotedName } from '../../loaders/warehouse/sql-words.ts'
import { copySelected } from '../markup/copy-text.ts'
import type { Html } from '../markup/html.ts'
import { errorInWhole, errorText, type QueryError } from '../questions/errors.ts'
import { chosenSql, type Question } from '../questions/questions.ts'
import { type Statement, statementsOf, withParameters } from '../questions/statements.ts'
import { valueText } from '../questions/values.ts'
import { addressOf, longestQuery, readAddress } from './address.ts'
import type { Setup } from './catalog.ts'
import { createEditor, type SqlEditor } from './editor.ts'
import { addToHistory, clearHistory, readHistory } from './history.ts'
import { ChoiceFields, HistoryEntries, Layout, SavedEntries } from './layout.ts'
import { Parameters } from './parameters.ts'
import { ResultPanel } from './result-panel.ts'
import { forgetQuery, readSaved, saveQuery } from './saved.ts'
import { Session } from './session.ts'
import { quotedTable } from './summary.ts'
import { Tree } from './tree.ts'

/** Where the tables stand beside the editor, and so are open from the start. */
const besideEditor = '(min-width: 1100px)'
/** Values of a column that the editor offers. */
const mostOffered = 200

/** The page where tables are asked in SQL: ready questions, the editor, the result. */
export class SqlPage {
  readonly #place: HTMLElement
  readonly #setup: Setup
  readonly #editor: SqlEditor
  readonly #session: Session
  readonly #tree: Tree
  readonly #parameters: Parameters
  readonly #actions: Readonly<Record<string, (panel: ResultPanel | undefined) => unknown>> = {
    run: () => this.#run(),
    explain: () => this.#run('EXPLAIN '),
    stop: () => this.#stop(),
    start: () => this.#start(),
    copy: () => this.#copyLink(),
    chart: (panel) => panel?.toggleChart(),
    csv: (panel) => panel?.saveCsv(),
    excel: (panel) => panel?.saveExcel(),
    forget: () => this.#forget(),
  }
  #panels: ResultPanel[] = []
  #isRunning = false

  /** `onFailure` is called when the engine cannot be started. */
  constructor(
    place: HTMLElement,
    setup: Setup,
    readonly onFailure: () => void,
  ) {
    this.#place = place
    this.#setup = setup
    this.#session = new Session(
      setup.tables,
      setup.root,
      (text) => this.#say(text),
      () => this.#tree.show(),
    )
    place.innerHTML = Layout(setup).text
    this.#parameters = new Parameters(this.#find('.sql-parameters'), setup, () => this.#showLink())
    this.#editor = createEditor(this.#find('.sql-editor'), {
      tables: () => this.#session.tables,
      values: (table, column) => this.#valuesOf(table, column),
      run: () => void this.#run(),
      changed: () => this.#changed(),
    })
    this.#tree = new Tree(this.#find('.sql-tree'), {
      session: this.#session,
      insert: (name) => this.#editor.insert(name),
      fail: (error) => this.#fail(error),
      isBusy: () => this.#isRunning,
    })
    this.#find<HTMLDetailsElement>('.sql-known').open = matchMedia(besideEditor).matches
    this.#listen()
    if (!this.#takeAddress() && setup.questions[0]) this.#choose(setup.questions[0])
    this.#refuseLongAddress()
    this.#put('.sql-history ul', HistoryEntries(readHistory()))
    this.#put('.sql-saved ul', SavedEntries(readSaved()))
  }

  #listen(): void {
    this.#place.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
      if (button) this.#press(button)
    })
    this.#find('.sql-name').addEventListener('submit', (event) => {
      event.preventDefault()
      this.#save()
    })
    this.#find('[name=own]').addEventListener('change', ({ target }) => void this.#addOwn(target as HTMLInputElement))
    this.#find('.sql-choices').addEventListener('input', () => {
      const question = this.#question(this.#place.querySelector<HTMLElement>('[data-question][aria-pressed=true]')?.dataset.question)
      if (question) this.#takeChosen(question)
    })
    addEventListener('hashchange', () => {
      this.#takeAddress()
      this.#refuseLongAddress()
    })
  }

  /** Puts the query of the address into the editor, unless it stands there; says whether there is one. */
  #takeAddress(): boolean {
    const asked = readAddress(location.hash)
    if (asked === undefined || asked === 'too long') return false
    if (asked.sql !== this.#editor.text()) this.#take(asked.sql)
    if (asked.values) this.#parameters.show(asked.sql, asked.values)
    this.#showLink()
    return true
  }

  #refuseLongAddress(): void {
    if (readAddress(location.hash) !== 'too long') return
    this.#showError({ message: `リンクの問い合わせは長すぎるので読まなかった (${longestQuery.toLocaleString('ja-JP')}字まで)。` })
  }

  #press(button: HTMLElement): void {
    const { question: name, past, saved, unsave, do: action = '' } = button.dataset
    const question = this.#question(name)
    if (question) this.#choose(question)
    if (past !== undefined) this.#take(readHistory()[Number(past)] ?? '')
    if (saved !== undefined) this.#take(readSaved().find((query) => query.name === saved)?.sql ?? '')
    if (unsave !== undefined) this.#unsave(unsave)
    void this.#actions[action]?.(this.#panels.find((panel) => panel.holds(button)))
  }

  async #start(): Promise<void> {
    try {
      await this.#session.start()
    } catch (error) {
      this.#fail(error)
    }
  }

  /** Runs each statement of the editor, after words that are put before it; the first that fails ends it. */
  async #run(before = ''): Promise<void> {
    const text = this.#editor.text()
    const { values } = this.#parameters
    if (this.#isRunning || text.trim() === '') return
    this.#setRunning(true)
    this.#showError(undefined)
    this.#clearResults()
    history.replaceState(null, '', addressOf(text, values))
    const filled = withParameters(text, values)
    const found = statementsOf(filled.sql)
    const statements = found.length === 0 ? [{ sql: filled.sql, start: 0 }] : found
    const placeOf = (offset: number, { start }: Statement) => filled.placeOf(start + Math.max(0, offset - before.length))
    this.#say('DuckDBを準備している…')
    let running = statements[0] as Statement
    try {
      await this.#session.start()
      for (const [index, statement] of statements.entries()) {
        running = statement
        this.#say(statements.length === 1 ? '実行している…' : `${statements.length}文のうち${index + 1}つ目を実行している…`)
        const answer = await this.#session.run(/^explain\b/i.test(statement.sql) ? statement.sql : before + statement.sql)
        this.#panels.push(
          new ResultPanel(this.#find('.sql-results'), { ...answer, sql: statement.sql }, { no: index + 1, count: statements.length, code: this.#setup.code }),
        )
        this.#say(`${answer.result.rows.length.toLocaleString('ja-JP')}行${statements.length > 1 ? ` (${statements.length}文)` : ''}`)
      }
      addToHistory(text)
      this.#put('.sql-history ul', HistoryEntries(readHistory()))
    } catch (error) {
      this.#fail(error, (query) => errorInWhole(query, text, (offset) => placeOf(offset, running)))
    }
    this.#setRunning(false)
  }

  async #stop(): Promise<void> {
    this.#say('止めている…')
    const keepsTables = await this.#session.stop()
    this.#say(keepsTables ? '止めた。一時的な表は残っている。' : '止めた。次の問い合わせのために準備し直している… (一時的な表は消えた)')
  }

  #clearResults(): void {
    for (const panel of this.#panels) panel.remove()
    this.#panels = []
  }

  /** Says why there is no result: the query's error, that it was stopped, or that the engine did not start. */
  #fail(error: unknown, inWhole = (query: QueryError) => query): void {
    const query = error instanceof Error && 'query' in error ? (error.query as QueryError | 'stopped') : undefined
    if (query === 'stopped') {
      this.#say('止めた。')
      return
    }
    this.#say('')
    if (query === undefined) this.onFailure()
    const said = error instanceof Error ? error.message : error
    this.#showError(query ? inWhole(query) : { message: `DuckDBを準備できなかった。このページはウェブサーバーから開くと使える。(${said})` })
  }

  #showError(error: QueryError | undefined): void {
    const place = this.#find('#sql-error')
    place.hidden = error === undefined
    place.textContent = error === undefined ? '' : errorText(error)
    this.#editor.mark(error?.place?.offset)
  }

  #setRunning(is: boolean): void {
    this.#isRunning = is
    for (const action of ['run', 'explain']) this.#find<HTMLButtonElement>(`[data-do=${action}]`).disabled = is
    this.#find<HTMLButtonElement>('[data-do=stop]').disabled = !is
    this.#find<HTMLButtonElement>('[data-do=start]').hidden = true
    this.#place.setAttribute('aria-busy', String(is))
  }

  /** Puts a query into the editor; unless it is a ready question's, none of these stays chosen. */
  #take(sql: string, question?: Question): void {
    this.#editor.setText(sql)
    this.#showError(undefined)
    for (const button of this.#place.querySelectorAll<HTMLElement>('[data-question]'))
      button.setAttribute('aria-pressed', String(button.dataset.question === question?.name))
    this.#find('.sql-description').textContent = question?.description ?? ''
    if (!question) this.#put('.sql-choices', undefined)
  }

  #choose(question: Question): void {
    this.#put('.sql-choices', ChoiceFields(question, this.#setup.options))
    this.#takeChosen(question)
  }

  /** Puts a ready question with what is chosen into the editor; once the engine runs, its answer is there at once. */
  #takeChosen(question: Question): void {
    const value = (name: string) => this.#place.querySelector<HTMLSelectElement>(`.sql-choices [name=${name}]`)?.value || undefined
    const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
    const choices = { plan: this.#setup.plan, item: number(value('item')), year: number(value('year')), department: value('department') }
    this.#take(chosenSql(question, choices), question)
    if (this.#session.isStarted) void this.#run()
  }

  #question(name: string | undefined): Question | undefined {
    return this.#setup.questions.find((question) => question.name === name)
  }

  #forget(): void {
    clearHistory()
    this.#put('.sql-history ul', HistoryEntries([]))
  }

  #changed(): void {
    this.#parameters.show(this.#editor.text())
    this.#showLink()
  }

  #showLink(): void {
    this.#find<HTMLAnchorElement>('.sql-link').href = addressOf(this.#editor.text(), this.#parameters.values)
    this.#find('.sql-address').hidden = true
  }

  /** Shows the address of the query, chosen and copied. */
  #copyLink(): void {
    const { href } = this.#find<HTMLAnchorElement>('.sql-link')
    const field = this.#find<HTMLInputElement>('.sql-address input')
    this.#find('.sql-address').hidden = false
    field.value = href
    field.select()
    this.#say(copySelected() ? 'リンクをコピーした' : 'リンクを選択した')
  }

  #save(): void {
    const field = this.#find<HTMLInputElement>('.sql-name [name=name]')
    const name = field.value.trim()
    if (name === '') return
    const isKept = saveQuery({ name, sql: this.#editor.text() })
    this.#say(isKept ? `「${name}」として保存した` : 'このブラウザには保存できない')
    field.value = ''
    this.#put('.sql-saved ul', SavedEntries(readSaved()))
  }

  #unsave(name: string): void {
    forgetQuery(name)
    this.#put('.sql-saved ul', SavedEntries(readSaved()))
    this.#find<HTMLInputElement>('.sql-name [name=name]').focus()
  }

  /** Makes a table of a file of one's own, which is read in this page alone. */
  async #addOwn(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0]
    field.value = ''
    if (!file || this.#isRunning) return
    this.#setRunning(true)
    this.#showError(undefined)
    this.#say(`${file.name} を読んでいる…`)
    try {
      const [{ readOwnFile }, { ownTable }] = await Promise.all([import('./own-file.ts'), import('./own-table.ts')])
      const own = ownTable(file.name, this.#ownName(file.name), await readOwnFile(file))
      if (!own) throw new Error(`${file.name} に、見出しの行とその下の行がない。`)
      await this.#session.addOwn(own.table, own.statements)
      this.#say(`${file.name} を表 ${own.table.name} にした (${own.rows.toLocaleString('ja-JP')}行)。SELECT * FROM ${own.table.name} のように使う。`)
    } catch (error) {
      if (error instanceof Error && !('query' in error)) this.#showError({ message: error.message })
      else this.#fail(error)
    }
    this.#setRunning(false)
  }

  /** The name of a table for a file: own_ with its letters, so that no published table is hidden. */
  #ownName(file: string): string {
    const letters = file
      .replace(/\.[^.]*$/, '')
      .normalize('NFKC')
      .replace(/[^\p{L}\p{N}_]+/gu, '_')
      .replace(/^_+|_+$/g, '')
    return `own_${letters || 'table'}`.slice(0, 60)
  }

  /** Values of a column for the editor, once DuckDB is there and has nothing else to do. */
  async #valuesOf(table: string, column: string): Promise<readonly string[]> {
    if (!this.#session.isStarted || this.#isRunning) return []
    const name = quotedName(column)
    try {
      const { result } = await this.#session.run(`SELECT DISTINCT ${name} FROM ${quotedTable(table)} WHERE ${name} IS NOT NULL ORDER BY 1 LIMIT ${mostOffered}`)
      return result.rows.map(([value]) => literal(valueText(value ?? null) ?? ''))
    } catch {
      return []
    }
  }

  #say(text: string): void {
    this.#find('.sql-status').textContent = text
  }

  #put(selector: string, content: Html | undefined): void {
    this.#find(selector).innerHTML = content?.text ?? ''
  }

  #find<E extends Element = HTMLElement>(selector: string): E {
    return this.#place.querySelector(selector) as E
  }
}
