import { wholeDepartment } from './departments.ts'

const dashes = /[‐‑‒–—―−]/g
/** A department with the one that it belongs to in a bracket behind it: 経営企画課(経営管理部). */
const behind = /^(?<department>[^()]{1,40})\((?<whole>[^()]{1,40})\)$/

/**
 * The one spelling of a name of a department, claim, course or effect: characters in their usual width, no blanks, one kind of dash,
 * and a department behind the one that it belongs to. Names of one thing that differ in these alone are the same:
 * `DX 研修` and `ＤＸ研修`, `経営企画課 (経営管理部)` and `経営管理部経営企画課`.
 */
export function unifiedName(name: string): string {
  const plain = name.normalize('NFKC').replace(/\s/g, '').replace(dashes, '-').replace(/〜/g, '~')
  const { department, whole } = behind.exec(plain)?.groups ?? {}
  return department && whole && wholeDepartment.test(department) && wholeDepartment.test(whole) ? `${whole}${department}` : plain
}
