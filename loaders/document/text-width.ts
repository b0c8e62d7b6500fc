/** About how wide a text is, in ems: letters of the Latin script are taken as a little over half an em. */
export function textEms(text: string): number {
  return [...text].reduce((sum, letter) => sum + letterEms(letter), 0)
}

function letterEms(letter: string): number {
  return letter.charCodeAt(0) < 0x250 ? 0.58 : 1
}
