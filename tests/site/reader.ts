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
