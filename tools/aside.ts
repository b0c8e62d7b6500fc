import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs packages (`name@version`) that only a check needs into a folder beside the project; why it could not be done, or
 * undefined where they are there. Needs the npm registry the first time.
 */
export function installAside(folder: string, packages: readonly string[]): string | undefined {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  const missing = packages.filter((name) => !existsSync(join(folder, 'node_modules', name.slice(0, name.lastIndexOf('@')), 'package.json')))
  if (missing.length === 0) return undefined
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', ...missing], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' })
  return status === 0 ? undefined : `${missing.join('、')} をインストールできない`
}
