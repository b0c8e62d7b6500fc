import { parseArgs } from 'node:util'
import { ingestPlans } from './ingest.ts'
import { formatMessages } from './source/messages.ts'
import { OutputError, replaceOutput } from './warehouse/output.ts'
import { storeWarehouse } from './warehouse/store.ts'

const usage = `使い方: npm run --silent ingest -- PLAN… --out DIR [--max-bytes N]
  PLAN         plan.json と文書のあるフォルダ、または文書のファイル
  --out DIR    表を書き出すフォルダ (reform.duckdb、parquet/、csv/、datapackage.json、manifest.json)
  --max-bytes  読み込む文書の大きさの上限 (バイト)。初めは 67108863
`
const maximumBytes = 64 * 2 ** 20 - 1

/** Reads the command's own words; undefined where they are off. */
function readArguments(words: string[]): { plans: string[]; out: string; maximumBytes: number } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { out: { type: 'string' }, 'max-bytes': { type: 'string', default: String(maximumBytes) } },
    })
    const limit = Number(values['max-bytes'])
    if (!values.out || positionals.length === 0 || !Number.isInteger(limit) || limit <= 0) return undefined
    return { plans: positionals, out: values.out, maximumBytes: limit }
  } catch {
    return undefined
  }
}

/** The ingest command: read, check, store. Resolves to the exit code of the contract. */
export async function main(words: string[]): Promise<0 | 1 | 2> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  const { rows, reports } = await ingestPlans(given.plans, given.maximumBytes)
  process.stderr.write(reports.map(formatMessages).join(''))
  if (reports.some((report) => report.hasErrors)) return 1
  try {
    await replaceOutput(given.out, (directory) => storeWarehouse(directory, rows))
  } catch (error) {
    if (!(error instanceof OutputError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  return 0
}
