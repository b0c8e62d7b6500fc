import type { Page } from 'playwright-core'

/** Chooses files, a folder or a saved form on the page that reads them, and waits until they are read. */
export async function choose(page: Page, paths: string | string[], input: 'files' | 'folder' | 'form' = 'files'): Promise<void> {
  await page.locator('#reader').evaluate((place) => place.removeAttribute('aria-busy'))
  await page.locator(`[name=${input}]`).setInputFiles(paths)
  await settled(page)
}

/** Drops files of zeros on the page, by their names and sizes in bytes, and waits until they are read. */
export async function drop(page: Page, sizes: Readonly<Record<string, number>>): Promise<void> {
  await page.evaluate((sizes) => {
    document.querySelector('#reader')?.removeAttribute('aria-busy')
    const dataTransfer = new DataTransfer()
    for (const [name, size] of Object.entries(sizes)) dataTransfer.items.add(new File([new ArrayBuffer(size)], name))
    document.querySelector('#reader')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  }, sizes)
  await settled(page)
}

/** Drags what stands at a path of the disk onto the page, as a hand does, and waits until it is read. */
export async function dropFromDisk(page: Page, path: string): Promise<void> {
  await page.locator('#reader').evaluate((place) => place.removeAttribute('aria-busy'))
  const session = await page.context().newCDPSession(page)
  const box = await page.locator('.reader-form').boundingBox()
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20, data })
  await settled(page)
}

/** Waits until nothing is being read. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('#reader')?.getAttribute('aria-busy') === 'false')
}

/** The rows of every table of what the page read last. */
export async function pageRows(page: Page): Promise<unknown> {
  return page.evaluate(() => (globalThis as unknown as { siteReader: { rows(): Promise<unknown> } }).siteReader.rows())
}

/** Draws the pages of what the page read last, and waits until the first is shown. */
export async function openDashboard(page: Page): Promise<void> {
  await page.locator('[data-do=dashboard]').click()
  await page.waitForFunction(() => location.hash === '#/index' && document.querySelector('#reader') === null)
}

/** The main part and the foot of the page that is shown, in markup, without what leads elsewhere or depends on scripts. */
export function shownParts(page: Page): Promise<string[]> {
  return page.evaluate(`(${partsOf})(document)`)
}

/** The same of a page of the site. */
export function siteParts(page: Page, text: string): Promise<string[]> {
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
