import { VFile } from 'vfile'
import type { RuleId } from '../../loaders/checks/rules.ts'
import { formatMessages } from '../../loaders/document/messages.ts'
import { nothingSaid } from '../../loaders/document/plan.ts'
import { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import { figures } from '../../loaders/ledger/figures.ts'
import { type PlanReading, readPlan } from '../../loaders/read-plan.ts'
import type { Context, Readable } from '../../loaders/records/reading.ts'
import type { Item } from '../../loaders/structure/item.ts'
import { type TableKey, tables } from '../../loaders/tables.ts'

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

/** The rows of every table with their words. */
type TestRows = { [K in TableKey]: ReturnType<(typeof tables)[K]['read']> }

/** All that a text gives: its structure, its rows with their words, and what was reported. */
export interface TestReading extends TestRows {
  plan: PlanReading
  list: Item[]
  messages: TestMessage[]
  /** the rules of the messages, such as unread-text */
  reported: (string | undefined)[]
}

function tryRead(text: string): { plan: PlanReading | undefined; report: Report } {
  const report = new Report(new VFile({ path: 'document.txt' }))
  const plan = readPlan({ planId: 'test', description: nothingSaid, sha256: '', source: new Source(text) }, report)
  plan?.context.rows(figures)
  return { plan, report }
}

function messagesOf({ file }: Report): TestMessage[] {
  return file.messages.map(({ ruleId, line, column, reason, fatal }) => ({ rule: ruleId, line, column, reason, isError: fatal === true }))
}

/** Reads a text as a results document; one that is refused is a mistake of the test. */
export function read(text: string): TestReading {
  const { plan, report } = tryRead(text)
  if (!plan) throw new Error(formatMessages(report))
  const rows = Object.fromEntries(Object.entries(tables).map(([key, table]) => [key, plan.context.rows<unknown>(table)])) as TestRows
  const messages = messagesOf(report)
  return { ...rows, plan, list: [...plan.context.items], messages, reported: messages.map(({ rule }) => rule) }
}

/** What a reading was made of, with other rows of one table. */
export function withRows<R>({ plan }: TestReading, table: Readable<R>, rows: R): Context {
  const given = new Map<Readable, unknown>([[table, rows]])
  return { ...plan.context, rows: <O>(other: Readable<O>) => (given.has(other) ? (given.get(other) as O) : plan.context.rows(other)) }
}

/** What is reported of a text before it is checked, whether it is refused or not. */
export function messages(text: string): TestMessage[] {
  return messagesOf(tryRead(text).report)
}

/** Reads a document of one item. */
export function readItem(item: ItemText): TestReading {
  return read(documentText(item))
}

/** The findings of one rule. */
export function findings({ checks }: TestReading, rule: RuleId) {
  return checks.filter((check) => check.rule === rule)
}
