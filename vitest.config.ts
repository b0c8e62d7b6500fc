import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], env: { TZ: 'Asia/Tokyo' }, testTimeout: 60_000, hookTimeout: 240_000 },
})
