import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatMessages } from './document/messages.ts'
import type { Municipality } from './editions/municipalities.ts'
import { sayFailure } from './failure.ts'
import { openForm } from './form-input.ts'
import { ingestPlans } from './ingest.ts'
import { readMunicipalities } from './municipalities-input.ts'
import { refuseNamedFile } from './named-file.ts'
import { usualMaximumBytes } from './plan-files.ts'
import type { Ingestion } from './read-plans.ts'
import { coveragesInWords, editionsInWords } from './reading-words.ts'
import { writeReport, writeText } from './report-file.ts'
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
  const said = coveragesInWords(ingestion)
  if (text !== undefined) await writeText(text, ingestion)
  if (report !== undefined) await writeReport(report, ingestion, said)
  if (!isReadable(ingestion)) return 1
  process.stdout.write(said.join('') + editionsInWords(ingestion.rows))
  return 0
}

/** What is stored of plans that were read, and of those of a warehouse `before` that stay. */
function storable({ rows, kept, restatements, drawings }: Ingestion, municipalities: readonly Municipality[], before: string | undefined): Storable {
  return { rows, library: { restatements, municipalities }, drawings, ...(before !== undefined && { kept: { directory: before, ...kept } }) }
}

function isReadable({ reports }: Ingestion): boolean {
  return !reports.some((report) => report.hasErrors)
}
