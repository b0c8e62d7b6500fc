import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { main as ingest } from '../loaders/main.ts'
import { installAside } from './aside.ts'
import { catalogueLibraries, checkCatalogue } from './metadata/catalogue.ts'
import { checkDataPackage, dataPackageLibraries } from './metadata/data-package.ts'
import type { Finding, Require } from './metadata/finding.ts'
import { fullDescription } from './metadata/full-description.ts'
import { problemsBySchema, schemaLibraries } from './metadata/json-schema.ts'
import { csvwSchema } from './metadata/schemas.ts'

const aside = resolve('build', 'metadata')
const builtIn = join('data', 'osaki-plan5')

/**
 * Holds the metadata of warehouses to their standards by libraries and schemas: of the built-in plan, of one whose
 * made-up plan.json says all that it can, and of that one for a site whose address is known. Resolves to 1 where one is
 * wrong.
 */
export async function main(): Promise<number> {
  const refusal = installAside(aside, [...dataPackageLibraries, ...schemaLibraries, ...catalogueLibraries])
  if (refusal !== undefined) {
    process.stdout.write(`飛ばした (${refusal})\n`)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'metadata-'))
  try {
    const madeUp = join(folder, 'mihon')
    mkdirSync(madeUp)
    writeFileSync(join(madeUp, 'plan.json'), JSON.stringify(fullDescription))
    copyFileSync(join(builtIn, fullDescription.document), join(madeUp, fullDescription.document))
    const results = [
      await checkWarehouse('内蔵のプラン', builtIn, join(folder, 'built-in'), { unsaid: ['dcat:Catalog dct:publisher'] }),
      await checkWarehouse('すべてを言うプラン', madeUp, join(folder, 'said'), { unsaid: [] }),
      await checkWarehouse('アドレスのわかるサイト', madeUp, join(folder, 'sited'), { unsaid: [], site: 'https://city.example.jp/reform/' }),
    ]
    return results.every(Boolean) ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The parts of DCAT-AP that a plan.json does not say, and the site that the tables are for. */
interface Expected {
  unsaid: readonly string[]
  site?: string
}

/** Reads a plan and checks what describes its tables. */
async function checkWarehouse(name: string, plan: string, folder: string, expected: Expected): Promise<boolean> {
  const { unsaid, site } = expected
  const warehouse = join(folder, 'warehouse')
  process.env.REFORM_SITE = site ?? ''
  if ((await ingest([plan, '--out', warehouse])) !== 0) return false
  const require: Require = createRequire(join(aside, 'package.json'))
  const findings = [
    await checkDataPackage(require, warehouse, join(folder, 'plain')),
    checkCsvw(require, warehouse),
    await checkCatalogue(require, { aside, warehouse, unsaid }),
  ]
  for (const finding of findings) say(name, finding)
  return findings.every(({ problems }) => problems.length === 0)
}

function checkCsvw(require: Require, warehouse: string): Finding {
  const described = JSON.parse(readFileSync(join(warehouse, 'csvw.json'), 'utf8')) as { tables: unknown[] }
  const problems = problemsBySchema(require, csvwSchema, described)
  return { name: 'CSVW', holds: `${described.tables.length}表の記述が形のとおり`, problems }
}

function say(plan: string, { name, holds, problems }: Finding): void {
  process.stdout.write(`${plan} ${name}: ${problems.length === 0 ? holds : problems.join('\n  ')}\n`)
}
