import { flag, itemNo, type Mart, maybeInFiscalYear, nullable, number, place, text } from './mart.ts'

const maybeItem = { ...itemNo, ...nullable } as const

/** The marts about the numbers of the document and about its checks. */
export const figureMarts = {
  figure_roles: {
    title: '数字の役割ごとの個数',
    grain: 'プラン・数字の役割に1行。役割が NULL の行は読み取れなかった数字',
    columns: { role: text('役割', nullable), figures: number('個数') },
  },
  figure_words: {
    title: '数字とその文',
    grain: '文書の数字1つに1行、その数字のある行の文とともに',
    columns: {
      figure_no: number('数字番号'),
      item_no: maybeItem,
      title: text('項目名', nullable),
      ...maybeInFiscalYear,
      label: text('名前', nullable),
      value: number('値', nullable),
      unit: text('単位', nullable),
      role: text('役割', nullable),
      words: text('文', nullable),
      ...place,
    },
  },
  digit_totals: {
    title: '数字の収支の計',
    grain: 'プランに1行',
    columns: {
      digits: number('ファイルの数字'),
      accounted: number('行方の分かる数字'),
      astray: number('行方の分からない数字'),
    },
  },
  check_counts: {
    title: '規則ごとの照合の数',
    grain: 'プラン・照合の規則に1行',
    columns: {
      rule: text('規則'),
      compares: flag('数字を比べる'),
      agrees: number('一致'),
      differs: number('相違'),
      missing: number('欠落'),
    },
  },
  missing_causes: {
    title: '欠落の原因',
    grain: '欠落の原因1つに1行。項目のページがなければ、そのために見つからない部分を合わせて1行、ほかは照合1件に1行',
    columns: {
      cause_no: number('原因の照合番号'),
      item_no: maybeItem,
      rule: text('規則'),
      message: text('説明'),
      checks: number('欠落した照合の数'),
      parts: text('見つからない部分', nullable),
      source_line: number('行', nullable),
    },
  },
  check_totals: {
    title: '照合の数',
    grain: 'プランに1行',
    columns: {
      compared: number('比べた数字の組'),
      agrees: number('一致'),
      differs: number('相違'),
      missing: number('欠落'),
      missing_causes: number('欠落の原因'),
    },
  },
} as const satisfies Readonly<Record<string, Mart>>
