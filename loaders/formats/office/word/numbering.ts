import { child, childValue, type Element, elements } from '../xml.ts'
import { listNumber } from './numbers.ts'

/** A level of a list: from which number it counts, in which format, and what is printed, `%1` for the number of the first level. */
interface Level {
  start: number
  /** the style of paragraphs that are of this level */
  style: string | undefined
  /** whether it begins anew below a higher one */
  restarts: boolean
  format: string
  text: string
}

/** A list that paragraphs name: which one it counts in, its levels, and where it begins anew. */
interface List {
  counter: string
  levels: ReadonlyMap<number, Level>
  starts: ReadonlyMap<number, number>
}

/** Bullets that Word keeps as letters of the fonts Symbol and Wingdings. */
const fontBullets: Readonly<Record<string, string>> = {
  '\uf0b7': '・',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf0a7': '■',
  '\uf075': '◆',
  '\uf071': '□',
  '\uf0a1': '○',
}
const privateUse = /[\ue000-\uf8ff]/g

/** The numbers and bullets that Word puts before paragraphs, worked out in the order of the document (ECMA-376, 17.9). */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #styles: ReadonlyMap<string, Element>
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()
  /** formats that are not known, each once */
  readonly unknown = new Set<string>()

  constructor(numbering: Element | undefined, styles: Element | undefined) {
    this.#lists = numbering ? listsOf(numbering) : new Map()
    this.#styles = new Map((styles ? elements(styles, 'style') : []).map((style) => [style.attributes.styleId ?? '', style]))
  }

  /** The number or bullet of a paragraph by its properties; '' where it has none. */
  before(properties: Element | undefined): string {
    const { id, level } = this.#listOf(properties)
    const list = id === undefined ? undefined : this.#lists.get(id)
    const found = list?.levels.get(level)
    if (id === undefined || !list || !found) return ''
    if (found.format === 'bullet') return bullet(found.text)
    const counts = this.#count(id, list, level, found)
    const text = found.text.replace(/%(\d)/g, (_, digit) => this.#printed(list, Number(digit) - 1, counts))
    return /[!-~]$/.test(text) ? `${text} ` : text
  }

  #printed({ levels }: List, level: number, counts: readonly number[]): string {
    const { format = 'decimal', start = 1 } = levels.get(level) ?? {}
    const printed = listNumber(format, counts[level] ?? start)
    if (printed === undefined) this.unknown.add(format)
    return printed ?? ''
  }

  /** Counts a paragraph: one more in its level, and the levels below begin anew. */
  #count(id: string, { counter, levels, starts }: List, level: number, { start }: Level): number[] {
    const counts = this.#counts.get(counter) ?? []
    this.#counts.set(counter, counts)
    const first = starts.get(level)
    const begins = first !== undefined && !this.#begun.has(`${id} ${level}`)
    this.#begun.add(`${id} ${level}`)
    for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1
    const before = counts[level]
    counts[level] = begins ? first : before === undefined ? (first ?? start) : before + 1
    for (let below = level + 1; below < counts.length; below++) if (levels.get(below)?.restarts ?? true) delete counts[below]
    return counts
  }

  /** The list and level of a paragraph: its own, else those of its style and the styles that this is based on. */
  #listOf(properties: Element | undefined): { id: string | undefined; level: number } {
    const own = child(properties, 'numPr')
    const seen = new Set<string>()
    let level = childValue(own, 'ilvl')
    let id = childValue(own, 'numId')
    let style = childValue(properties, 'pStyle')
    while (id === undefined && style !== undefined && !seen.has(style)) {
      seen.add(style)
      const definition = this.#styles.get(style)
      const inherited = child(child(definition, 'pPr'), 'numPr')
      id = childValue(inherited, 'numId')
      level ??= childValue(inherited, 'ilvl') ?? this.#levelOfStyle(id, style)
      style = childValue(definition, 'basedOn')
    }
    return { id: id === '0' ? undefined : id, level: Number(level ?? 0) }
  }

  /** The level of a list that paragraphs of a style are of. */
  #levelOfStyle(id: string | undefined, style: string): string | undefined {
    const levels = id === undefined ? undefined : this.#lists.get(id)?.levels
    const found = [...(levels ?? [])].find(([, level]) => level.style === style)
    return found && String(found[0])
  }
}

/** Levels of an abstract list; some are those of the list that gives a style its numbers. */
function abstractLists(numbering: Element): Map<string, Map<number, Level>> {
  const lists = elements(numbering, 'abstractNum')
  const ofStyle = new Map(lists.map((list) => [childValue(list, 'styleLink'), list]))
  return new Map(
    lists.map((list) => {
      const link = childValue(list, 'numStyleLink')
      return [list.attributes.abstractNumId ?? '', levelsOf((link === undefined ? undefined : ofStyle.get(link)) ?? list)]
    }),
  )
}

function bullet(text: string): string {
  return text.replace(privateUse, (letter) => fontBullets[letter] ?? '・')
}

function listsOf(numbering: Element): Map<string, List> {
  const abstract = abstractLists(numbering)
  return new Map(
    elements(numbering, 'num').map((num) => {
      const counter = childValue(num, 'abstractNumId') ?? ''
      const levels = new Map(abstract.get(counter))
      const starts = new Map<number, number>()
      for (const override of elements(num, 'lvlOverride')) {
        const level = Number(override.attributes.ilvl ?? 0)
        const start = childValue(override, 'startOverride')
        if (start !== undefined) starts.set(level, Number(start))
        const own = child(override, 'lvl')
        if (own) levels.set(level, levelOf(own))
      }
      return [num.attributes.numId ?? '', { counter, levels, starts }]
    }),
  )
}

function levelsOf(list: Element): Map<number, Level> {
  return new Map(elements(list, 'lvl').map((level) => [Number(level.attributes.ilvl ?? 0), levelOf(level)]))
}

function levelOf(level: Element): Level {
  return {
    start: Number(childValue(level, 'start') ?? 1),
    style: childValue(level, 'pStyle'),
    restarts: childValue(level, 'lvlRestart') !== '0',
    format: formatOf(level),
    text: childValue(level, 'lvlText') ?? '',
  }
}

/** The format; newer ones stand in an alternative that older programs pass over. */
function formatOf(level: Element): string {
  const direct = child(level, 'numFmt')
  const alternative = child(child(child(level, 'AlternateContent'), 'Choice'), 'numFmt')
  return (alternative ?? direct)?.attributes.val ?? 'decimal'
}
