/** What a part of an item holds; the records are read of parts by these names. */
export type PartKind =
  | 'departments'
  | 'schedule'
  | 'initiatives'
  | 'results'
  | 'year'
  | 'verification'
  | 'achieved'
  | 'not_achieved'
  | 'effects'
  | 'rating'
  | 'next'

/** What a part says of its item: what was planned, what a year brought, the review, the money, the rating, what is left to do. */
export type PartRole = 'plan' | 'year' | 'review' | 'money' | 'rating' | 'closing'

/**
 * Words of a form, on folded text: full-width letters, digits and marks are written as ASCII. A blank stands for blanks or
 * none, `[課|部]` for one of these or nothing, `{works}` for one of the form's words of that name or a piece of the vocabulary
 * (`structure/phrases.ts` has the list). `[`, `]`, `|`, `{` and `}` stand for themselves after a backslash.
 */
export type Phrase = string

/** A label that opens a part. */
export interface LabelForm {
  words: Phrase
  /** characters that may come right after it, where it does not close a bracket of its own; else a blank or the line's end */
  marks?: string
  /** labels of one part that have other keys may both stand in an item; without one, a second label begins another item */
  key?: string
  /** the label means so only on lines of a part of this role, where no other label stands */
  within?: PartRole
}

/** A part of an item. */
export interface PartForm {
  kind: PartKind
  /** in the words of the office, as checks and messages name it */
  title: string
  role: PartRole
  /** names stand in its label, lists open other parts; a table has columns, a mark is a word or letter, text is sentences */
  holds: 'names' | 'table' | 'text' | 'lists' | 'mark'
  labels: readonly LabelForm[]
  /** words of its table's head beside the years */
  columns?: readonly Phrase[]
}

/** A part that is due in each item once any item of the document has it. */
export interface DueForm {
  kind: PartKind
  /** what shows that the item has it: its label alone, or what it should hold */
  needs: 'label' | 'text' | 'rating'
  /** due only where the item states money that its effects sum up */
  ifMoney?: true
}

/** The heads of the years that results are reported for. */
export interface YearHeadForm {
  /** marks that may stand before a head on a line of its own */
  marks: string
  /** the word that makes a head of what has no readable year */
  result: string
  /** words that may follow the year */
  said: readonly Phrase[]
  /** words that make of a year's name a day, a limit or a plan */
  notSaid: readonly string[]
}

/** What a column of a list holds: a row an item, or a row an item and year. */
export type ListRole =
  | 'no'
  | 'name'
  | 'departments'
  | 'year'
  | 'initiatives'
  | 'results'
  | 'review'
  | 'achieved'
  | 'not_achieved'
  | 'effect'
  | 'count'
  | 'amount'
  | 'rating'
  | 'next'

/** A column of a list, known by its head. */
export interface ListColumn {
  role: ListRole
  /** its heads, without blanks; a year may stand before those of results and amounts */
  heads: readonly Phrase[]
  /**
   * what the form prints around such a cell, `{cell}`, which may have a year, `{year}`; of effects the head of a column of their table,
   * with `{unit}`. It holds no digits.
   */
  text?: string
  /** the unit of counts without one: 件 */
  unit?: string
}

/** How the form is printed as a list, and the label above the effects. */
export interface ListForm {
  columns: readonly ListColumn[]
  effects: string
}

/**
 * A form of results documents: data alone, as it could stand in a JSON file. Everything that the reader knows of the words by
 * which such a document is laid out stands here.
 */
export interface Form {
  id: string
  /** in the words of the office */
  title: string
  /** lists of words that phrases name in {} */
  words: { readonly [name: string]: readonly Phrase[] }
  /** what the title of a document names: プラン */
  titles: readonly string[]
  /** the heads of the table of contents */
  contents: readonly Phrase[]
  item: {
    /** an item's head as it looks, for messages: No.1 項目名 */
    example: string
    /** the head of an item, up to its number */
    heads: readonly Phrase[]
    /** words after the number that make it a mark of another item */
    references: readonly string[]
  }
  years: YearHeadForm
  parts: readonly PartForm[]
  /** for a role the parts after which a part of it cannot belong to the same item */
  notAfter: { readonly [R in PartRole]?: readonly PartKind[] }
  /** in the order of the checks; after them come the results of each year that any item reports */
  due: readonly DueForm[]
  /** the marks that a rating may be, best first, where the document does not state them itself */
  ratingScale?: readonly string[]
  /** where documents of the form are printed as a list as well */
  list?: ListForm
}
