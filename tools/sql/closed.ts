import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { literal } from '../../loaders/warehouse/sql-words.ts'
import { openReadOnly } from '../../src/questions/native.ts'

/**
 * Opens a database so that queries reach nothing but its tables: no file, no network, no extension, no setting. Of
 * files, one may be written where its path is given. DuckDB itself always allows what stands beside the database (its
 * log, its temporary files), so where nothing is to be written the file system is switched off altogether.
 */
export async function openClosed(path: string, written?: string): Promise<DuckDBInstance> {
  const instance = await openReadOnly(path)
  const connection = await instance.connect()
  await closeOff(connection, written)
  connection.closeSync()
  return instance
}

async function closeOff(connection: DuckDBConnection, written: string | undefined): Promise<void> {
  const isWritten = written !== undefined
  await connection.run("SET temp_directory = ''")
  if (isWritten) await connection.run(`SET allowed_paths = [${literal(written)}]`)
  await connection.run('SET enable_external_access = false')
  if (!isWritten) await connection.run("SET disabled_filesystems = 'LocalFileSystem'")
  await connection.run('SET lock_configuration = true')
}
