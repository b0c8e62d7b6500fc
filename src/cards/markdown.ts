import type { Warehouse } from '../data/warehouse.ts'
import { PageContext } from '../page.ts'
import { slots } from './slots.ts'

/** The parts of markdown-it that the plugin uses. */
interface MarkdownIt {
  block: {
    ruler: { before(name: string, rule: string, parse: (state: BlockState, line: number, end: number, silent: boolean) => boolean, options: object): void }
  }
  renderer: { rules: Record<string, (tokens: readonly { meta?: unknown }[], index: number, options: unknown, env: PageEnvironment) => string> }
}

/** What Framework hands to the renderer for each page. */
interface PageEnvironment {
  path: string
  params?: Readonly<Record<string, string>>
}

interface BlockState {
  src: string
  bMarks: number[]
  tShift: number[]
  eMarks: number[]
  line: number
  push(type: string, tag: string, nesting: number): { meta?: unknown; map?: [number, number]; block?: boolean }
}

/** A markdown-it plugin: a line `::: name` becomes the slot of that name, drawn from the warehouse while the site is built. */
export function slotPlugin(markdown: MarkdownIt, warehouse: Warehouse): void {
  const parse = (state: BlockState, line: number, _end: number, silent: boolean): boolean => {
    const text = state.src.slice((state.bMarks[line] as number) + (state.tShift[line] as number), state.eMarks[line])
    const name = /^::: ([\w-]+)$/.exec(text)?.[1]
    if (name === undefined) return false
    if (silent) return true
    const token = state.push('slot', '', 0)
    token.meta = name
    state.line = line + 1
    return true
  }
  markdown.block.ruler.before('fence', 'slot', parse, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  const pages = new WeakMap<PageEnvironment, PageContext>()
  markdown.renderer.rules.slot = (tokens, index, _options, env) => {
    const name = String(tokens[index]?.meta)
    const slot = slots[name]
    if (!slot) throw new TypeError(`unknown slot: ${name}`)
    const page = pages.get(env) ?? new PageContext(warehouse, env.path, env.params)
    pages.set(env, page)
    return `${slot(page) ?? ''}\n`
  }
}
