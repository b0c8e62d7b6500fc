import { type RoleId, roles } from '../../loaders/ledger/roles.ts'

/** What a number is, in Japanese; NULL is one that could not be read. */
export function roleName(role: RoleId | null): string {
  return role === null ? '読み取れなかった数字' : roles[role].title
}

/** Whether a number of this role measures something; the others are dates, years, numbers of lists and the like. */
export function isMeasure(role: RoleId | null): boolean {
  return role !== null && roles[role].measures
}
