/** A text as a CSS string that is safe inside a style element too. */
export function cssString(text: string): string {
  return `"${text.replace(/["\\<>&\n\r\f\0]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
}
