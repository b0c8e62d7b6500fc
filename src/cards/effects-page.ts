import type { Slot } from './slots.ts'

/** The slots of the page effects. */
export const effectsSlots: Readonly<Record<string, Slot>> = {}
