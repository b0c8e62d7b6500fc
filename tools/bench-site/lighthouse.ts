import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** What Lighthouse gives a page on a throttled phone, 0 to 100, and the audits that fall short. */
export interface Marks {
  performance: number
  accessibility: number
  bestPractices: number
  seo: number
  failed: string[]
}

interface LighthouseReport {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, { id: string; score: number | null; title: string; displayValue?: string }>
}

/** Runs Lighthouse (mobile, throttled) on a page in a browser of its own. */
export async function lighthouse(aside: string, executable: string, address: string): Promise<Marks> {
  const words = [
    join(aside, 'node_modules', 'lighthouse', 'cli', 'index.js'),
    address,
    '--quiet',
    '--output=json',
    '--only-categories=performance,accessibility,best-practices,seo',
    '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --disable-background-networking',
  ]
  const child = spawn(process.execPath, words, { env: { ...process.env, CHROME_PATH: executable }, stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  if (code !== 0) throw new Error(said)
  const { categories, audits } = JSON.parse(output) as LighthouseReport
  const mark = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => audits[id]))
  return {
    performance: mark('performance'),
    accessibility: mark('accessibility'),
    bestPractices: mark('best-practices'),
    seo: mark('seo'),
    failed: weighed.flatMap((audit) => (audit && audit.score !== null && audit.score < 0.9 ? [`${audit.id} ${audit.displayValue ?? audit.title}`] : [])),
  }
}
