import { noData } from './numbers.ts'

/** Stands where the document tells of a thing, but does not state this value. */
export const notGiven = '記載なし'

/** Stands where the document has a mark for none, or leaves the cell empty. */
export const notApplicable = '該当なし'

/** What is said of a matter that the document does not mention. */
export const notStated = '文書に記載なし'

/** The words for each kind of nothing, with what they mean: the legend of every page. */
export const nothingWords = [
  { word: noData, meaning: '記述か比べる相手がない' },
  { word: notGiven, meaning: '記述はあるが値がない' },
  { word: notApplicable, meaning: '文書の欄が「－」か空' },
  { word: '0', meaning: '文書か計算で0' },
] as const
