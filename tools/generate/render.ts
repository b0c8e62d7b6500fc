import type { Entry, Group, Plan, PlanItem, Review } from './model.ts'
import { planYears } from './model.ts'
import { type Block, cuttable, layOut, type Piece, solid } from './pieces.ts'
import { Random } from './prng.ts'
import { effectRows } from './render-effects.ts'
import { plainStyle, restyle, restyleLabel, type Style } from './style.ts'
import { fiscalYearName, shortYearName } from './years.ts'

export { encode } from './encode.ts'

/** A page of a rendered document; its text includes the page end. */
export interface Page {
  /** null for the title and the table of contents */
  itemNo: number | null
  part: 'contents' | 'head' | 'results' | 'review' | 'effects' | 'closing'
  text: string
}

interface Section {
  part: Page['part']
  blocks: Block[]
}

const circled = (no: number) => String.fromCharCode(0x245f + no)
const openList = { none: '', paragraphs: '<ul style="list-style-type: none"> ', list: '<ul>' } as const
const closeList = { none: '', paragraphs: '', list: '</ul>' } as const

/** A plan as a document in a style; the same plan, style and seed (of its page ends) give the same text. */
export function render(plan: Plan, style: Style = plainStyle, seed = 0): string {
  return renderPages(plan, style, seed)
    .map(({ text }) => text)
    .join('')
}

/** A plan as the pages of a document, of which any can be left out. */
export function renderPages(plan: Plan, style: Style = plainStyle, seed = 0): Page[] {
  const random = new Random(seed)
  const pageEnd = pageEnds(style)
  const front = { itemNo: null, sections: [frontSection(plan, style)] }
  const items = plan.items.map((item) => ({ itemNo: item.no, sections: joinSections(itemSections(plan, item, style), style) }))
  return [front, ...items].flatMap(({ itemNo, sections }) =>
    sections.map(({ part, blocks }) => ({ itemNo, part, text: finish(layOut(blocks, style, random, pageEnd).slice(0, -1) + pageEnd(), style) })),
  )
}

/** What ends a page after its last line, page numbers counting on. */
function pageEnds({ pageEnd }: Style): () => string {
  let page = 0
  return () => {
    page += 1
    if (pageEnd === 'blank line') return '\n\n'
    if (pageEnd === 'number') return `\n\n- ${page} -\n\n`
    return pageEnd === 'form feed' ? '\n\f' : '\n\f\n'
  }
}

function finish(text: string, { kana, lineEnd }: Style): string {
  const spelled = kana === 'decomposed' ? text.replace(/[\u3041-\u30ff]/g, (character) => character.normalize('NFD')) : text
  return lineEnd === '\n' ? spelled : spelled.replaceAll('\n', () => lineEnd)
}

function joinSections(sections: readonly Section[], { pages }: Style): Section[] {
  if (pages === 'many') return [...sections]
  const isLate = ({ part }: Section) => part === 'review' || part === 'effects' || part === 'closing'
  const halves = [sections.filter((section) => !isLate(section)), sections.filter(isLate)]
  return halves.flatMap(([first, ...rest]) => (first ? [{ part: first.part, blocks: [first, ...rest].flatMap(({ blocks }) => blocks) }] : []))
}

function frontSection(plan: Plan, style: Style): Section {
  const title: Block[] = ['blank', 'blank', line(solid(restyleLabel(`第${plan.planNo}次${plan.name}取組実績一覧`, style))), 'blank']
  const rows = plan.items.map(({ no, title, leadDepartment }) => [restyleLabel(String(no), style), restyle(title, style), restyle(leadDepartment, style)])
  const head = ['', '項目', restyleLabel('記入担当課（現組織）', style)]
  return { part: 'contents', blocks: style.contents === 'present' ? [...title, { rows: [head, ...rows] }] : title }
}

function itemSections(plan: Plan, item: PlanItem, style: Style): Section[] {
  const { review } = item
  const effects: Block[] = item.effects ? [{ rows: effectRows(item.effects, style) }] : []
  const head: Section = { part: 'head', blocks: headBlocks(plan, item, style) }
  const results = resultsBlocks(plan, item, style)
  if (!review) return [head, { part: 'results', blocks: [...results, ...effects] }]
  return [
    head,
    { part: 'results', blocks: results },
    { part: 'review', blocks: reviewBlocks(plan, review, style) },
    ...(effects.length > 0 ? [{ part: 'effects', blocks: effects } as const] : []),
    { part: 'closing', blocks: [...ratingBlocks(plan, review, style), ...nextBlocks(plan, review, style)] },
  ]
}

function line(...pieces: Piece[]): Block {
  return { pieces, emptyCells: 0 }
}

function cellLine(pieces: readonly Piece[], emptyCells: number): Block {
  return { pieces, emptyCells }
}

function paragraph(pieces: readonly Piece[], { markup }: Style): Piece[] {
  return markup === 'none' ? [...pieces] : [solid('<p>'), ...pieces, solid('</p>')]
}

function headBlocks(plan: Plan, item: PlanItem, style: Style): Block[] {
  const title = solid(restyleLabel(`${style.headMark}${item.no} `, { ...style, labelBlanks: 'none' }) + restyle(item.title, style))
  const names = item.departments.map((name) => restyle(name, style)).join(style.departmentMark === '・' ? '・' : restyle('、', style))
  const departments = solid(`${restyleLabel('【担当課：', style) + names}】`)
  const width = plan.years + 1
  const initiatives = item.initiatives.map((text, index) => paragraph([solid(circled(index + 1)), cuttable(restyle(text, style), true)], style))
  return [
    line(title),
    'blank',
    line(departments),
    'blank',
    { rows: scheduleTable(plan, item, style), cutRow: 2 },
    cellLine([solid('主な取組内容')], width),
    cellLine(inOneLine(initiatives, style), width),
  ]
}

function scheduleTable(plan: Plan, item: PlanItem, style: Style): string[][] {
  const years = planYears(plan).map((year) => restyleLabel(yearHead(year, style), style))
  const goal = paragraph([solid(restyle(item.goal, style))], style)
    .map(({ text }) => text)
    .join('')
  return [
    ['改善・推進の内容', '改善スケジュール', ...years.slice(1).map(() => ''), '改善・推進目標'],
    ['', ...years, ''],
    ...item.workstreams.map(({ name, cells }, index) => [
      restyle(name, style),
      ...cells.map(({ marks, note }) => restyle(marks.map(markText).join('') + (note ?? ''), style)),
      index === 0 ? goal : '',
    ]),
  ]
}

function yearHead(year: number, style: Style): string {
  return style.yearHeads === 'era' ? fiscalYearName(year, style.firstYear) : shortYearName(year, style.firstYear)
}

function markText({ from, to, note }: { from: number; to: number; note: string | null }): string {
  return circled(from) + (to > from ? `～${circled(to)}` : '') + (note === null ? '' : `（${note}）`)
}

function resultsBlocks(plan: Plan, item: PlanItem, style: Style): Block[] {
  const last = plan.firstYear + plan.years - 1
  const name = (year: number) => fiscalYearName(year, style.firstYear)
  const period = restyleLabel(`${name(plan.firstYear)}～${name(last)}${style.resultsLabel}`, style)
  const bullet = bulletMark(style, '・')
  const years = item.results.map(({ fiscalYear, groups }) => {
    const label = paragraph([solid(restyleLabel(`【${name(fiscalYear)}${style.yearLabel}】`, style))], style)
    return [label, ...groups.flatMap((group, index) => groupLines(group, index + 1, bullet, style))]
  })
  const width = plan.years + 1
  const lines = style.entries === 'lines' ? years.flat().map((pieces) => line(...pieces)) : inlineYears(years, style).map((pieces) => cellLine(pieces, width))
  return [cellLine([solid(period)], width), ...lines]
}

/** Years in a row each or, as the real document has it with markup, all in one. */
function inlineYears(years: readonly Piece[][][], style: Style): Piece[][] {
  return style.markup === 'none' ? years.map((pieces) => inOneLine(pieces, style)) : [inOneLine(years.flat(), style)]
}

function inOneLine(lines: readonly (readonly Piece[])[], { markup }: Style): Piece[] {
  return lines.flatMap((pieces, index) => (index > 0 && markup !== 'list' ? [solid(' '), ...pieces] : pieces))
}

function bulletMark({ bullets }: Style, usual: '・' | '○'): string {
  if (bullets === '・○') return usual
  if (bullets === '-') return '- '
  return bullets === 'none' ? '' : bullets
}

/** The lines of a group: its `(1) …` head, its entries; one entry alone under a head goes without a bullet. */
function groupLines({ heading, entries }: Group, no: number, bullet: string, style: Style): Piece[][] {
  const head = heading === null ? [] : [paragraph([solid(restyleLabel(`（${no}） `, style) + restyle(heading, style))], style)]
  return [...head, ...entryLines(entries, heading !== null && entries.length === 1 ? '' : bullet, style)]
}

function entryLines(entries: readonly Entry[], bullet: string, style: Style): Piece[][] {
  return entries.map(({ text }, index) => {
    const open = index === 0 ? openList[style.markup] : ''
    const close = index === entries.length - 1 ? closeList[style.markup] : ''
    const [before, after] = style.markup === 'list' ? [`${open}<li>${bullet}`, `</li>${close}`] : [open + bullet, close]
    return [solid(before), cuttable(restyle(text, style), bullet !== ''), solid(after)]
  })
}

function spanLabel(plan: Plan, words: string, style: Style): string {
  return restyleLabel(`${plan.years}${style.span}${words}`, style)
}

function reviewBlocks(plan: Plan, review: Review, style: Style): Block[] {
  const width = plan.years + 1
  const bullet = bulletMark(style, '○')
  const verification = solid(spanLabel(plan, `の${style.works}の検証`, style))
  const lookBack = paragraph([solid(`【${spanLabel(plan, 'の振り返り', style)}】`)], style)
  const lists = [
    [paragraph([solid(restyleLabel('①達成できたこと（成果）', style))], style), ...entryLines(review.achieved, bullet, style)],
    [paragraph([solid('②達成できなかったこと')], style), ...entryLines(review.notAchieved, bullet, style)],
  ] as [Piece[][], Piece[][]]
  if (style.reviews === 'lines') return [line(verification), 'blank', line(...lookBack), 'blank', ...lists.flatMap(spacedList)]
  const rows = style.reviews === 'inline' ? [[lookBack, ...lists[0], ...lists[1]]] : [[lookBack, ...lists[0]], lists[1]]
  return [cellLine([verification], width), ...rows.map((lines) => cellLine(inOneLine(lines, style), width))]
}

/** A label, a blank line, a line for each entry, a blank line. */
function spacedList([label, ...entries]: readonly Piece[][]): Block[] {
  return [line(...(label as Piece[])), 'blank', ...entries.map((pieces) => line(...pieces)), ...(entries.length > 0 ? (['blank'] as const) : [])]
}

function ratingBlocks(plan: Plan, { rating }: Review, style: Style): Block[] {
  const label = spanLabel(plan, 'の評価（総括）', style)
  const note = restyleLabel(`※${plan.scale.join('、')}の評価を記載`, style)
  if (style.rating === 'line') return ['blank', line(solid(label + note)), 'blank', line(solid(rating)), 'blank']
  return [{ rows: [style.rating === 'cell' ? [label + note, rating] : [label, note, rating]] }]
}

function nextBlocks(plan: Plan, { next, nextPlan }: Review, style: Style): Block[] {
  const no = plan.planNo + 1
  const plans = style.nextLabel === '次' ? `${no}次${plan.noun}` : `第${no}次${plan.noun}`
  const label = nextPlan ? `【${plans}において取り組むべき課題】` : '【引き続き取り組むべき課題】'
  const note = style.nextNote === 'note' && !nextPlan ? ` ※${no}次${plan.noun}に無い課題を記載。` : ''
  const lines = [paragraph([solid(restyleLabel(label + note, style))], style), ...entryLines(next, bulletMark(style, '○'), style)]
  return style.reviews === 'lines' ? spacedList(lines) : [cellLine(inOneLine(lines, style), 1)]
}
