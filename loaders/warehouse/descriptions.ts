import tool from '../../package.json' with { type: 'json' }
import type { TableRows } from '../tables.ts'
import { csvw } from './csvw.ts'
import { dataPackage } from './datapackage.ts'
import { dcat, dcatName } from './dcat.ts'
import { type FileEntry, json } from './file-entry.ts'

/** What describes the tables and files of a warehouse, as texts by their path; `site` is the address where the site will be, if known. */
export function descriptions({ plans, ...others }: TableRows, files: readonly FileEntry[], site: string | undefined): Readonly<Record<string, string>> {
  const rows = { ...others, plans: plans.filter(({ is_current }) => is_current) }
  return {
    'datapackage.json': json(dataPackage(rows, files)),
    'csvw.json': json(csvw(rows)),
    [dcatName]: json(dcat({ plans: rows.plans, files, tool, site })),
  }
}
