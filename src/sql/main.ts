// SQL on the tables of the site. The editor stands at once; DuckDB is loaded when a query is first run or when asked for.

import type { Html } from '../components/html.ts'
import { addressOf, readAddress } from './address.ts'
import { type KnownTable, martColumnsSql, martTables, publishedTables, type Setup } from './catalog.ts'
import { createEditor } from './editor.ts'
import type { Engine } from './engine.ts'
import { engineFiles } from './engine-files.ts'
import { errorText, type QueryError } from './errors.ts'
import { addToHistory, clearHistory, readHistory } from './history.ts'
import { ChoiceFields, HistoryEntries, Layout } from './layout.ts'
import { chosenSql, type Question } from './questions.ts'
import { ResultPanel } from './result-panel.ts'

/** Longer results are cut: the page has to hold all of their rows. */
const mostRows = 200_000

const page = document.getElementById('sql') as HTMLElement
const answers = document.getElementById('sql-answers') as HTMLElement
const setup = JSON.parse(page.dataset.setup ?? '{}') as Setup

if (typeof WebAssembly === 'object' && typeof Worker === 'function') open()

function open(): void {
  answers.remove()
  page.innerHTML = Layout(setup).text
  const panel = new ResultPanel(find('.sql-result'))
  let tables: readonly KnownTable[] = publishedTables
  let engine: Promise<Engine> | undefined
  let isRunning = false
  const editor = createEditor(
    find('.sql-editor'),
    '',
    () => tables,
    () => void run(),
  )

  /** The engine, started if it is not; what its tables are called is then known to the editor. */
  function start(): Promise<Engine> {
    engine ??= startEngine()
    find<HTMLButtonElement>('[data-do=start]').hidden = true
    return engine
  }

  async function startEngine(): Promise<Engine> {
    performance.mark('sql-start')
    say('DuckDBを準備している…')
    try {
      const { Engine } = await import('./engine.ts')
      const started = await Engine.start(engineFiles())
      performance.measure('sql-ready', 'sql-start')
      say('準備ができた')
      tables = [...publishedTables, ...martTables((await started.run(martColumnsSql, mostRows)).rows)]
      return started
    } catch (error) {
      engine = undefined
      page.after(answers)
      throw error
    }
  }

  async function run(): Promise<void> {
    const sql = editor.text()
    if (isRunning || sql.trim() === '') return
    setRunning(true)
    showError(undefined)
    history.replaceState(null, '', addressOf(sql))
    try {
      say('DuckDBを準備している…')
      const running = await start()
      say('実行している…')
      const begun = performance.now()
      const result = await running.run(sql, mostRows)
      panel.show({ result, sql, seconds: (performance.now() - begun) / 1000 })
      addToHistory(sql)
      showHistory()
      say(`${result.rows.length.toLocaleString('ja-JP')}行`)
    } catch (error) {
      say('')
      showError(readFailure(error))
    }
    setRunning(false)
  }

  function stop(): void {
    void engine?.then((running) => running.stop())
    engine = undefined
    void start().catch(() => {})
  }

  function showError(error: QueryError | 'stopped' | undefined): void {
    const place = find('#sql-error')
    place.hidden = error === undefined || error === 'stopped'
    place.textContent = error === undefined || error === 'stopped' ? '' : errorText(error)
    if (error === 'stopped') say('止めた。次の問い合わせのために準備し直している…')
    else editor.mark(error?.place?.offset)
  }

  function setRunning(is: boolean): void {
    isRunning = is
    find<HTMLButtonElement>('[data-do=run]').disabled = is
    find<HTMLButtonElement>('[data-do=stop]').disabled = !is
    page.setAttribute('aria-busy', String(is))
  }

  /** Puts a query into the editor and the link; one that is not a ready question's leaves none of these chosen. */
  function take(sql: string, question?: Question): void {
    editor.setText(sql)
    showError(undefined)
    find<HTMLAnchorElement>('.sql-link').href = addressOf(sql)
    if (question) return
    for (const button of page.querySelectorAll('[data-question]')) button.setAttribute('aria-pressed', 'false')
    find('.sql-description').textContent = ''
    put('.sql-choices', undefined)
  }

  function choose(question: Question): void {
    for (const button of page.querySelectorAll<HTMLElement>('[data-question]'))
      button.setAttribute('aria-pressed', String(button.dataset.question === question.name))
    find('.sql-description').textContent = question.description
    put('.sql-choices', ChoiceFields(question, setup.options))
    takeChosen(question)
  }

  function takeChosen(question: Question): void {
    const value = (name: string) => page.querySelector<HTMLSelectElement>(`.sql-choices [name=${name}]`)?.value || undefined
    const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
    take(chosenSql(question, { plan: setup.plan, item: number(value('item')), year: number(value('year')), department: value('department') }), question)
    if (engine) void run()
  }

  function showHistory(): void {
    put('.sql-history ul', HistoryEntries(readHistory()))
  }

  const actions: Readonly<Record<string, () => unknown>> = {
    run,
    stop,
    start: () => start().catch((error) => showError(readFailure(error))),
    chart: () => panel.toggleChart(),
    csv: () => panel.saveCsv(),
    excel: () => panel.saveExcel(),
    forget: () => {
      clearHistory()
      showHistory()
    },
  }
  const questionNamed = (name: string | undefined) => setup.questions.find((question) => question.name === name)
  page.addEventListener('click', ({ target }) => {
    const { dataset } = (target instanceof Element && target.closest<HTMLElement>('button')) || page
    const question = questionNamed(dataset.question)
    if (question) choose(question)
    if (dataset.past !== undefined) take(readHistory()[Number(dataset.past)] ?? '')
    void actions[dataset.do ?? '']?.()
  })
  find('.sql-choices').addEventListener('input', () => {
    const question = questionNamed(page.querySelector<HTMLElement>('[data-question][aria-pressed=true]')?.dataset.question)
    if (question) takeChosen(question)
  })
  find('.sql-link').addEventListener('pointerenter', () => {
    find<HTMLAnchorElement>('.sql-link').href = addressOf(editor.text())
  })
  addEventListener('hashchange', () => {
    const asked = readAddress(location.hash)
    if (asked !== undefined && asked !== editor.text()) take(asked)
  })

  const asked = readAddress(location.hash)
  if (asked !== undefined) take(asked)
  else if (setup.questions[0]) choose(setup.questions[0])
  showHistory()
}

/** What a failure says: of a query, or of the engine's start. */
function readFailure(error: unknown): QueryError | 'stopped' {
  if (error instanceof Error && 'query' in error) return error.query as QueryError | 'stopped'
  return { message: `DuckDBを準備できなかった。このページはウェブサーバーから開くと使える。(${error instanceof Error ? error.message : error})` }
}

function say(text: string): void {
  find('.sql-status').textContent = text
}

function put(selector: string, content: Html | undefined): void {
  find(selector).innerHTML = content?.text ?? ''
}

function find<E extends Element = HTMLElement>(selector: string): E {
  return page.querySelector(selector) as E
}
