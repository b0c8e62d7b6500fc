import { parseArgs } from 'node:util'
import { formatMessages } from './document/messages.ts'
import { visible } from './document/visible.ts'
import type { Words } from './document/words.ts'
import { sayFailure } from './failure.ts'
import { openForm } from './form-input.ts'
import { ingestPlans, type PlanCoverage } from './ingest.ts'
import { amountsInWords, countRead } from './ledger/read-counts.ts'
import type { Row, TableRows } from './tables.ts'
import { replaceOutput } from './warehouse/output.ts'
import { siteAddress } from './warehouse/site-address.ts'
import { storeWarehouse } from './warehouse/store.ts'
import { warehouseFolder } from './warehouse/warehouse-folder.ts'

const usage = `使い方: npm run --silent ingest -- PLAN… --out DIR [--form FILE.json] [--max-bytes N]
  PLAN         plan.json と文書のあるフォルダ、または文書のファイル
  --out DIR    表を書き出すフォルダ (reform.duckdb、parquet/、csv/、datapackage.json、csvw.json、dcat.jsonld、manifest.json)
  --form FILE  文書の様式の記述 (JSON)。なければ知っている様式のうち最も合うもので読む
  --max-bytes  読み込む文書の大きさの上限 (バイト)。初めは 67108863
環境変数 REFORM_SITE にサイトを置くアドレスを書くと、dcat.jsonld の識別子がそのアドレスで始まる
`
const maximumBytes = 64 * 2 ** 20 - 1
/** Open amounts that are listed with their places. */
const mostListed = 20

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
  const site = siteAddress()
  const opening = given.form === undefined ? undefined : await openForm(given.form)
  if (opening && !opening.form) {
    process.stderr.write(formatMessages(opening.report))
    return 1
  }
  let said: string | undefined
  const read = async () => {
    const { rows, reports, coverages, drawings } = await ingestPlans(given.plans, given.maximumBytes, opening?.form)
    process.stderr.write(reports.map(formatMessages).join(''))
    if (reports.some((report) => report.hasErrors)) return undefined
    said = coverages.map((plan) => formatCoverage(plan, figuresOf(plan, rows))).join('')
    return { rows, drawings }
  }
  await replaceOutput(given.out, warehouseFolder, (directory) => storeWarehouse(directory, read, site))
  if (said === undefined) return 1
  process.stdout.write(said)
  return 0
}

function figuresOf({ planId }: PlanCoverage, { figures }: TableRows): readonly Row<'figures'>[] {
  return figures.filter(({ plan_id }) => plan_id === planId)
}

/**
 * How much of a plan's document was understood: the shares of letters and numbers, what became of its amounts, and where the
 * open ones stand. Open amounts count as unread in both shares.
 */
function formatCoverage({ planId, path, coverage, openAmounts }: PlanCoverage, figures: readonly Row<'figures'>[]): string {
  const { letters, readLetters } = coverage
  const counts = countRead(figures)
  const text = `文の${share(readLetters, letters)} (${letters}字中${readLetters}字)`
  const numbers = `数字の${share(counts.read, counts.numbers)} (${counts.numbers}個中${counts.read}個)`
  return `${visible(planId)}: ${text}、${numbers} を読み取った。${amountsInWords(counts)}\n${listOpen(path, openAmounts)}`
}

/** A share in percent, cut off so that 100.0% is all of it. */
function share(part: number, whole: number): string {
  return `${whole === 0 ? '100.0' : (Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`
}

/** The places of open amounts, a line each, the first of them where there are many. */
function listOpen(path: string, amounts: readonly Words[]): string {
  const lines = amounts
    .slice(0, mostListed)
    .map(({ text, place: { start } }) => `${visible(path)}:${start.line}:${start.column}: 読めていない金額: ${visible(text)}`)
  const others = amounts.length > mostListed ? [`読めていない金額はほかに${amounts.length - mostListed}件`] : []
  return [...lines, ...others].map((line) => `${line}\n`).join('')
}
