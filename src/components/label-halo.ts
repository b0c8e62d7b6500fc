/** The ground of the card around a label's letters, so that it can be read where it reaches over a neighbouring shape. */
export const labelHalo = { stroke: 'var(--card)', strokeWidth: 4 } as const
