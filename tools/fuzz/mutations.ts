import { Random } from '../generate/prng.ts'

/** A line of a document, and its line in the document that was mutated. */
export interface Line {
  text: string
  origin: number
}

/** One change to a document; lines are named by their index in the document as it was. */
export type Mutation =
  | { kind: 'delete' | 'double'; unit: Unit; block: Block }
  | { kind: 'swap'; unit: Unit; block: Block; other: Block }
  | { kind: 'edit'; line: number; column: number; removed: number; inserted: string }
  | { kind: 'cells'; cell: Cell; other: Cell }
  | { kind: 'join'; line: number; between: string }

type Unit = 'line' | 'page' | 'section'
type Block = readonly [first: number, last: number]
type Cell = readonly [line: number, cell: number]

const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A document to mutate: its lines, and where its pages and sections begin and end. */
export interface Original {
  lines: readonly string[]
  blocks: { readonly [unit in Unit]: readonly Block[] }
}

const head = /^\s*No\.\s*\d+(?!\s*再掲)\s*\S/
const special = /[\d０-９【】（）()\t①-⑳～・○、，。※<>]/g
const inserts = [
  ...['\t', '\t\t', ' ', '  ', '　', '\n', '\n\n', '\r', '\r\n', '\f', '\u00a0', '\u200b', '\u2028', '\ufeff', '\u0000', '\u3099', '𠮷'],
  ...['0', '1', '9', '０', '５', '９', '12', '1,234', '１，２３４', '.', '．', ',', '，', '、', '。', '%', '％', '元', '－', '-', '△', '▲', '～'],
  ...['（', '）', '(', ')', '【', '】', '「', '」', '<', '>', '①', '②', '⑤', '⑳', '○', '・', '●', '※', 'うち', '約', '計', '・・'],
  ...['<p>', '</p>', '<ul>', '<li>', '</li>', '<br>', '<b>', '</b>', '<td colspan="2">', '&nbsp;', '&lt;'],
  ...[
    '円',
    '千円',
    '百万円',
    '億',
    '人',
    '件',
    '年度',
    '年',
    '月',
    '日',
    '点',
    'ポイント',
    'm²',
    'No.',
    'No.3',
    '（No.5 再掲）',
    '再掲',
    '第5次',
    'R',
    '令和',
    '平成',
  ],
  ...['5円', '12.5百万円', '1億2,345万円', '皆増', '－', '令和2年度', '2年度', '令和5年4月1日', 'R2.4.1', '目標', '合計', '売却額', '再任用職員'],
]

/** A document's lines, its pages (between blank lines) and its sections (from one item's head to the next). */
export function takeApart(text: string): Original {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, index) => (head.test(line) ? [index] : []))
  return {
    lines,
    blocks: {
      line: lines.map((_, index) => [index, index] as const),
      page: pagesOf(lines),
      section: heads.map((first, index) => [first, (heads[index + 1] ?? lines.length) - 1] as const),
    },
  }
}

function pagesOf(lines: readonly string[]): Block[] {
  const pages: Block[] = []
  let first: number | undefined
  for (const [index, line] of [...lines, ''].entries()) {
    if (line.trim() !== '') first ??= index
    else if (first !== undefined) {
      pages.push([first, index - 1])
      first = undefined
    }
  }
  return pages
}

/** The mutations of a run: the same seed and run give the same ones. `onlyPages`: nothing but pages or sections left out. */
export function mutationsOf(original: Original, seed: number, run: number): { mutations: Mutation[]; onlyPages: boolean } {
  const random = new Random(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b))
  if (random.chance(0.15)) return { mutations: random.list(random.int(1, 3), () => leaveOut(original, random)), onlyPages: true }
  const many = random.chance(0.05)
  const count = many ? random.int(20, 200) : random.int(1, random.pick([1, 2, 4, 8]))
  const others = [moveBlocks, moveBlocks, swapCells, joinLines, changeDigits]
  const change = () => (many || random.chance(0.5) ? edit : random.pick(others))(original, random)
  return { mutations: random.list(count, change), onlyPages: false }
}

function leaveOut(original: Original, random: Random): Mutation {
  const unit = random.chance(0.7) ? 'page' : 'section'
  return { kind: 'delete', unit, block: random.pick(original.blocks[unit]) }
}

function moveBlocks(original: Original, random: Random): Mutation {
  const unit = random.pick(['line', 'line', 'page', 'section'] as const)
  const kind = random.pick(['delete', 'double', 'swap'] as const)
  const [block, other] = [random.pick(original.blocks[unit]), random.pick(original.blocks[unit])]
  return kind === 'swap' ? { kind, unit, block, other } : { kind, unit, block }
}

function edit({ lines }: Original, random: Random): Mutation {
  const line = lineWithText(lines, random)
  const text = lines[line] as string
  const marks = random.chance(0.5) ? [...text.matchAll(special)].map(({ index }) => index) : []
  const column = marks.length > 0 ? random.pick(marks) : random.int(0, text.length - 1)
  const other = lines[lineWithText(lines, random)] as string
  const flipped = random.chance(0.5) ? other.charAt(random.int(0, other.length - 1)) : random.pick(inserts)
  const [removed, inserted] = random.pick([[1, ''] as const, [1, flipped] as const, [0, random.pick(inserts)] as const, [random.int(2, 12), ''] as const])
  return { kind: 'edit', line, column, removed, inserted }
}

/** Two cells of a table, mostly of the same one, in each other's place. */
function swapCells({ lines }: Original, random: Random): Mutation {
  const rows = lines.flatMap((line, index) => (line.includes('\t') ? [index] : []))
  const cellOf = (row: number): Cell => [row, random.int(0, (lines[row] as string).split('\t').length - 1)]
  const at = random.int(0, rows.length - 1)
  const near = random.chance(0.7) ? Math.min(rows.length - 1, at + random.int(0, 2)) : random.int(0, rows.length - 1)
  return { kind: 'cells', cell: cellOf(rows[at] as number), other: cellOf(rows[near] as number) }
}

function joinLines({ lines }: Original, random: Random): Mutation {
  return { kind: 'join', line: random.int(0, lines.length - 2), between: random.pick(['', '', ' ', '　', '\t']) }
}

/** Another number of as many digits, of the same width. */
function changeDigits({ lines }: Original, random: Random): Mutation {
  const line = random.pick(lines.flatMap((text, index) => (/[\d０-９]/.test(text) ? [index] : [])))
  const { 0: number, index: column } = random.pick([...(lines[line] as string).matchAll(/[\d０-９]+/g)])
  const inserted = number.replace(/./g, (digit) => String.fromCharCode((digit < '０' ? 0x30 : 0xff10) + random.int(0, 9)))
  return { kind: 'edit', line, column, removed: number.length, inserted }
}

/** A line that holds text, long ones more often. */
function lineWithText(lines: readonly string[], random: Random): number {
  for (;;) {
    const line = random.int(0, lines.length - 1)
    const { length } = lines[line] as string
    if (length > 0 && random.chance(Math.min(1, 0.05 + length / 300))) return line
  }
}

/** A document after its mutations, in order; one whose lines are gone changes nothing. */
export function mutate(original: Original, mutations: readonly Mutation[]): Line[] {
  let lines: Line[] = original.lines.map((text, origin) => ({ text, origin }))
  for (const mutation of mutations) lines = apply(lines, mutation)
  return lines
}

function apply(lines: readonly Line[], mutation: Mutation): Line[] {
  if (mutation.kind === 'edit') return editLine(lines, mutation)
  if (mutation.kind === 'cells') return exchangeCells(lines, mutation)
  if (mutation.kind === 'join') return joinLine(lines, mutation)
  const block = lines.filter(isIn(mutation.block))
  if (mutation.kind === 'delete') return lines.filter((line) => !block.includes(line))
  return mutation.kind === 'swap' ? swapBlocks(lines, block, lines.filter(isIn(mutation.other))) : insertAfter(lines, block)
}

function isIn([first, last]: Block): (line: Line) => boolean {
  return ({ origin }) => origin >= first && origin <= last
}

function insertAfter(lines: readonly Line[], block: readonly Line[]): Line[] {
  const end = block.length === 0 ? 0 : lines.indexOf(block.at(-1) as Line) + 1
  return [...lines.slice(0, end), ...block.map((line) => ({ ...line })), ...lines.slice(end)]
}

function swapBlocks(lines: readonly Line[], block: readonly Line[], other: readonly Line[]): Line[] {
  const [first, otherFirst] = [block[0], other[0]]
  if (!first || !otherFirst || block.includes(otherFirst) || other.includes(first)) return [...lines]
  return lines.flatMap((line) => (line === first ? other : line === otherFirst ? block : block.includes(line) || other.includes(line) ? [] : [line]))
}

function editLine(lines: readonly Line[], { line, column, removed, inserted }: Extract<Mutation, { kind: 'edit' }>): Line[] {
  const index = lines.findIndex(({ origin }) => origin === line)
  const found = lines[index]
  if (!found) return [...lines]
  const text = (found.text.slice(0, column) + inserted + found.text.slice(column + removed)).replace(loneSurrogates, '')
  return lines.with(index, { text, origin: found.origin })
}

function exchangeCells(lines: readonly Line[], { cell, other }: Extract<Mutation, { kind: 'cells' }>): Line[] {
  const [text, otherText] = [cellText(lines, cell), cellText(lines, other)]
  if (text === undefined || otherText === undefined) return [...lines]
  return putCell(putCell(lines, cell, otherText), other, text)
}

function cellText(lines: readonly Line[], [line, cell]: Cell): string | undefined {
  return lines.find(({ origin }) => origin === line)?.text.split('\t')[cell]
}

function putCell(lines: readonly Line[], [line, cell]: Cell, text: string): Line[] {
  const index = lines.findIndex(({ origin }) => origin === line)
  return lines.map((found, at) => (at === index ? { ...found, text: found.text.split('\t').with(cell, text).join('\t') } : found))
}

function joinLine(lines: readonly Line[], { line, between }: Extract<Mutation, { kind: 'join' }>): Line[] {
  const index = lines.findIndex(({ origin }) => origin === line)
  const [found, next] = [lines[index], lines[index + 1]]
  if (!found || !next) return [...lines]
  return [...lines.slice(0, index), { ...found, text: found.text + between + next.text }, ...lines.slice(index + 2)]
}

/** The text of lines. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n')
}
