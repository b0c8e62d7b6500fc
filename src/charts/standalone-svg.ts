import type { Html } from '../markup/html.ts'

/** A chart of a page as a file of its own: with the light colours (each custom property with its value) and a font, since no style sheet goes with it. */
export function standaloneSvg(chart: Html, colours: ReadonlyMap<string, string>): string {
  const variables = [...new Set([...chart.text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name as string))]
  const values = variables.map((name) => `${name}:${lightValue(name, colours)}`).join(';')
  const style = `<style>svg{${values};color:#1a1a1a;background:#fff;font-family:"BIZ UDPGothic","Yu Gothic UI","Hiragino Sans","Noto Sans JP",sans-serif}</style>`
  return chart.text.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) => `<svg xmlns="http://www.w3.org/2000/svg"${attributes.replace(/ xmlns="[^"]*"/, '')}>${style}`,
  )
}

function lightValue(name: string, colours: ReadonlyMap<string, string>): string {
  const value = colours.get(name) ?? 'currentColor'
  const reference = /^var\((--[\w-]+)\)$/.exec(value)?.[1]
  return reference ? lightValue(reference, colours) : value
}

const declaration = /(--[\w-]+):\s*([^;]+);/g

/** The light values of the custom properties that style sheets declare on `:root`. */
export function lightColours(styleSheets: readonly string[]): ReadonlyMap<string, string> {
  const declarations = styleSheets.flatMap((css) => [...(/:root\s*\{([^}]*)\}/.exec(css)?.[1] ?? '').matchAll(declaration)])
  return new Map(declarations.map(([, name, value]) => [name as string, (value as string).trim()]))
}
