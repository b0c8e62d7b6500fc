import type { Slot } from './slots.ts'

/** The slots of the page staffing. */
export const staffingSlots: Readonly<Record<string, Slot>> = {}
