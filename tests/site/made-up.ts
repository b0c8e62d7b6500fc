import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '../../tools/generate/model.ts'
import { type PlanOptions, randomPlan } from '../../tools/generate/random.ts'
import { render } from '../../tools/generate/render.ts'
import { openSite, type Site } from './browser.ts'
import { type PageAddress, pagesOf } from './pages.ts'

const markup = '<script>document.title="taken"</script><img src=x onerror=alert(1)>&lt;'

/** A plan whose texts look like markup. */
function withMarkup(plan: Plan): Plan {
  const items = plan.items.map((item) => ({ ...item, title: `${item.title}${markup}`, goal: `${item.goal}${markup}`, leadDepartment: `${markup}課` }))
  return { ...plan, items }
}

/** A plan that the generator makes up, and what is changed of it before it is printed. */
export interface MadeUpPlan {
  name: string
  seed: number
  options: PlanOptions
  change?: (plan: Plan) => Plan
}

/** Plans that are unlike the built-in one. */
export const madeUpPlans: readonly MadeUpPlan[] = [
  {
    name: 'ten years over two eras, marks for ratings, texts that look like markup',
    seed: 5,
    options: { firstYear: 2012, years: 10, items: 6, scale: 0.5, effects: 0.7, wrongTotals: 0.5, ratings: ['◎', '○', '△', '×'] },
    change: withMarkup,
  },
  { name: 'two years and none of the optional tables', seed: 2, options: { firstYear: 2023, years: 2, items: 3, kinds: [], effects: 0 } },
  { name: 'a plan that is still running', seed: 3, options: { firstYear: 2024, years: 5, reportedYears: 2, items: 4, scale: 0.5 } },
]

/** The pages of the site of one of them that are looked at: all, but of the items the first alone. */
export function auditedPages(folder: string): PageAddress[] {
  return pagesOf(folder).filter((name) => !/^items\/0[2-9]/.test(name))
}

/** Builds and opens the site of a made-up plan; `change` may alter the plan before it is printed, `preface` stands before it. */
export async function openMadeUpSite(seed: number, options: PlanOptions, change: (plan: Plan) => Plan = (plan) => plan, preface = ''): Promise<Site> {
  const directory = await mkdtemp(join(tmpdir(), 'made-up-'))
  const path = join(directory, 'document.txt')
  await writeFile(path, preface + render(change(randomPlan(seed, options))))
  const site = await openSite(path)
  await rm(directory, { recursive: true, force: true })
  return site
}
