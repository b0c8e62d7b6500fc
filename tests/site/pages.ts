import { readdirSync } from 'node:fs'
import type { PagePath } from '../../src/pages/pages.ts'

type AddressOf<P extends string> = P extends `/${infer Folder}[no]`
  ? `${Folder}${number}.html${string}`
  : P extends `/${infer Path}`
    ? `${Path}.html${string}`
    : never

/** The address of a page that is listed, from the root of its site, such as `items/1.html#effects`. */
export type PageAddress = AddressOf<PagePath>

/** The paths of all pages of a built site, from its folder. */
export function pagesOf(folder: string): PageAddress[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name): name is PageAddress => name.endsWith('.html'))
    .sort()
}

/** Whether a page of the built-in plan is the only one of its kind, or of the items the first, one without head, or one whose total is wrong. */
export function isOfItsKind(path: string): boolean {
  return !/^items\/\d/.test(path) || /(?:01|17|21)\.html$/.test(path)
}
