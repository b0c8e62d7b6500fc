import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '../../tools/generate/model.ts'
import { type PlanOptions, randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { openSite, type Site } from './browser.ts'

/** Builds and opens the site of a made-up plan; `change` may alter the plan before it is printed. */
export async function openMadeUpSite(seed: number, options: PlanOptions, change: (plan: Plan) => Plan = (plan) => plan): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), 'made-up-'))
  const path = join(directory, 'document.txt')
  await writeFile(path, render(change(randomPlan(seed, options))))
  const site = await openSite(path)
  await rm(directory, { recursive: true, force: true })
  return site
}
