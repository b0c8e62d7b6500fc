import { VFile } from 'vfile'
import { Report } from './document/report.ts'
import { readForm } from './form-shape.ts'
import { decode } from './formats/text.ts'
import type { Form } from './forms/form.ts'
import { readRegular } from './regular-file.ts'

/** A form that a file describes, undefined where the report says what is wrong with it. */
export interface FormOpening {
  report: Report
  form: Form | undefined
}

const maximumBytes = 2 ** 20

/** Reads a form from a JSON file; each thing that is wrong with it is a message that names its key: `parts[2].labels[0].words`. */
export async function openForm(path: string): Promise<FormOpening> {
  const report = new Report(new VFile({ path }))
  const bytes = await readRegular(path, maximumBytes)
  if ('reason' in bytes) {
    report.error(bytes.ruleId, undefined, bytes.ruleId === 'unreadable-file' ? '様式のファイルを読めない' : bytes.reason)
    return { report, form: undefined }
  }
  const read = readForm(decode(bytes).text ?? '')
  if ('form' in read) return { report, form: read.form }
  for (const reason of read.reasons) report.error('invalid-form', undefined, reason)
  return { report, form: undefined }
}
