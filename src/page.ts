import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Warehouse } from './data/warehouse.ts'
import { FigureIndex } from './evidence/figure-index.ts'
import { besidePages } from './files/folder.ts'

/** The page that is being built: its warehouse, its path, the parameters of its path, and ids that are new on it. */
export class PageContext {
  #ids = 0

  constructor(
    readonly warehouse: Warehouse,
    readonly path: string,
    readonly params: Readonly<Record<string, string>> = {},
  ) {}

  /** An id that nothing else on the page has; the same each time the page is built. */
  nextId(prefix: string): string {
    this.#ids += 1
    return `${prefix}-${this.#ids}`
  }

  /** The numbers of the document, to be found by their place. */
  get figures(): FigureIndex {
    return FigureIndex.of(this.warehouse)
  }

  /** Puts a file beside the finished pages and gives its address, seen from this page. */
  writeFile(name: string, content: string): string {
    const path = join(besidePages(), name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return this.root + name
  }

  /** Where the site's root is, seen from this page: `./` or `../`. */
  get root(): string {
    const depth = this.path.split('/').length - 2
    return depth === 0 ? './' : '../'.repeat(depth)
  }
}
