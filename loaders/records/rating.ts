import type { Words } from '../document/words.ts'
import { type Item, partOf } from '../structure/item.ts'
import { cells } from '../structure/rows.ts'

const mark = '(?:[A-Z]\\+?|[◎○△×])'
const ratingCell = new RegExp(`^(?:評価\\s*:?\\s*)?(?<mark>${mark})(?:\\s*(?:評価|\\([^()]*\\)))?$`, 'd')
const unparted = `${mark}{2,}(?=\\s*(?:の(?:評価|段階|いずれか)|で(?:評価|記載|記入)))`
const scaleNote = new RegExp(`^※\\s*(?<marks>${mark}(?:\\s*[、,・/~-]\\s*${mark})+|${unparted})`)

/** The rating of an item with its words: the mark in the rating row's last cell, or on the line after it. */
export function readRating(item: Item): Words | undefined {
  return ratingCells(item).flatMap((cell) => cell.match(ratingCell)?.words('mark') ?? [])[0]
}

/** The scale that the rating's note states (※A, B, C, Dの評価を記載, ※○△×の評価を記載, ※A～D), empty where none is stated. */
export function readRatingScale(item: Item): string[] {
  const note = ratingCells(item)
    .map((cell) => scaleNote.exec(cell.form)?.groups?.marks)
    .find((marks) => marks !== undefined)
  const [first, last] = /^([A-Z])\s*[~-]\s*([A-Z])$/.exec(note ?? '')?.slice(1) ?? []
  if (first && last) return Array.from({ length: last.charCodeAt(0) - first.charCodeAt(0) + 1 }, (_, step) => String.fromCharCode(first.charCodeAt(0) + step))
  return note?.match(new RegExp(mark, 'g')) ?? []
}

function ratingCells(item: Item): Words[] {
  return partOf(item, 'rating')?.rows.flatMap((row) => cells(row.words)) ?? []
}
