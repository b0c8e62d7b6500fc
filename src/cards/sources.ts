/** Item and lines that rows were read from, as a source line shows them: No.21 原文508–511行. */
export function sourceLines(rows: readonly { item_no: number; source_line: number }[]): string {
  const byItem = new Map<number, number[]>()
  for (const { item_no, source_line } of rows) byItem.set(item_no, [...(byItem.get(item_no) ?? []), source_line])
  return [...byItem].map(([item, lines]) => `No.${item} 原文${lineRange(lines)}行`).join('、')
}

function lineRange(lines: readonly number[]): string {
  const [first, last] = [Math.min(...lines), Math.max(...lines)]
  return first === last ? `${first}` : `${first}–${last}`
}
