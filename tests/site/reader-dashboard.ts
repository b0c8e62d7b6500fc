import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { BuiltSite } from './build-site.ts'

/** Draws the pages of what the page read last, and waits until the first is shown. */
export async function openDashboard(page: Page): Promise<void> {
  await page.locator('[data-do=dashboard]').click()
  await page.waitForFunction(() => location.hash === '#/index' && document.querySelector('#reader') === null, undefined, { timeout: 120_000 })
}

/** The main part and the foot of the page that is shown, in markup, without what leads elsewhere or depends on scripts. */
function shownParts(page: Page): Promise<string[]> {
  return page.evaluate(`(${partsOf})(document)`)
}

/** The same of a page of the site. */
function siteParts(page: Page, text: string): Promise<string[]> {
  return page.evaluate(`(${partsOf})(new DOMParser().parseFromString(${JSON.stringify(text)}, 'text/html'))`)
}

/** Runs in the page: scripts add buttons, fold tables and count rows; links lead elsewhere, and a card has none to itself. */
function partsOf(document: Document): string[] {
  const added = '.card-link, .copied, [data-action], .downloads button, .snippet button, output'
  return ['main', '#observablehq-footer'].map((selector) => {
    const part = document.querySelector(selector)?.cloneNode(true) as Element
    for (const one of part.querySelectorAll(added)) one.remove()
    for (const one of part.querySelectorAll('*')) {
      one.classList.remove('lifted')
      for (const name of ['href', 'tabindex', 'open', 'hidden', ...(one.classList.length === 0 ? ['class'] : [])]) one.removeAttribute(name)
    }
    return part.innerHTML.replace(/\s+/g, ' ').trim()
  })
}

/** Goes to a page that was drawn. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((path) => location.assign(`#${path}`), path)
  await arrive(page, path)
}

/** Waits until a page that was drawn is shown. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.waitForFunction((path) => history.state?.page === path, path)
}

/** Pages that are not drawn in the page: they ask the data of the site; and the one that is drawn with the files. */
const left = /(?:^|\/)(?:explore|data|sql|analyses|reader|404)\.html$/

/** The files of a site's pages that a dashboard of the same plans has too. */
export function drawnPages({ folder }: BuiltSite): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
  return names.filter((name) => name.endsWith('.html') && !left.test(name))
}

/** Each of the pages is that of the site but for where links lead. */
export async function expectSamePages(page: Page, { folder }: BuiltSite, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await goTo(page, `/${name.replace(/\.html$/, '')}`)
    expect(await shownParts(page), name).toEqual(await siteParts(page, readFileSync(join(folder, name), 'utf8')))
  }
}
