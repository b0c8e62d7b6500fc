import type { VFile } from 'vfile'
import type { Words } from './words.ts'

/** Everything that can be wrong with a document, one name each; `rules` says in Japanese what each means. */
export const rules = {
  'not-results-document': '取組実績一覧の形をした文書ではない',
  'unreadable-file': 'ファイルを読めない',
  'unknown-encoding': '文字コードを判別できない',
  'invalid-plan': 'plan.json の内容が正しくない',
  'duplicate-plan': '同じプランIDが2度ある',
  'duplicate-item': '同じ項目番号が2度ある',
  'file-too-large': 'ファイルが大きすぎる',
  'line-too-long': '行が長すぎる',
  'too-many-items': '項目が多すぎる',
  'number-too-long': '数字の桁が多すぎて正確に持てない',
  'truncated-document': '文書が途中で切れている',
  'unread-text': 'どの部分にも属さない文',
  'unknown-head': '見出しのように見えるが知らない語',
  'unread-number': '何の数字か読み取れない',
  'unread-amount': '金額を読み取れない',
  'unread-schedule': 'スケジュール表の行を読み取れない',
  'unread-year': '年度を読み取れない',
  'unowned-section': 'どの項目のものか決められない',
  'missing-head': '項目の見出しがない',
  'check-differs': '突き合わせた値が合わない',
  'check-missing': 'あるべき部分がない',
} as const

export type RuleId = keyof typeof rules

/** Collects what is wrong with one document as messages of its VFile, each with its place and rule. */
export class Report {
  constructor(readonly file: VFile) {}

  /** Something a reader of the tables should know; reading goes on. */
  warn(ruleId: RuleId, words: Words | undefined, reason: string): void {
    this.file.message(reason, { ruleId, source: 'reform', ...(words && { place: words.place }) })
  }

  /** Something that makes the document unfit to be stored. */
  error(ruleId: RuleId, at: Words | { line: number; column: number } | undefined, reason: string): void {
    const place = at && 'line' in at ? at : at?.place
    this.file.message(reason, { ruleId, source: 'reform', ...(place && { place }) })
    const message = this.file.messages.at(-1)
    if (message) message.fatal = true
  }

  get hasErrors(): boolean {
    return this.file.messages.some((message) => message.fatal === true)
  }
}
