import { eastAsianWidth } from 'get-east-asian-width'

/** Whether characters that both scripts use, such as ① and ※, take two columns, as beside Japanese, or one, as most terminals print them. */
export interface WidthOptions {
  ambiguousAsWide: boolean
}

/** The columns of a screen that a text takes: two for a full-width character, one for another. */
export function displayWidth(text: string, options: WidthOptions = { ambiguousAsWide: true }): number {
  let width = 0
  for (const character of text) width += eastAsianWidth(character.codePointAt(0) as number, options)
  return width
}
