import type { DrawnPlace } from '../document/drawn.ts'
import type { RuleId } from '../document/message-rules.ts'

/** Why a file cannot be read: its rule, a sentence that says what to do, and the page or cell where that is known. */
export class FormatRefusal extends Error {
  constructor(
    readonly ruleId: RuleId,
    reason: string,
    readonly place?: Pick<DrawnPlace, 'page' | 'cell'>,
  ) {
    super(reason)
  }
}
