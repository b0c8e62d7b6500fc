import type { Words } from '../document/words.ts'
import { type Item, partOf, type Reading } from '../structure/item.ts'
import { cells } from '../structure/rows.ts'
import { wholeDepartment } from '../vocabulary/departments.ts'
import { readGoal } from './schedules.ts'

/** The departments of an item's head: 【担当課：…】 parted by commas, and by ・ between whole names. */
export function readDepartments(item: Item): Words[] {
  const names = partOf(item, 'departments')?.label.match.words('names')
  if (!names) return []
  return names.split(/[、,]/g).flatMap((list) => {
    const departments: Words[] = []
    let from = 0
    for (const dot of list.matches(/・/g)) {
      if (![list.form.slice(from, dot.index), list.form.slice(dot.end)].every((name) => wholeDepartment.test(name.trim()))) continue
      departments.push(list.slice(from, dot.index).trim())
      from = dot.end
    }
    return [...departments, list.slice(from).trim()].filter((name) => !name.isEmpty)
  })
}

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

/** The title of an item: of its head, or of the contents where the head is missing. */
export function itemTitle(item: Item): Words | undefined {
  return item.section.title?.isEmpty === false ? item.section.title : item.contents?.title
}

/** The row of an item; its place is its head, or its line in the contents where the head is missing. */
export function readItem(item: Item, isComplete: boolean): Reading<'items'> {
  const departments = readDepartments(item)
  const rating = readRating(item)
  const goal = readGoal(item)
  const next = partOf(item, 'next')
  return {
    item_no: item.no,
    title: itemTitle(item)?.text ?? null,
    lead_department: (item.contents?.department ?? departments[0])?.text ?? null,
    departments: departments.length > 0 ? departments.map(({ text }) => text) : null,
    goal: goal?.text ?? null,
    rating: rating?.form ?? null,
    next_plan: next ? next.label.match.form('plan') !== undefined : null,
    complete: isComplete,
    words: item.headless ? (item.contents?.words ?? item.section.words) : item.section.words,
    rating_source_line: rating?.place.start.line ?? null,
    rating_source_column: rating?.place.start.column ?? null,
    goal_source_line: goal?.place.start.line ?? null,
    goal_source_column: goal?.place.start.column ?? null,
  }
}
