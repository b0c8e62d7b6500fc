import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { main as start } from './start.ts'

/** Serves the site as `npm start` does and builds it anew, in a process of its own, whenever a source has changed. */
export async function main(words: string[]): Promise<number> {
  const code = await start(words)
  if (code !== 0) return code
  let timer: NodeJS.Timeout | undefined
  const rebuild = () => spawn('npm', ['run', '--silent', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' })
  for (const folder of ['src', 'loaders', 'data'])
    watch(folder, { recursive: true }, (_event, name) => {
      if (name?.includes('.observablehq')) return
      clearTimeout(timer)
      timer = setTimeout(rebuild, 200)
    })
  return 0
}
