import type { Slot } from './slots.ts'

/** The slots of the page revenue. */
export const revenueSlots: Readonly<Record<string, Slot>> = {}
