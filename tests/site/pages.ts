import { readdirSync } from 'node:fs'

/** The paths of all pages of a built site, from its folder. */
export function pagesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html'))
    .sort()
}

/** Whether a page of the built-in plan is the only one of its kind, or of the items the first, one without head, or one whose total is wrong. */
export function isOfItsKind(path: string): boolean {
  return !/^items\/\d/.test(path) || /(?:01|17|21)\.html$/.test(path)
}
