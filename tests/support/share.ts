/** How often a long test repeats something: all of it by hand, a part (`SHARE=0.15`) where time is bounded, as in CI; once at least. */
export function shareOf(count: number): number {
  return Math.max(1, Math.round(count * Number(process.env.SHARE ?? 1)))
}
