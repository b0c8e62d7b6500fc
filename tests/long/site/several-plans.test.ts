import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse } from '../../../src/data/open-warehouse.ts'
import { auditPages, views } from '../../site/audit.ts'
import { openSite, type Site } from '../../site/browser.ts'
import { figureFindings } from '../../site/figure-findings.ts'
import type { PageAddress } from '../../site/pages.ts'
import { temporaryFolder, writeFiles } from '../../support/command.ts'
import { harumi } from '../../support/editions.ts'
import { root } from '../../support/plans.ts'

const temporary = temporaryFolder()
afterAll(temporary.remove)

describe.each<{ name: string; plans: string[]; pages: PageAddress[] }>([
  {
    name: 'two plans of one city',
    plans: ['sample-plan1', 'sample-plan2'].map((id) => join(root, 'data', id)),
    pages: ['library.html', 'items/index.html', 'items/03.html', 'items/04.html', 'effects.html'],
  },
  {
    name: 'three editions of a plan',
    plans: ['r5.txt', 'r6.txt', 'r7.txt'].map((file) => join(temporary.path, file)),
    pages: ['checks.html', 'items/01.html'],
  },
])('the site of $name', ({ plans, pages }) => {
  let site: Site
  beforeAll(async () => {
    writeFiles(temporary.path, harumi)
    site = await openSite(...plans)
  })
  afterAll(() => site?.close())

  it('shows no figure that the warehouse does not hold, and no receipt that does not come out', async () => {
    const { plan } = await openWarehouse(site.warehouse)
    const { read, results, receipts, cells } = await figureFindings(site, plan.plan_id)
    expect([...read.problems, ...results.problems, ...receipts.problems, ...cells.problems]).toEqual([])
  })

  it('can be read by everyone where it leads from plan to plan or edition to edition', async () => {
    expect(await auditPages(site, pages, views)).toEqual([])
  })
})
