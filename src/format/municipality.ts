import type { CsvCell } from './csv.ts'

/** A municipality as downloads name it: its code of six digits and its name, null where it is not known. */
export interface Municipality {
  code: string | null
  name: string | null
}

/** Records, the first of them heads, with the code and the name of their municipality before each; as they are where none is known. */
export function withMunicipality(records: readonly (readonly CsvCell[])[], municipality: Municipality | undefined): readonly (readonly CsvCell[])[] {
  if (!municipality) return records
  const { code, name } = municipality
  return records.map((record, index) => (index === 0 ? ['団体コード', '市区町村', ...record] : [code, name, ...record]))
}

/** The name of a download, begun with the code of the municipality where it is known: 042153-effects.csv. */
export function downloadName(name: string, municipality: Pick<Municipality, 'code'> | undefined): string {
  return municipality?.code ? `${municipality.code.replace(/[^\dA-Za-z]/g, '')}-${name}` : name
}
