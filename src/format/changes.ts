import { changeInWords, decimalsOf, formatNumber, formatYen } from './numbers.ts'

/** Beyond this a rate of change says nothing that its amounts do not say better; it stands in tables only. */
const mostPercentInWords = 1000

/** Whether a change in percent is stated outside of tables: at most 1,000 percent up or down. */
export function isSayable(percent: number): boolean {
  return Math.abs(percent) <= mostPercentInWords
}

/** A change in percent in words as pages state it outside of tables; undefined where there is none to state. */
export function sayableChange(percent: number | null): string | undefined {
  return percent !== null && isSayable(percent) ? changeInWords(percent) : undefined
}

/** A change in yen in words, in the unit that fits its size unless `size` writes it: 4.0億円増, 4,158万円減, 増減なし. */
export function yenChangeInWords(yen: number, size: (yen: number) => string = formatYen): string {
  const words = size(Math.abs(yen))
  return /[1-9]/.test(words) ? `${words}${yen > 0 ? '増' : '減'}` : '増減なし'
}

/** A change on the year before in words: 前年度より14人増, 前年度と同じ. */
export function changeOnYearInWords(change: number, unit: string): string {
  const size = `${formatNumber(Math.abs(change), decimalsOf(change))}${unit}`
  return change === 0 ? '前年度と同じ' : `前年度より${size}${change > 0 ? '増' : '減'}`
}

/** How many more or fewer than something else, in words: 7人多い, 7人少ない, 同じ. */
export function gapInWords(gap: number, unit: string): string {
  return gap === 0 ? '同じ' : `${formatNumber(Math.abs(gap))}${unit}${gap > 0 ? '多い' : '少ない'}`
}
