import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Two files at a time, in processes that go on to the next file with what they have loaded. */
const shared = { env: { TZ: 'Asia/Tokyo' }, testTimeout: 60_000, hookTimeout: 240_000, pool: 'forks', isolate: false, maxWorkers: 2 } as const

/** Tests of the built site: one build and one browser for all. */
const site = { ...shared, globalSetup: 'tests/site/build-site.ts' }

/** What takes longest, to be begun first. */
const longest = [
  'site/every-page',
  'site/other-plans',
  'site/several-plans',
  'site/search',
  'site/explore',
  'site/sql',
  'long/generated',
  'long/kill',
  'long/growth',
  'main',
  'pages/facts',
]

/** The longest files first, those of a project together: a process of one project loads nothing for another. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const projects = ['long', 'long-site', 'site', 'loaders']
    const order = ({ project }: TestSpecification) => projects.indexOf(project.name)
    const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(`/${name}.test.ts`))
    return [...files].sort((a, b) => order(a) - order(b) || Number(isLong(b)) - Number(isLong(a)))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...shared, name: 'loaders', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**', 'tests/long/**'] } },
      { test: { ...site, name: 'site', include: ['tests/site/*.test.ts'] } },
      { test: { ...shared, name: 'long', include: ['tests/long/*.test.ts'] } },
      { test: { ...site, name: 'long-site', include: ['tests/long/site/*.test.ts'] } },
    ],
  },
})
