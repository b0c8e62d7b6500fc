// Reads documents in the page: what is dropped or chosen goes to a worker of the page, and the list of what is to be looked at
// comes back. Nothing is asked of any server but the page's own scripts.

import { formByHand, type GivenWords } from '../../loaders/form-by-hand.ts'
import type { Form } from '../../loaders/forms/form.ts'
import { reformResults } from '../../loaders/forms/reform-results.ts'
import { proofCells, proofHead } from '../../loaders/proof-table.ts'
import { csvText } from '../format/csv.ts'
import { copySelected } from '../markup/copy-text.ts'
import { type Html, html } from '../markup/html.ts'
import { saveFile } from '../markup/save-file.ts'
import { Dashboard } from './dashboard.ts'
import { DocumentView } from './document-view.ts'
import { Drawing } from './drawing.ts'
import { chosenFiles, droppedFiles } from './dropped.ts'
import { chosenWords, FormView } from './form-view.ts'
import type { GivenFile } from './given-files.ts'
import { Places, ReadingView } from './list-view.ts'
import { mailText } from './mail-text.ts'
import type { Reading } from './reading.ts'
import { FormRefusal, Session, Stopped } from './session.ts'

const page = document.getElementById('reader') as HTMLElement
const root = page.dataset.root ?? './'
const session = new Session(root)
const drawing = new Drawing(root)
let turn = 0
/** What is read, the form that it is read by, and the words that were given their meanings on top of it. */
let asked: { files: readonly GivenFile[]; base: Form | undefined; words: readonly GivenWords[] } = { files: [], base: undefined, words: [] }
let shown: { reading: Reading; places: Places } | undefined

/** The rows of every table of what is shown, as `ingest` would store them. */
export async function rows(): Promise<unknown> {
  return (await session.rows()).rows
}

const drop = `ここにファイルかフォルダを落とす`

function start(): void {
  put(
    html`<form class="reader-form card" aria-labelledby="reader-drop"><p id="reader-drop"><strong>${drop}</strong>か、下から選ぶ。PDF、Word (.docx)、Excel (.xlsx)、テキストを読み取れる。</p>
<p class="reader-choices"><label>ファイルを選ぶ <input type="file" name="files" multiple></label> <label>plan.json のあるフォルダを選ぶ <input type="file" name="folder" webkitdirectory></label></p>
<p class="reader-progress"><span role="status"></span> <progress hidden aria-label="読み取りの進み"></progress> <span class="reader-pages" aria-hidden="true"></span> <button type="button" data-do="stop" hidden>止める</button></p>
<p class="attention reader-failure" role="alert" hidden></p></form>
<div class="reader-shown" hidden><p class="downloads"><button type="button" data-do="print">点検表を印刷</button> <button type="button" data-do="workbook">Excel</button> <button type="button" data-do="csv">CSV</button> <button type="button" data-do="mail">メールに貼る文</button> <button type="button" data-do="dashboard">ダッシュボードにする</button></p>
<div class="reader-mail" hidden><label for="reader-mail">メールに貼る文</label><textarea id="reader-mail" readonly rows="12"></textarea><p class="downloads"><button type="button" data-do="copy">コピー</button></p></div>
<div class="reader-panes"><div class="reader-lists"><div class="reader-list"></div><div class="reader-form-by-hand"></div></div>
<section class="reader-document card" id="reader-document" aria-labelledby="reader-document-title" tabindex="-1"><h2 id="reader-document-title">文書</h2><div class="reader-document-page"><p class="scope">一覧の「場所」を選ぶと、その場所の文がここに出る。</p></div><p><a href="#" data-do="back" hidden>一覧に戻る</a></p></section></div></div>`,
    page,
  )
  page.addEventListener('click', (event) => act(event))
  page.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return
    if (target.name === 'form') void openForm(target)
    else void give(Promise.resolve(chosenFiles(target.files)), target)
  })
  const withFiles = ({ dataTransfer }: DragEvent) => (dataTransfer?.types.includes('Files') ? dataTransfer : undefined)
  addEventListener('dragover', (event) => withFiles(event) && event.preventDefault())
  addEventListener('drop', (event) => {
    const dropped = withFiles(event)
    if (!dropped) return
    event.preventDefault()
    void give(droppedFiles(dropped))
  })
  page.addEventListener('dragenter', () => page.classList.add('reader-over'))
  for (const end of ['dragend', 'drop', 'dragleave']) page.addEventListener(end, () => page.classList.remove('reader-over'))
}

/** Reads what was given, by the forms that are known; an input that gave it may give the same again. */
async function give(given: Promise<GivenFile[]>, input?: HTMLInputElement): Promise<void> {
  fail(undefined)
  const files = await given.catch(() => undefined)
  if (input) input.value = ''
  if (!files) return fail('落としたフォルダの中を見られない。「フォルダを選ぶ」で選ぶ')
  if (files.length === 0) return fail('ファイルがない')
  asked = { files, base: undefined, words: [] }
  await read()
}

/** Reads again by the form of a file. */
async function openForm(input: HTMLInputElement): Promise<void> {
  const [file] = input.files ?? []
  if (!file) return
  const text = await file.text()
  input.value = ''
  await read(text)
}

/** The form that is asked for, as JSON; undefined where it is one of those that are known. */
function ownForm(): string | undefined {
  const { base, words } = asked
  return base || words.length > 0 ? JSON.stringify(formByHand(base ?? reformResults, words), null, 2) : undefined
}

/** Reads what was given and shows it, in the place of what is still being read; `opened` is a form that was opened. */
async function read(opened?: string): Promise<void> {
  fail(undefined)
  setReading(true)
  turn += 1
  const mine = turn
  drawing.stop()
  dashboard?.close()
  if (opened === undefined) show(undefined)
  try {
    const reading = await session.read(asked.files, opened ?? ownForm(), {
      onPlan: (path) => say(`${path} を読み取っている…`),
      onPage: (at, pages) => setPage(at, pages),
    })
    if (opened !== undefined) asked = { files: asked.files, base: JSON.parse(opened) as Form, words: [] }
    show(reading)
    say(readInWords(reading))
  } catch (error) {
    if (mine !== turn) return
    say('')
    if (error instanceof Stopped) say('止めた。')
    else if (error instanceof FormRefusal) fail(`様式として読めない: ${error.message}`)
    else fail(`予期しないエラーで中止した: ${error instanceof Error ? error.message : error}`)
  }
  setReading(false)
}

let dashboard: Dashboard | undefined

/** Draws the pages of what was read and shows them. */
async function draw(): Promise<void> {
  fail(undefined)
  if (dashboard?.reopen()) return
  setReading(true)
  const mine = turn
  say('ダッシュボードを作っている…')
  try {
    const pages = await drawing.draw(await session.rows())
    say('')
    dashboard ??= new Dashboard(drawing)
    dashboard.open(pages)
  } catch (error) {
    if (mine !== turn) return
    say('')
    if (error instanceof Stopped) say('止めた。')
    else fail(`ダッシュボードを作れない: ${error instanceof Error ? error.message : error}`)
  }
  setReading(false)
}

function readInWords({ documents }: Reading): string {
  const read = documents.filter(({ plan }) => plan).length
  const refused = documents.length - read
  return [read > 0 && `${read}件の文書を読み取った。`, refused > 0 && `${refused}件は読み取れなかった。`].filter(Boolean).join('')
}

const actions: Readonly<Record<string, (target: HTMLElement) => void>> = {
  stop: () => {
    session.stop()
    drawing.stop()
  },
  dashboard: () => void draw(),
  print: () => print(),
  reread: () => {
    asked = { ...asked, words: chosenWords(page) }
    void read()
  },
  'save-form': () => saveFile('様式.json', new Blob([`${ownForm()}\n`], { type: 'application/json' })),
  workbook: async () => {
    saveFile('点検表.xlsx', new Blob([await session.workbook()], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }))
  },
  csv: () => saveFile('点検表.csv', new Blob([proofsCsv()], { type: 'text/csv' })),
  mail: () => {
    if (!shown) return
    const text = find<HTMLTextAreaElement>('#reader-mail')
    text.value = mailText(shown.reading)
    find('.reader-mail').hidden = false
    text.focus()
    text.select()
  },
  copy: (button) => {
    find<HTMLTextAreaElement>('#reader-mail').select()
    button.textContent = copySelected() ? 'コピーした' : '選択した'
  },
  back: () => lastPlace?.focus(),
}

let lastPlace: HTMLElement | undefined

function act(event: MouseEvent): void {
  const target = (event.target as HTMLElement).closest<HTMLElement>('[data-do], [data-place]')
  if (!target) return
  if (target.localName === 'a') event.preventDefault()
  if (target.dataset.place !== undefined) goTo(target)
  else actions[target.dataset.do ?? '']?.(target)
}

/** Shows the words that a link of the list leads to, in the document beside it. */
function goTo(link: HTMLElement): void {
  const found = shown?.places.at(Number(link.dataset.place))
  if (!found) return
  lastPlace?.removeAttribute('aria-current')
  link.setAttribute('aria-current', 'true')
  lastPlace = link
  put(DocumentView(found.document, found.place), find('.reader-document-page'))
  find('[data-do=back]').hidden = false
  const pane = find('.reader-document')
  pane.focus({ preventScroll: true })
  pane.scrollIntoView({ block: 'nearest' })
  const mark = pane.querySelector('mark, .reader-mark')
  if (!mark) return
  pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 2
  mark.scrollIntoView({ block: 'nearest', inline: 'center' })
}

function proofsCsv(): string {
  const documents = shown?.reading.documents ?? []
  return csvText([proofHead, ...documents.flatMap(({ path, proofs }) => proofs.map((proof) => proofCells(path, proof)))], { forExcel: true })
}

/** Shows what was read, or nothing. */
function show(reading: Reading | undefined): void {
  shown = reading && { reading, places: new Places() }
  put(shown && ReadingView(shown.reading, shown.places), find('.reader-list'))
  put(
    reading &&
      FormView(
        reading.found,
        asked.words,
        reading.documents.some(({ plan }) => !plan),
      ),
    find('.reader-form-by-hand'),
  )
  find('.reader-shown').hidden = !shown
  find('[data-do=dashboard]').hidden = !reading?.documents.some(({ plan }) => plan)
  find('.reader-mail').hidden = true
}

function setReading(is: boolean): void {
  find('[data-do=stop]').hidden = !is
  const progress = find<HTMLProgressElement>('progress')
  progress.hidden = !is
  progress.removeAttribute('value')
  find('.reader-pages').textContent = ''
  page.setAttribute('aria-busy', String(is))
}

/** Shows how far a PDF is read; what is said aloud does not change with each page. */
function setPage(at: number, pages: number): void {
  const progress = find<HTMLProgressElement>('progress')
  progress.max = pages
  progress.value = at
  find('.reader-pages').textContent = `${pages}頁のうち${at}頁`
}

function say(text: string): void {
  find('[role=status]').textContent = text
}

function fail(reason: string | undefined): void {
  const place = find('.reader-failure')
  place.hidden = reason === undefined
  place.textContent = reason ?? ''
}

function put(content: Html | undefined, place: HTMLElement): void {
  place.innerHTML = content?.text ?? ''
}

function find<E extends Element = HTMLElement>(selector: string): E {
  return page.querySelector(selector) as E
}

if (typeof Worker === 'function') start()
