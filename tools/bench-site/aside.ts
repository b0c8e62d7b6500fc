import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What only this measurement needs, installed aside so that the project does not depend on it; versions that run on Node 20. */
const packages = ['vite@6.4.1', 'echarts@5.6.0', 'lighthouse@12.8.2'] as const

/** The folder that measurements are made in, with its packages installed; needs the npm registry the first time. */
export function asideFolder(): string {
  const folder = join('build', 'site-bench')
  mkdirSync(folder, { recursive: true })
  if (packages.every((name) => existsSync(join(folder, 'node_modules', name.replace(/@[^@]*$/, ''))))) return folder
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, ...packages], { stdio: 'inherit' })
  if (status !== 0) throw new Error(`${packages.join('、')} を ${folder} に入れられない。npmの登録所につながる所で実行する`)
  return folder
}
