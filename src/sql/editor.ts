import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { keywordCompletionSource, PostgreSQL, SQLDialect, sql } from '@codemirror/lang-sql'
import { EditorState, Prec, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import type { KnownTable } from './catalog.ts'
import { nameSource, valueSource } from './completion.ts'
import { highlighting } from './highlighting.ts'

/** An editor of SQL: its text, and the place of an error in it. */
export interface SqlEditor {
  text(): string
  setText(text: string): void
  /** Puts words where the cursor is, and the cursor after them. */
  insert(words: string): void
  /** Marks the word at an offset as where the error is, and puts the cursor there; undefined takes the mark away. */
  mark(offset: number | undefined): void
}

const { keywords = '', ...postgres } = PostgreSQL.spec
const duckdb = SQLDialect.define({ ...postgres, keywords: `${keywords} anti asof describe exclude pivot positional qualify semi struct summarize unpivot` })

const setMark = StateEffect.define<number | undefined>()

/** The error's mark goes away with the next change of the text. */
const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, state }) {
    for (const effect of effects) if (effect.is(setMark)) return effect.value === undefined ? Decoration.none : markAt(state, effect.value)
    return docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

function markAt(state: EditorState, offset: number): DecorationSet {
  const start = Math.min(offset, state.doc.length)
  const end = /^(?:[\p{L}\p{N}_]+|\S)?/u.exec(state.sliceDoc(start, start + 200))?.[0].length ?? 0
  const range = end > 0 ? ([start, start + end] as const) : ([Math.max(0, start - 1), start] as const)
  return range[0] < range[1] ? Decoration.set(Decoration.mark({ class: 'sql-mark' }).range(...range)) : Decoration.none
}

/** What an editor asks of its page: the tables it may name, to run its text (Ctrl+Enter, ⌘+Enter), to hear of changes. */
export interface EditorPage {
  tables(): readonly KnownTable[]
  /** Some values of a column of a table, as they are written in SQL; none where they cannot be asked for now. */
  values(table: string, column: string): Promise<readonly string[]>
  run(): void
  changed(): void
}

/** Puts an editor into an element. */
export function createEditor(parent: HTMLElement, { tables, values, run, changed }: EditorPage): SqlEditor {
  const keywordSource = keywordCompletionSource(duckdb, true)
  const names = nameSource(tables)
  const runCommand = () => {
    run()
    return true
  }
  const view = new EditorView({
    parent,
    state: EditorState.create({
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        sql({ dialect: duckdb }),
        highlighting(duckdb),
        autocompletion({ override: [valueSource(tables, values), names, (context: CompletionContext) => keywordSource(context)], icons: false }),
        Prec.highest(keymap.of(['Ctrl-Enter', 'Cmd-Enter'].map((key) => ({ key, run: runCommand })))),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        markField,
        EditorView.updateListener.of(({ docChanged }) => docChanged && changed()),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'SQLの問い合わせ。Ctrl+Enterで実行', spellcheck: 'false' }),
      ],
    }),
  })
  view.scrollDOM.tabIndex = 0
  return {
    text: () => view.state.doc.toString(),
    insert: (words) => {
      view.dispatch(view.state.replaceSelection(words))
      view.focus()
    },
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    mark: (offset) =>
      view.dispatch({
        effects: setMark.of(offset),
        ...(offset !== undefined && { selection: { anchor: Math.min(offset, view.state.doc.length) }, scrollIntoView: true }),
      }),
  }
}
