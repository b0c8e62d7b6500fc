import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './support/plans.ts'

/** The rooms in the order in which the data walks through them: a module knows its own room and those above it. A path ending in .ts is a room of one module. */
const rooms = [
  'loaders/document',
  'loaders/formats',
  'loaders/vocabulary',
  'loaders/forms',
  'loaders/structure',
  'loaders/records',
  'loaders/ledger',
  'loaders/checks',
  'loaders/tables.ts',
  'loaders/measures.ts',
  'loaders/editions',
  'loaders/workbook',
  'loaders/warehouse',
  'loaders',
  'src/format',
  'src/questions',
  'src/data',
  'src/facts',
  'src/markup',
  'src/charts',
  'src/evidence',
  'src/explore',
  'src/sql',
  'src/reader',
  'src/files',
  'src/cards',
  'src/pages',
  'src/dashboard',
  'src/search',
  'src',
]

/** What only Node has. */
const ofNode = /^(?:node:|jsdom$|linkedom$|@duckdb\/node-api$|write-excel-file\/node$)/

interface Import {
  /** the path of a module of this project, or the name of another */
  target: string
  isType: boolean
}

const statement = /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"]*?\sfrom\s+)?['"](?<named>[^'"]+)['"]|\bimport\(\s*['"](?<loaded>[^'"]+)['"]\s*\)/gm

function importsOf(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(statement)].map(({ groups }) => {
    const name = groups?.named ?? groups?.loaded ?? ''
    return { target: name.startsWith('.') ? relative(root, join(root, dirname(path), name)) : name, isType: groups?.type !== undefined }
  })
}

const modules = new Map(
  ['loaders', 'src']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`))
    .filter((path) => path.endsWith('.ts') && !path.includes('/.observablehq/'))
    .map((path) => [path, importsOf(path)]),
)

/** The place of a module's room in the order; of rooms within each other the inner one. */
function placeOf(path: string): number {
  const holding = rooms.filter((room) => path === room || path.startsWith(`${room}/`))
  return rooms.indexOf(holding.reduce((inner, room) => (room.length > inner.length ? room : inner)))
}

/** The modules that can be reached from some, each with the way there. */
function reachable(starts: readonly string[], follows: (found: Import) => boolean = () => true): Map<string, readonly string[]> {
  const ways = new Map<string, readonly string[]>(starts.map((start) => [start, [start]]))
  for (const [path, way] of ways) {
    for (const found of modules.get(path) ?? []) {
      if (follows(found) && !ways.has(found.target)) ways.set(found.target, [...way, found.target])
    }
  }
  return ways
}

function modulesOf(...folders: readonly string[]): string[] {
  return [...modules.keys()].filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)))
}

describe('a module', () => {
  it('is read with all its imports', () => {
    expect(importsOf('loaders/main.ts').map(({ target }) => target)).toContain('loaders/ingest.ts')
    expect(importsOf('src/sql/session.ts')).toContainEqual({ target: 'src/sql/engine.ts', isType: false })
    expect(modules.size).toBeGreaterThan(250)
  })

  it('knows its own room and those above it', () => {
    const arrows = [...modules].flatMap(([path, imports]) =>
      imports.filter(({ target }) => modules.has(target) && placeOf(target) > placeOf(path)).map(({ target }) => `${path} → ${target}`),
    )
    expect(arrows).toEqual([])
  })

  it('is not reached from what it imports', () => {
    const circles = [...modules].flatMap(([path, imports]) => {
      const way = reachable(imports.map(({ target }) => target)).get(path)
      return way ? [[path, ...way].join(' → ')] : []
    })
    expect(circles).toEqual([])
  })
})

describe('what may be drawn in a browser', () => {
  it('imports nothing of Node: cards and charts', () => {
    const ways = reachable(modulesOf('src/cards', 'src/charts'))
    expect([...ways].flatMap(([target, way]) => (ofNode.test(target) ? [way.join(' → ')] : []))).toEqual([])
  })

  it('imports nothing of Node: the worker that reads documents in a page, by the code of the command', () => {
    const ways = reachable(['src/reader/worker.ts'], ({ isType }) => !isType)
    expect([...ways].flatMap(([target, way]) => (ofNode.test(target) ? [way.join(' → ')] : []))).toEqual([])
    expect([...ways.keys()]).toContain('loaders/read-plans.ts')
    expect(reachable(['loaders/main.ts'], ({ isType }) => !isType).get('loaders/read-plans.ts')).toContain('loaders/ingest.ts')
  })

  it('imports nothing of Node but what makes elements: the worker that draws pages in a page, by the code of the build', () => {
    const ways = reachable(['src/dashboard/worker.ts'], ({ isType }) => !isType)
    expect([...ways].flatMap(([target, way]) => (ofNode.test(target) && target !== 'linkedom' ? [way.join(' → ')] : []))).toEqual([])
    expect([...ways.keys()]).toEqual(expect.arrayContaining(['src/pages/site.ts', 'src/data/read-warehouse.ts', 'loaders/warehouse/define.ts']))
  })

  it('carries no reader of documents: the scripts of pages', () => {
    const entries = ['src/comfort.ts', 'src/explore/main.ts', 'src/reader/main.ts', 'src/search/main.ts', 'src/sql/main.ts']
    const ways = reachable(entries, ({ isType }) => !isType)
    const readers = modulesOf('loaders/structure', 'loaders/records', 'loaders/ledger', 'loaders/checks')
    expect(readers.flatMap((path) => ways.get(path)?.join(' → ') ?? [])).toEqual([])
  })
})

/** The first argument of a replacement: a pattern, a literal or a name. */
const searched = /\s*(?:\/(?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^[/\\\n])+\/[a-z]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[\w.]+)\s*,\s*/y
const literalText = /(?:'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"),?\s*\)/y
const functionHead = /(?:\([^()]*\)|\w+)\s*=>/y
const functionName = /(\w+),?\s*\)/y

/** What a pattern finds at an index of a text. */
function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(text)
}

/** The replacements of a module that put in anything but a literal or what a function gives, by their beginnings. */
function doubtfulReplacements(text: string): string[] {
  const isFunction = (name: string | undefined) => new RegExp(String.raw`\bfunction ${name}\(`).test(text)
  return [...text.matchAll(/(?<!\blocation)\.replace(?:All)?\(/g)].flatMap(({ 0: call, index }) => {
    const first = matchAt(searched, text, index + call.length)
    const second = index + call.length + (first?.[0].length ?? 0)
    const isKnown = matchAt(literalText, text, second) || matchAt(functionHead, text, second) || isFunction(matchAt(functionName, text, second)?.[1])
    return first && isKnown ? [] : [text.slice(index, index + 60)]
  })
}

describe('a replacement in a text', () => {
  it.each([
    "text.replace(/[\",)]/g, '$1')",
    'text.replaceAll("\'", "\'\'")',
    'text.replace(/x/, (found) => found + title)',
    "text.replace(\n  '<html>',\n  () => title,\n)",
    'function fold(x) {}\ntext.replace(wide, fold)',
  ])('may be a literal or a function: %j', (text) => {
    expect(doubtfulReplacements(text)).toEqual([])
  })

  it.each([
    'whole.replace(place, `…\\n…`)',
    "text.replaceAll('、', comma)",
    "text.replace(/[\",)]/g, '<' + title)",
    'text.replace(new RegExp(word), other)',
    "text.replace('a', style.minus)",
  ])('may be nothing that a text makes up: %j', (text) => {
    expect(doubtfulReplacements(text)).toEqual([expect.stringMatching(/^\.replace/)])
  })

  it('is a literal or a function everywhere: in others $& and $1 of a document would be read', () => {
    const sources = ['loaders', 'src', 'tools'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    const read = sources.filter((path) => /\.(?:ts|mjs)$/.test(path) && !path.includes('/.observablehq/'))
    expect(read.length).toBeGreaterThan(300)
    expect(read.flatMap((path) => doubtfulReplacements(readFileSync(join(root, path), 'utf8')).map((call) => `${path}: ${call}`))).toEqual([])
  })
})

/** Where words that name an item are put together; a list names its items before they have a place in the order. */
const namesItems = ['loaders/vocabulary/item-codes.ts', 'loaders/structure/list-items.ts']

it('names an item by its printed number, which one function puts into words', () => {
  const byHand = [...modules.keys()].filter((path) => /No\.\$\{/.test(readFileSync(join(root, path), 'utf8')))
  expect(byHand.sort()).toEqual(namesItems.toSorted())
})
