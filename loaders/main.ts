import { parseArgs } from 'node:util'
import { formatMessages } from './document/messages.ts'
import { visible } from './document/visible.ts'
import { sayFailure } from './failure.ts'
import { ingestPlans } from './ingest.ts'
import type { Coverage } from './ledger/coverage.ts'
import { replaceOutput } from './warehouse/output.ts'
import { storeWarehouse } from './warehouse/store.ts'
import { warehouseFolder } from './warehouse/warehouse-folder.ts'

const usage = `使い方: npm run --silent ingest -- PLAN… --out DIR [--max-bytes N]
  PLAN         plan.json と文書のあるフォルダ、または文書のファイル
  --out DIR    表を書き出すフォルダ (reform.duckdb、parquet/、csv/、datapackage.json、csvw.json、dcat.jsonld、manifest.json)
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

/** The ingest command. Resolves to the exit code of the contract. */
export function main(words: string[]): Promise<0 | 1 | 2> {
  return sayFailure(() => ingest(words))
}

/** Read, check, store. */
async function ingest(words: string[]): Promise<0 | 1 | 2> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  const { rows, reports, coverages } = await ingestPlans(given.plans, given.maximumBytes)
  process.stderr.write(reports.map(formatMessages).join(''))
  if (reports.some((report) => report.hasErrors)) return 1
  await replaceOutput(given.out, warehouseFolder, (directory) => storeWarehouse(directory, rows))
  process.stdout.write(
    coverages
      .map(
        ({ planId, coverage }) =>
          `${visible(planId)}: ${formatCoverage(
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
