/**
 * How a label is painted that may reach over a neighbouring shape: its letters, and around them the ground of the card.
 * Plot leaves letters with an outline unfilled unless it is told their colour.
 */
export function haloed(fill = 'currentColor'): { fill: string; stroke: string; strokeWidth: number } {
  return { fill, stroke: 'var(--card)', strokeWidth: 4 }
}
