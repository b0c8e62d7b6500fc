import type { Form } from './form.ts'
import { reformResults } from './reform-results.ts'

/** The forms that are known; a document is read by the one that most of its lines are of. */
export const forms: readonly [Form, ...Form[]] = [reformResults]
