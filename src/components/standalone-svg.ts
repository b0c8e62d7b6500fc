import { readFileSync } from 'node:fs'
import type { Html } from './html.ts'

const declaration = /(--[\w-]+):\s*([^;]+);/g

/** A chart of a page as a file of its own: with the light colours and a font, since no style sheet goes with it. */
export function standaloneSvg(chart: Html): string {
  const variables = [...new Set([...chart.text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name as string))]
  const values = variables.map((name) => `${name}:${resolve(name)}`).join(';')
  const style = `<style>svg{${values};color:#1a1a1a;background:#fff;font-family:"BIZ UDPGothic","Yu Gothic UI","Hiragino Sans","Noto Sans JP",sans-serif}</style>`
  return chart.text.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg"${attributes.replace(/ xmlns="[^"]*"/, '')}>${style}`,
  )
}

let values: Map<string, string> | undefined

/** The light value of a custom property of the site's style sheet or of the design tokens. */
function resolve(name: string): string {
  values ??= new Map(['node_modules/@digital-go-jp/design-tokens/dist/tokens.css', 'src/style.css'].flatMap(lightValues))
  const value = values.get(name) ?? 'currentColor'
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return reference ? resolve(reference) : value
}

function lightValues(path: string): [string, string][] {
  const light = /:root\s*\{([^}]*)\}/.exec(readFileSync(path, 'utf8'))?.[1] ?? ''
  return [...light.matchAll(declaration)].map(([, name, value]) => [name as string, (value as string).trim()])
}
