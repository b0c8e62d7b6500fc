import type { SQLDialect } from '@codemirror/lang-sql'
import { type EditorState, type Extension, RangeSetBuilder, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** The kinds of words that look different, by what the parser of SQL calls them; `styles/sql.css` has their colours. */
const classes: Readonly<Record<string, string>> = {
  Keyword: 'sql-keyword',
  Type: 'sql-type',
  String: 'sql-string',
  Number: 'sql-number',
  Bool: 'sql-keyword',
  Null: 'sql-keyword',
  LineComment: 'sql-comment',
  BlockComment: 'sql-comment',
}

/** Colours a text of SQL by classes, so that light, dark and print each have their own. */
export function highlighting(dialect: SQLDialect): Extension {
  const draw = ({ doc }: EditorState): DecorationSet => {
    const marks = new RangeSetBuilder<Decoration>()
    dialect.language.parser.parse(doc.toString()).iterate({
      enter: ({ name, from, to }) => {
        const style = classes[name]
        if (style !== undefined && from < to) marks.add(from, to, Decoration.mark({ class: style }))
      },
    })
    return marks.finish()
  }
  return StateField.define<DecorationSet>({
    create: draw,
    update: (marks, { docChanged, state }) => (docChanged ? draw(state) : marks),
    provide: (field) => EditorView.decorations.from(field),
  })
}
