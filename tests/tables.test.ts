import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Column, column } from '../loaders/records/table.ts'
import { tables } from '../loaders/tables.ts'
import { root } from './support/plans.ts'

/** The tables that a module exports. */
async function exportedTables(path: string): Promise<object[]> {
  const exported: Record<string, unknown> = await import(join(root, path))
  return Object.values(exported).filter((value): value is object => typeof value === 'object' && value !== null && 'columns' in value && 'read' in value)
}

it('are all that a module defines', async () => {
  const modules = ['records', 'ledger', 'checks'].flatMap((room) => readdirSync(join(root, 'loaders', room)).map((name) => `loaders/${room}/${name}`))
  const defined = (await Promise.all(modules.map(exportedTables))).flat()
  expect(new Set(Object.values<object>(tables))).toEqual(new Set(defined))
  expect(new Set(defined).size).toBe(defined.length)
})

it('have in the code the name that they are published by', () => {
  const inCode = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  expect(Object.values(tables).map(({ name }) => inCode(name))).toEqual(Object.keys(tables))
})

it('refer to tables that are there, by columns that they have', () => {
  const names: readonly string[] = Object.values(tables).map(({ name }) => name)
  const wrong = Object.values(tables).flatMap((table) =>
    ('references' in table ? table.references : []).filter(
      ({ table: other, columns }) => !names.includes(other) || !columns.every((name) => table.columns.some((column) => column.name === name)),
    ),
  )
  expect(wrong).toEqual([])
})

it('do not compile with a number of which nobody says what it measures', () => {
  // @ts-expect-error a number with decimals has a measure, or null for none
  const height = column('height_m', 'DOUBLE', '高さ', '建物の高さ') satisfies Column
  // @ts-expect-error so has a whole number with a unit
  const floors = column('floors', 'INTEGER', '階数', '建物の階数', { unit: '階' }) satisfies Column
  expect([height, floors].filter((column) => 'measure' in column)).toEqual([])
})
