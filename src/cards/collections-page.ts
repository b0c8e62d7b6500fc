import type { Slot } from './slots.ts'

/** The slots of the page collections. */
export const collectionsSlots: Readonly<Record<string, Slot>> = {}
