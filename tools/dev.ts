import { main as ingest } from '../loaders/main.ts'
import { prepareCache, prepareFiles, runFramework } from './build.ts'

const warehouse = 'warehouse'

/** Framework's preview of the pages over a fresh warehouse of the built-in data, or of the plans given. */
export async function main(words: string[]): Promise<number> {
  const code = await ingest([...(words.length > 0 ? words : ['data/osaki-plan5']), '--out', warehouse])
  if (code !== 0) return code
  await prepareCache()
  await prepareFiles(warehouse)
  await runFramework(['preview', '--no-open'], { warehouse, output: 'dist' })
  return 0
}
