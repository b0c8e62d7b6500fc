import type { Slot } from './slots.ts'

/** The slots of the page explore. */
export const exploreSlots: Readonly<Record<string, Slot>> = {}
