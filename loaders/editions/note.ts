import type { RuleId } from '../document/message-rules.ts'

/** Something to be known of a document among the others: of which plan it is, its rule and words, and its place where it has one. */
export interface Note {
  planId: string
  ruleId: RuleId
  reason: string
  at?: { line: number; column: number }
}
