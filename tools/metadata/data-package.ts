import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding, Require } from './finding.ts'
import { problemsBySchema } from './json-schema.ts'
import { dataPackageSchema } from './schemas.ts'

/** Packages of the npm registry that the check needs. */
export const dataPackageLibraries = ['datapackage@1.1.10'] as const

interface Field {
  type: string
  missingValues?: string[]
  constraints: { required?: boolean }
}

interface Descriptor {
  resources: { path: string; schema: { fields: Field[] } }[]
}

interface Resource {
  name: string
  read(): Promise<unknown[]>
}

interface PackageLibrary {
  validate(descriptor: Descriptor): Promise<{ errors: Error[] }>
  Package: {
    load(descriptor: Descriptor, options: { basePath: string }): Promise<{ resources: Resource[] }>
  }
}

/**
 * Holds a Data Package to a schema of version 2, and its CSV files to its fields by a library. The library knows version 1:
 * lists are read as text, a field's own `missingValues` as a field that may be empty, and CSV without the mark of byte
 * order.
 */
export async function checkDataPackage(require: Require, warehouse: string, folder: string): Promise<Finding> {
  const { validate, Package } = require('datapackage') as PackageLibrary
  const descriptor = JSON.parse(readFileSync(join(warehouse, 'datapackage.json'), 'utf8')) as Descriptor
  const ofVersion2 = problemsBySchema(require, dataPackageSchema, descriptor)
  const { errors } = await validate(structuredClone(descriptor))
  copyWithoutMarks(join(warehouse, 'csv'), join(folder, 'csv'))
  const readable = forVersion1(descriptor)
  let rows = 0
  const problems = [...ofVersion2, ...errors.map(({ message }) => message)]
  for (const resource of (await Package.load(readable, { basePath: folder })).resources) {
    try {
      rows += (await resource.read()).length
    } catch (error) {
      problems.push(`${resource.name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  return { name: 'Data Package', holds: `第2版のとおり、${descriptor.resources.length}表${rows}行が列の定義のとおり`, problems }
}

function copyWithoutMarks(from: string, to: string): void {
  cpSync(from, to, { recursive: true, dereference: true })
  for (const path of readdirSync(to).map((name) => join(to, name))) writeFileSync(path, readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
}

function forVersion1(descriptor: Descriptor): Descriptor {
  const readable = structuredClone(descriptor)
  for (const field of readable.resources.flatMap(({ schema }) => schema.fields)) {
    if (field.type === 'list') field.type = 'string'
    if (field.missingValues) field.constraints.required = false
  }
  return readable
}
