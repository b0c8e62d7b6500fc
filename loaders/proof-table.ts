import { type Proof, proofKinds } from './proof.ts'
import { eraYear } from './vocabulary/eras.ts'
import { isWholeNumber } from './vocabulary/item-codes.ts'

/** The heads of the proof-reading list as a table. */
export const proofHead = ['文書', '種類', '項目番号', '項目名', '年度', '場所', '原文の言葉', '説明', '公表値', '再計算値', '再計算に使った数字']

/** A line of the proof-reading list of a document below these heads. */
export function proofCells(path: string, proof: Proof): (string | number | null)[] {
  const { kind, itemNo, itemCode, itemTitle, fiscalYear, place, words, message, published, computed, against } = proof
  const year = fiscalYear === null ? null : eraYear(fiscalYear)
  return [path, proofKinds[kind], itemNo === null ? null : itemNumber(itemNo, itemCode), itemTitle, year, place, words, message, published, computed, against]
}

/** The number of an item as printed, a whole one as a number of the table. */
function itemNumber(no: number, code: string | null): string | number {
  return code === null || isWholeNumber(code) ? no : code
}
