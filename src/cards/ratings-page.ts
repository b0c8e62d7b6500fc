import type { Slot } from './slots.ts'

/** The slots of the page ratings. */
export const ratingsSlots: Readonly<Record<string, Slot>> = {}
