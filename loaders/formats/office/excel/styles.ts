import { child, type Element, elements } from '../xml.ts'
import { builtInFormat } from './number-format.ts'

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
