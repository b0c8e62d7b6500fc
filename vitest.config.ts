import { defineConfig } from 'vitest/config'

const shared = { env: { TZ: 'Asia/Tokyo' }, testTimeout: 60_000, hookTimeout: 240_000 }

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'loaders', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**'] } },
      // one build for all pages, and one browser at a time
      { test: { ...shared, name: 'site', include: ['tests/site/*.test.ts'], globalSetup: 'tests/site/build-site.ts', fileParallelism: false } },
    ],
  },
})
