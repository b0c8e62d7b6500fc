import type { Require } from './finding.ts'

/** Packages of the npm registry that the check needs. */
export const schemaLibraries = ['ajv@8.20.0', 'ajv-formats@3.0.1'] as const

interface SchemaError {
  instancePath: string
  message?: string
}

interface Validator {
  (value: unknown): boolean
  errors?: SchemaError[] | null
}

type AjvOptions = Readonly<Record<'allErrors' | 'strictTypes' | 'strictTuples', boolean>>

interface AjvLibrary {
  default: new (options: AjvOptions) => { compile(schema: object): Validator }
}

/** What is wrong with a value by a JSON Schema, each with its place; nothing where it holds. */
export function problemsBySchema(require: Require, schema: object, value: unknown): string[] {
  const { default: Ajv } = require('ajv') as AjvLibrary
  const { default: addFormats } = require('ajv-formats') as { default: (ajv: object) => void }
  const ajv = new Ajv({ allErrors: true, strictTypes: false, strictTuples: false })
  addFormats(ajv)
  const validate = ajv.compile(schema)
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message ?? ''}`)
}
