/**
 * How a label is painted that may reach over a neighbouring shape: its letters, and around them the ground that it stands on.
 * Plot leaves letters with an outline unfilled unless it is told their colour.
 */
export function haloed(fill = 'currentColor', ground = 'var(--card)'): { fill: string; stroke: string; strokeWidth: number } {
  return { fill, stroke: ground, strokeWidth: 4 }
}
