import type { Html } from '../markup/html.ts'
import { errorText, type QueryError } from '../questions/errors.ts'
import { chosenSql, type Question } from '../questions/questions.ts'
import { addressOf, longestQuery, readAddress } from './address.ts'
import type { Setup } from './catalog.ts'
import { createEditor, type SqlEditor } from './editor.ts'
import { addToHistory, clearHistory, readHistory } from './history.ts'
import { ChoiceFields, HistoryEntries, Layout } from './layout.ts'
import { ResultPanel } from './result-panel.ts'
import { Session } from './session.ts'

/** The page where tables are asked in SQL: ready questions, the editor, the result. */
export class SqlPage {
  readonly #place: HTMLElement
  readonly #setup: Setup
  readonly #panel: ResultPanel
  readonly #editor: SqlEditor
  readonly #session: Session
  readonly #actions: Readonly<Record<string, () => unknown>> = {
    run: () => this.#run(),
    stop: () => this.#session.restart(),
    start: () => this.#start(),
    chart: () => this.#panel.toggleChart(),
    csv: () => this.#panel.saveCsv(),
    excel: () => this.#panel.saveExcel(),
    forget: () => this.#forget(),
  }
  #isRunning = false

  /** `onFailure` is called when the engine cannot be started. */
  constructor(
    place: HTMLElement,
    setup: Setup,
    readonly onFailure: () => void,
  ) {
    this.#place = place
    this.#setup = setup
    this.#session = new Session(setup.tables, setup.root, (text) => this.#say(text))
    place.innerHTML = Layout(setup).text
    this.#panel = new ResultPanel(this.#find('.sql-result'))
    this.#editor = createEditor(this.#find('.sql-editor'), {
      tables: () => this.#session.tables,
      run: () => void this.#run(),
      changed: () => this.#showLink(),
    })
    this.#listen()
    if (!this.#takeAddress() && setup.questions[0]) this.#choose(setup.questions[0])
    this.#refuseLongAddress()
    this.#put('.sql-history ul', HistoryEntries(readHistory()))
  }

  #listen(): void {
    this.#place.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null
      if (button) this.#press(button.dataset)
    })
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
    return true
  }

  #refuseLongAddress(): void {
    if (readAddress(location.hash) !== 'too long') return
    this.#showError({ message: `リンクの問い合わせは長すぎるので読まなかった (${longestQuery.toLocaleString('ja-JP')}字まで)。` })
  }

  #press({ question: name, past, do: action = '' }: DOMStringMap): void {
    const question = this.#question(name)
    if (question) this.#choose(question)
    if (past !== undefined) this.#take(readHistory()[Number(past)] ?? '')
    void this.#actions[action]?.()
  }

  async #start(): Promise<void> {
    try {
      await this.#session.start()
    } catch (error) {
      this.#fail(error)
    }
  }

  async #run(): Promise<void> {
    const sql = this.#editor.text()
    if (this.#isRunning || sql.trim() === '') return
    this.#setRunning(true)
    this.#showError(undefined)
    history.replaceState(null, '', addressOf(sql))
    try {
      const answer = await this.#session.run(sql)
      this.#panel.show({ ...answer, sql })
      addToHistory(sql)
      this.#put('.sql-history ul', HistoryEntries(readHistory()))
      this.#say(`${answer.result.rows.length.toLocaleString('ja-JP')}行`)
    } catch (error) {
      this.#fail(error)
    }
    this.#setRunning(false)
  }

  /** Says why there is no result: the query's error, that it was stopped, or that the engine did not start. */
  #fail(error: unknown): void {
    const query = error instanceof Error && 'query' in error ? (error.query as QueryError | 'stopped') : undefined
    if (query === 'stopped') {
      this.#say('止めた。次の問い合わせのために準備し直している…')
      return
    }
    this.#say('')
    if (query === undefined) this.onFailure()
    const said = error instanceof Error ? error.message : error
    this.#showError(query ?? { message: `DuckDBを準備できなかった。このページはウェブサーバーから開くと使える。(${said})` })
  }

  #showError(error: QueryError | undefined): void {
    const place = this.#find('#sql-error')
    place.hidden = error === undefined
    place.textContent = error === undefined ? '' : errorText(error)
    this.#editor.mark(error?.place?.offset)
  }

  #setRunning(is: boolean): void {
    this.#isRunning = is
    this.#find<HTMLButtonElement>('[data-do=run]').disabled = is
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

  #showLink(): void {
    this.#find<HTMLAnchorElement>('.sql-link').href = addressOf(this.#editor.text())
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
