import { VFile } from 'vfile'
import { type CheckRows, runChecks } from '../../loaders/checks/run.ts'
import { formatMessages } from '../../loaders/document/messages.ts'
import { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import { type PlanReading, readPlan } from '../../loaders/read-plan.ts'
import type { Readings } from '../../loaders/records/records.ts'
import type { Item } from '../../loaders/structure/item.ts'
import { parseDocument } from '../../loaders/structure/sections.ts'

/** What an item of a test document says; a part that is left out does not stand in the document. */
export interface ItemText {
  no?: number
  title?: string
  /** the page with the item's head is missing */
  headless?: boolean
  departments?: string
  /** rows of the schedule under its year heads, cells parted by tabs */
  schedule?: string[]
  /** the row of year heads, 2年度 to 4年度 where none is given */
  yearHeads?: string
  initiatives?: string
  /** by head, such as 令和2年度 */
  years?: Record<string, string>
  achieved?: string
  notAchieved?: string
  /** rows of the effects table, cells parted by tabs */
  effects?: string[]
  rating?: string
  next?: string
}

const part = (head: string, body: string | undefined): string[] => (body === undefined ? [] : [head + body])

/** The lines of an item in the order and with the labels of a results document. */
export function itemText({ no = 1, title = '見本の項目', headless = false, ...item }: ItemText): string {
  const { schedule, yearHeads = '\t2年度\t3年度\t4年度', effects, years = {} } = item
  return [
    ...(headless ? [''] : [`No.${no} ${title}`]),
    ...part('【担当課：', item.departments && `${item.departments}】`),
    ...(schedule ? ['改善・推進の内容\t改善スケジュール\t\t\t改善・推進目標', yearHeads, ...schedule] : []),
    ...part('主な取組内容\n', item.initiatives),
    ...(Object.keys(years).length > 0 ? ['令和2年度～令和4年度の実績'] : []),
    ...Object.entries(years).map(([year, text]) => `【${year}（実績）】 ${text}`),
    ...part('【3カ年の振り返り】 ①達成できたこと（成果） ', item.achieved),
    ...part('②達成できなかったこと ', item.notAchieved),
    ...(effects ?? []).map((row, index) => `${index === 0 ? '取組による効果' : ''}\t${row}`),
    ...part('3カ年の評価（総括）※A, B, C, Dの評価を記載\t', item.rating),
    ...part('【6次プランにおいて取り組むべき課題】 ', item.next),
  ].join('\n')
}

/** A document with a title and some items. */
export function documentText(...items: readonly ItemText[]): string {
  return ['第5次見本プラン取組実績一覧', ...items.map(itemText), ''].join('\n')
}

/** The lines of a table of contents: 1 甲 総務課 and so on. */
export function contentsText(...rows: readonly (readonly [no: number, title: string, department: string])[]): string {
  return ['\t項目\t記入担当課', ...rows.map((row) => row.join('\t')), ''].join('\n')
}

/** A message with its rule, place and words. */
export interface TestMessage {
  rule: string | undefined
  line: number | undefined
  column: number | undefined
  reason: string
  isError: boolean
}

/** All that a text gives: its structure, its rows with their words, its checks, and what was reported. */
export interface TestReading extends Readings, CheckRows {
  plan: PlanReading
  list: Item[]
  messages: TestMessage[]
  /** the rules of the messages, such as unread-text */
  reported: (string | undefined)[]
}

function tryRead(text: string): { plan: PlanReading | undefined; report: Report } {
  const report = new Report(new VFile({ path: 'document.txt' }))
  return { plan: readPlan(parseDocument(new Source(text)), report), report }
}

function messagesOf({ file }: Report): TestMessage[] {
  return file.messages.map(({ ruleId, line, column, reason, fatal }) => ({ rule: ruleId, line, column, reason, isError: fatal === true }))
}

/** Reads a text as a results document; one that is refused is a mistake of the test. */
export function read(text: string): TestReading {
  const { plan, report } = tryRead(text)
  if (!plan) throw new Error(formatMessages(report))
  const { document, items, readings } = plan
  const checked = runChecks({ contents: document.contents, items, readings }, report)
  const messages = messagesOf(report)
  return { ...readings, plan, list: items, ...checked, messages, reported: messages.map(({ rule }) => rule) }
}

/** What is reported of a text, whether it is refused or not. */
export function messages(text: string): TestMessage[] {
  return messagesOf(tryRead(text).report)
}

/** Reads a document of one item. */
export function readItem(item: ItemText): TestReading {
  return read(documentText(item))
}

/** The findings of one rule. */
export function findings({ checks }: TestReading, rule: string) {
  return checks.filter((check) => check.rule === rule)
}
