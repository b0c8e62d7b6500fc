import { child, type Element, elements } from '../xml.ts'
import { builtInFormat } from './number-format.ts'

/** Fonts that strike through, by the index of the style of a cell that has them. */
export function struckStyles(styles: Element | undefined): ReadonlySet<number> {
  const fonts = elementsOf(styles, 'fonts').map((font) => isStruck(font))
  return new Set(elementsOf(styles, 'cellXfs').flatMap(({ attributes }, index) => (fonts[Number(attributes.fontId ?? 0)] ? [index] : [])))
}

/** Whether the properties of a font strike through. */
export function isStruck(font: Element | undefined): boolean {
  const strike = child(font, 'strike')
  return strike !== undefined && !['0', 'false'].includes(strike.attributes.val ?? '')
}

/** The number formats of a workbook's styles by their index; undefined where one is not known. */
export function formatsOfStyles(styles: Element | undefined): (string | undefined)[] {
  const own = new Map(elementsOf(styles, 'numFmts').map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? '']))
  return elementsOf(styles, 'cellXfs').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0)
    return own.get(id) ?? builtInFormat(id)
  })
}

function elementsOf(styles: Element | undefined, list: string): Element[] {
  const found = child(styles, list)
  return found ? elements(found) : []
}
