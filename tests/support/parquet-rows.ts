import { parquetMetadata, parquetReadObjects, parquetSchema, type SchemaTree } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

/** The columns of a Parquet file with their types, its rows, and what it says of itself. */
export async function parquetRows(bytes: Uint8Array): Promise<unknown> {
  const file = new Uint8Array(bytes).buffer
  const metadata = parquetMetadata(file)
  const { key_value_metadata: said } = metadata
  return { columns: parquetSchema(metadata).children.map(typeOf), rows: await parquetReadObjects({ file, compressors }), said }
}

const typeOf = ({ element: { name, type, converted_type }, children }: SchemaTree): unknown => [name, type, converted_type, children.map(typeOf)]
