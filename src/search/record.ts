/** What a hit is of, in the order in which hits are shown. */
export const kinds = ['項目', '担当課', '目標・計画', '実績', '評価・検証', '図表', '数値'] as const

export type Kind = (typeof kinds)[number]

/** A number that stands in a record's text: from where to where (end exclusive), and the value it means. */
export interface RecordFigure {
  start: number
  end: number
  /** as printed */
  value: number
  /** whole yen, where the number is money */
  yen: number | null
}

/** What search can find: a sentence, a name or a number of the document, or a card of a page. */
export interface SearchRecord {
  /** where it leads, from the root of the site */
  href: string
  kind: Kind
  /** its item, numbered and named; '' where it belongs to none */
  item: string
  /** its fiscal year in both calendars, '' where it has none */
  year: string
  departments: readonly string[]
  text: string
  figures: readonly RecordFigure[]
}
