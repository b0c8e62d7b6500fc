import { parseArgs } from 'node:util'
import { formatMessages } from './document/messages.ts'
import { openForm } from './form-input.ts'
import { ingestPlans } from './ingest.ts'
import type { Coverage } from './ledger/coverage.ts'
import { replaceOutput } from './warehouse/output.ts'
import { OutputError } from './warehouse/refusal.ts'
import { storeWarehouse } from './warehouse/store.ts'

const usage = `使い方: npm run --silent ingest -- PLAN… --out DIR [--form FILE.json] [--max-bytes N]
  PLAN         plan.json と文書のあるフォルダ、または文書のファイル
  --out DIR    表を書き出すフォルダ (reform.duckdb、parquet/、csv/、datapackage.json、csvw.json、dcat.jsonld、manifest.json)
  --form FILE  文書の様式の記述 (JSON)。なければ知っている様式のうち最も合うもので読む
  --max-bytes  読み込む文書の大きさの上限 (バイト)。初めは 67108863
`
const maximumBytes = 64 * 2 ** 20 - 1

/** Reads the command's own words; undefined where they are off. */
function readArguments(words: string[]): { plans: string[]; out: string; form: string | undefined; maximumBytes: number } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { out: { type: 'string' }, form: { type: 'string' }, 'max-bytes': { type: 'string', default: String(maximumBytes) } },
    })
    const limit = Number(values['max-bytes'])
    if (!values.out || values.form === '' || positionals.length === 0 || !Number.isInteger(limit) || limit <= 0) return undefined
    return { plans: positionals, out: values.out, form: values.form, maximumBytes: limit }
  } catch {
    return undefined
  }
}

/** The ingest command. Resolves to the exit code of the contract. */
export async function main(words: string[]): Promise<0 | 1 | 2> {
  try {
    return await ingest(words)
  } catch (error) {
    process.stderr.write(error instanceof OutputError ? `${error.message}\n` : unexpected(error))
    return 1
  }
}

/** Read, check, store. */
async function ingest(words: string[]): Promise<0 | 1 | 2> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  const opening = given.form === undefined ? undefined : await openForm(given.form)
  if (opening && !opening.form) {
    process.stderr.write(formatMessages(opening.report))
    return 1
  }
  const { rows, reports, coverages } = await ingestPlans(given.plans, given.maximumBytes, opening?.form)
  process.stderr.write(reports.map(formatMessages).join(''))
  if (reports.some((report) => report.hasErrors)) return 1
  await replaceOutput(given.out, (directory) => storeWarehouse(directory, rows))
  process.stdout.write(
    coverages
      .map(
        ({ planId, coverage }) =>
          `${planId}: ${formatCoverage(
            coverage,
            rows.figures.filter(({ plan_id }) => plan_id === planId),
          )}\n`,
      )
      .join(''),
  )
  return 0
}

/** The share of letters and of numbers that was understood: 文の100.0% (24884字)、数字の100.0% (762個). */
function formatCoverage({ letters, readLetters }: Coverage, figures: readonly { role: string | null }[]): string {
  const readFigures = figures.filter(({ role }) => role !== null).length
  const share = (part: number, whole: number) => `${whole === 0 ? '100.0' : (Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`
  return `文の${share(readLetters, letters)} (${letters}字中${readLetters}字)、数字の${share(readFigures, figures.length)} (${figures.length}個中${readFigures}個) を読み取った`
}

/** A mistake of the program in one line; its stack only for who asks for it. */
function unexpected(error: unknown): string {
  if (process.env.REFORM_STACK && error instanceof Error) return `${error.stack}\n`
  const message = error instanceof Error ? error.message : String(error)
  return `予期しないエラーで中止した: ${message.replace(/\s+/g, ' ')} (REFORM_STACK=1 を付けて実行すると詳しく表示する)\n`
}
