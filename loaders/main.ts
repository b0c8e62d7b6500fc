import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatMessages, pointInWords } from './document/messages.ts'
import { visible } from './document/visible.ts'
import type { Words } from './document/words.ts'
import type { Municipality } from './editions/municipalities.ts'
import { sayFailure } from './failure.ts'
import { openForm } from './form-input.ts'
import { ingestPlans } from './ingest.ts'
import { amountsInWords, countRead } from './ledger/read-counts.ts'
import { readMunicipalities } from './municipalities-input.ts'
import { refuseNamedFile } from './named-file.ts'
import { usualMaximumBytes } from './plan-files.ts'
import type { Ingestion, PlanCoverage } from './read-plans.ts'
import { writeReport, writeText } from './report-file.ts'
import type { Row, TableRows } from './tables.ts'
import { projectRoot } from './warehouse/marts.ts'
import { replaceOutput } from './warehouse/output.ts'
import { siteAddress } from './warehouse/site-address.ts'
import { type Storable, storeWarehouse } from './warehouse/store.ts'
import { openStored } from './warehouse/stored.ts'
import { warehouseFolder } from './warehouse/warehouse-folder.ts'

const usage = `使い方: npm run --silent ingest -- PLAN… --out DIR [--add [--replace]] [--report FILE.xlsx] [--text FILE] [--form FILE.json] [--max-bytes N]
  PLAN         plan.json と文書のあるフォルダ、または文書のファイル
  --out DIR    表を書き出すフォルダ (reform.duckdb、parquet/、csv/、datapackage.json、csvw.json、dcat.jsonld、manifest.json)
  --add        --out にあるプランを残して、PLAN を加える
  --replace    --add で、同じプランIDか同じ版がもうあれば入れ替える
  --report FILE.xlsx  次に印刷する前に確かめる所 (合わない数値、ないもの、読み取れない所) の一覧。--out がなければ一覧だけを作る
  --text FILE  文書から読み取った文 (PLAN は1つ)。表の行と桁はこの文のもので、直してから読み直せる。--out がなければ文だけを書く
  --form FILE  文書の様式の記述 (JSON)。なければ知っている様式のうち最も合うもので読む
  --max-bytes  読み込む文書の大きさの上限 (バイト)。初めは 67108863
環境変数 REFORM_SITE にサイトを置くアドレスを書くと、dcat.jsonld の識別子がそのアドレスで始まる
`
/** Open amounts that are listed with their places, and plans that are listed by their ids. */
const mostListed = 20

/** The command's words: plans, where their tables, the proof-reading list and the text go, a form, the most bytes of a document. */
interface Arguments {
  plans: string[]
  out: string | undefined
  add: boolean
  replace: boolean
  report: string | undefined
  text: string | undefined
  form: string | undefined
  maximumBytes: number
}

/** Reads the command's own words; undefined where they are off. */
function readArguments(words: string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        add: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        report: { type: 'string' },
        text: { type: 'string' },
        form: { type: 'string' },
        'max-bytes': { type: 'string', default: String(usualMaximumBytes) },
      },
    })
    const { out, add, replace, report, text, form } = values
    const limit = Number(values['max-bytes'])
    if ([out, report, text, form].includes('') || positionals.length === 0 || !Number.isInteger(limit) || limit <= 0) return undefined
    if ((out ?? report ?? text) === undefined || (report !== undefined && !report.endsWith('.xlsx'))) return undefined
    if (text !== undefined && (positionals.length > 1 || text === report)) return undefined
    if ((add && out === undefined) || (replace && !add)) return undefined
    return { plans: positionals, out, add, replace, report, text, form, maximumBytes: limit }
  } catch {
    return undefined
  }
}

/** The ingest command. Resolves to the exit code of the contract. */
export function main(words: string[]): Promise<0 | 1 | 2> {
  return sayFailure(() => ingest(words))
}

/** Read, check, store, and list what is to be looked at. */
async function ingest(words: string[]): Promise<0 | 1 | 2> {
  const given = readArguments(words)
  if (!given) {
    process.stderr.write(usage)
    return 2
  }
  const { out, report, text } = given
  const site = siteAddress()
  if (report !== undefined) await refuseNamedFile('--report', report, given.plans)
  if (text !== undefined) await refuseNamedFile('--text', text, given.plans)
  const opening = given.form === undefined ? undefined : await openForm(given.form)
  if (opening && !opening.form) {
    process.stderr.write(formatMessages(opening.report))
    return 1
  }
  const known = await readMunicipalities(join(projectRoot(), 'data', 'municipalities.csv'))
  process.stderr.write(formatMessages(known.report))
  if (known.report.hasErrors) return 1
  let ingestion: Ingestion | undefined
  const read = async (): Promise<Storable | undefined> => {
    const stored = given.add && out !== undefined ? await openStored(out) : undefined
    try {
      ingestion = await ingestPlans(given.plans, given.maximumBytes, opening?.form, stored && { stored, replace: given.replace })
    } finally {
      stored?.close()
    }
    process.stderr.write(ingestion.reports.map(formatMessages).join(''))
    return isReadable(ingestion) ? storable(ingestion, known.rows, stored && out) : undefined
  }
  if (out === undefined) await read()
  else await replaceOutput(out, warehouseFolder, (directory) => storeWarehouse(directory, read, site))
  if (!ingestion) return 1
  const said = ingestion.coverages.map((plan) => formatCoverage(plan, (ingestion as Ingestion).rows))
  if (text !== undefined) await writeText(text, ingestion)
  if (report !== undefined) await writeReport(report, ingestion, said)
  if (!isReadable(ingestion)) return 1
  process.stdout.write(said.join('') + formatEditions(ingestion.rows))
  return 0
}

/** What is stored of plans that were read, and of those of a warehouse `before` that stay. */
function storable({ rows, kept, restatements, drawings }: Ingestion, municipalities: readonly Municipality[], before: string | undefined): Storable {
  return { rows, library: { restatements, municipalities }, drawings, ...(before !== undefined && { kept: { directory: before, ...kept } }) }
}

function isReadable({ reports }: Ingestion): boolean {
  return !reports.some((report) => report.hasErrors)
}

/** Which of several plans are current editions, and which are earlier ones, a line each; nothing of a single plan. */
function formatEditions({ plans }: TableRows): string {
  if (plans.length < 2) return ''
  const [current, earlier] = [true, false].map((isWanted) => plans.filter(({ is_current }) => is_current === isWanted))
  return `現行の版: ${namesOf(current)}\n${earlier?.length ? `前の版 (all_editions にある): ${namesOf(earlier)}\n` : ''}`
}

/** The ids of plans, the first of them where there are many. */
function namesOf(plans: TableRows['plans'] = []): string {
  const names = plans.slice(0, mostListed).map(({ plan_id }) => visible(plan_id))
  return `${names.join('、')}${plans.length > mostListed ? `、ほかに${plans.length - mostListed}件` : ''}`
}

function ofPlan<T extends { plan_id: string }>({ planId }: PlanCoverage, rows: readonly T[]): readonly T[] {
  return rows.filter(({ plan_id }) => plan_id === planId)
}

/**
 * How much of a plan's document was understood: the shares of letters and numbers, what became of its amounts and digits, and
 * where the open ones stand. Open amounts count as unread in both shares.
 */
function formatCoverage(plan: PlanCoverage, rows: TableRows): string {
  const { planId, path, coverage, openAmounts } = plan
  const { letters, readLetters } = coverage
  const counts = countRead(ofPlan(plan, rows.figures))
  const text = `文の${share(readLetters, letters)} (${letters}字中${readLetters}字)`
  const numbers = `数字の${share(counts.read, counts.numbers)} (${counts.numbers}個中${counts.read}個)`
  return `${visible(planId)}: ${text}、${numbers} を読み取った。${amountsInWords(counts)}\n${ofPlan(plan, rows.digitBalance).map(balanceInWords).join('')}${listOpen(path, openAmounts)}`
}

/** The digits of the file and what became of them. */
function balanceInWords(balance: Row<'digitBalance'>): string {
  const { digits, digits_landed, digits_explained, digits_unread, digits_outside, is_balanced } = balance
  const sum = `表に入った${digits_landed}字 + 理由のある${digits_explained}字 + 読めない${digits_unread}字 + 本文の外の${digits_outside}字`
  return `ファイルの数字${digits}字 ${is_balanced ? '=' : '≠'} ${sum}\n`
}

/** A share in percent, cut off so that 100.0% is all of it. */
function share(part: number, whole: number): string {
  return `${whole === 0 ? '100.0' : (Math.floor((part / whole) * 1000) / 10).toFixed(1)}%`
}

/** The places of open amounts, a line each, the first of them where there are many. */
function listOpen(path: string, amounts: readonly Words[]): string {
  const lines = amounts.slice(0, mostListed).map((words) => `${visible(path)}:${pointInWords(words)}: 読めていない金額: ${visible(words.text)}`)
  const others = amounts.length > mostListed ? [`読めていない金額はほかに${amounts.length - mostListed}件`] : []
  return [...lines, ...others].map((line) => `${line}\n`).join('')
}
