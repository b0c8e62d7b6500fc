import { defineConfig } from 'vitest/config'

/** Two files at a time, in processes that go on to the next file with what they have loaded. */
const shared = { env: { TZ: 'Asia/Tokyo' }, testTimeout: 60_000, hookTimeout: 240_000, pool: 'forks', isolate: false, maxWorkers: 2 } as const

/** Tests of the built site: one build for all, and one browser a process. */
const site = { ...shared, globalSetup: 'tests/site/build-site.ts' }

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'loaders', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**', 'tests/long/**'] } },
      { test: { ...site, name: 'site', include: ['tests/site/*.test.ts'], sequence: { groupOrder: 1 } } },
      { test: { ...shared, name: 'long', include: ['tests/long/*.test.ts'], sequence: { groupOrder: 2 } } },
      { test: { ...site, name: 'long-site', include: ['tests/long/site/*.test.ts'], sequence: { groupOrder: 3 } } },
    ],
  },
})
