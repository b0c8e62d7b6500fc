import type { Slot } from './slots.ts'

/** The slots of the page about. */
export const aboutSlots: Readonly<Record<string, Slot>> = {}
