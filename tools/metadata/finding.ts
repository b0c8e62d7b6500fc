/** What a check of metadata found: what holds, in words, or the problems. */
export interface Finding {
  name: string
  holds: string
  problems: readonly string[]
}

/** Gives a library that was installed aside. */
export type Require = (name: string) => unknown
