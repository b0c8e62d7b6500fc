import type { Slot } from './slots.ts'

/** The slots of the page checks. */
export const checksSlots: Readonly<Record<string, Slot>> = {}
