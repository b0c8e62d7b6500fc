import type { VFile } from 'vfile'
import type { Place } from './source.ts'
import type { Words } from './words.ts'

/** Everything that can be wrong with a document, one name each; `rules` says in Japanese what each means. */
export const rules = {
  'not-results-document': '取組実績一覧の形をした文書ではない',
  'unreadable-file': 'ファイルを読めない',
  'unknown-encoding': '文字コードを判別できない',
  'invalid-plan': 'plan.json の内容が正しくない',
  'invalid-form': '様式の記述が正しくない',
  'duplicate-plan': '同じプランIDが2度ある',
  'duplicate-item': '同じ項目番号が2度ある',
  'duplicate-row': '同じキーの行が2度ある',
  'unknown-reference': '再掲の印が指す項目がない',
  'file-too-large': 'ファイルが大きすぎる',
  'line-too-long': '行が長すぎる',
  'document-too-long': '文書が長すぎる',
  'too-many-lines': '行が多すぎる',
  'too-many-numbers': '数字が多すぎる',
  'too-many-marks': '区切りの記号が多すぎる',
  'too-many-items': '項目が多すぎる',
  'too-many-years': '年度が多すぎる',
  'too-many-comparisons': '突き合わせる数字が多すぎる',
  'number-too-long': '数字の桁が多すぎて正確に持てない',
  'truncated-document': '文書が途中で切れている',
  'unread-text': 'どの部分にも属さない文',
  'unknown-head': '見出しのように見えるが知らない語',
  'unread-row': '表の行のように見えるが読み取れない文',
  'cut-number': 'ページの切れ目で分かれた数字',
  'unread-number': '数字の種類を読み取れない',
  'unread-amount': '金額を読み取れない',
  'misspelt-amount': '金額の単位の誤記を読み替えた',
  'open-sum': '合計してよいか決められない額がある',
  'unread-schedule': 'スケジュール表の行を読み取れない',
  'unread-year': '年度を読み取れない',
  'unowned-section': 'どの項目のものか決められない',
  'missing-head': '項目の見出しがない',
  'check-differs': '突き合わせた値が合わない',
  'check-missing': 'あるべき部分や再掲の元がない',
} as const

export type RuleId = keyof typeof rules

/** Messages of one rule that are kept; one more says that there are others. */
export const mostOfRule = 1000

/** Collects what is wrong with one document as messages of its VFile, each with its place and rule. */
export class Report {
  readonly #counts = new Map<RuleId, number>()

  constructor(readonly file: VFile) {}

  /** Something a reader of the tables should know; reading goes on. */
  warn(ruleId: RuleId, words: Words | undefined, reason: string): void {
    this.#add(ruleId, words?.place, reason)
  }

  /** Something that makes the document unfit to be stored. */
  error(ruleId: RuleId, at: Words | { line: number; column: number } | undefined, reason: string): void {
    const place = at && 'line' in at ? at : at?.place
    const message = this.#add(ruleId, place, reason)
    if (message) message.fatal = true
  }

  #add(ruleId: RuleId, place: Place | Place['start'] | undefined, reason: string): ReturnType<VFile['message']> | undefined {
    const count = (this.#counts.get(ruleId) ?? 0) + 1
    this.#counts.set(ruleId, count)
    if (count > mostOfRule + 1) return undefined
    const shown = count > mostOfRule ? `「${rules[ruleId]}」は${mostOfRule}か所まで示した。ここから後にもある` : reason
    return this.file.message(shown, { ruleId, source: 'reform', ...(place && { place }) })
  }

  get hasErrors(): boolean {
    return this.file.messages.some((message) => message.fatal === true)
  }
}
