import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { env: { TZ: 'Asia/Tokyo' }, testTimeout: 60_000, include: ['tools/mutation/all.test.ts'], isolate: false },
})
