import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Page } from '../../src/pages/page.ts'
import { pages } from '../../src/pages/pages.ts'
import { root } from '../support/plans.ts'

const all: readonly Page[] = pages

describe('the pages of the site', () => {
  it('have a shell for Framework each, and no shell is without its page', () => {
    const shells = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md') && !name.startsWith('.'))
    expect(shells.map((name) => `/${name.replaceAll('\\', '/').replace(/\.md$/, '')}`).sort()).toEqual(all.map(({ path }) => path).sort())
  })

  it('are those that the folder has modules for', () => {
    const modules = readdirSync(join(root, 'src/pages')).filter(
      (name) =>
        !['page.ts', 'pages.ts', 'site.ts', 'draw.ts', 'frame.ts', 'page-margins.ts', 'chart-document.ts', 'single-file.ts', 'site-context.ts'].includes(name),
    )
    expect(modules).toHaveLength(all.length)
  })

  it('have names and addresses of their own', () => {
    const names = all.flatMap(({ menu }) => menu ?? [])
    expect(new Set(names).size).toBe(names.length)
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length)
  })
})
