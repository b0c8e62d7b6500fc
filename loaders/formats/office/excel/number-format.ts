import { dateText, isDateFormat } from './date-format.ts'

/** Formats that a file names by number only (ECMA-376, 18.8.30, and those of the Japanese edition). */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"-#,##0',
  6: '"¥"#,##0;"¥"-#,##0',
  7: '"¥"#,##0.00;"¥"-#,##0.00',
  8: '"¥"#,##0.00;"¥"-#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  20: 'h:mm',
  22: 'yyyy/m/d h:mm',
  27: '[$-411]ge.m.d',
  28: '[$-411]ggge"年"m"月"d"日"',
  29: '[$-411]ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  36: '[$-411]ge.m.d',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '"¥"#,##0;"¥"-#,##0;"¥""-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '"¥"#,##0.00;"¥"-#,##0.00;"¥""-"',
  49: '@',
  50: '[$-411]ge.m.d',
  51: '[$-411]ggge"年"m"月"d"日"',
  54: '[$-411]ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: '[$-411]ge.m.d',
  58: '[$-411]ggge"年"m"月"d"日"',
}

/** The format that a number names where the file does not say it; undefined where it is not known. */
export function builtInFormat(id: number): string | undefined {
  return builtIn[id]
}

/** A part of a format: what is printed as it stands, or a number with its smallest digits, groups and decimals. */
type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'digits'; leastWhole: number; leastPlaces: number; mostPlaces: number; isGrouped: boolean; thousands: number }
  | { kind: 'percent' }
  | { kind: 'general' }

const token =
  /"(?<quoted>[^"]*)"|\\(?<escaped>.)|_.|\*.|\[\$(?<currency>[^\]-]*)(?:-[^\]]*)?\]|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color\s?\d+|黒|青|水|緑|紫|赤|白|黄|色\s?\d+)\]|(?<general>General|G\/標準)|(?<digits>[#0?][#0?,]*(?:\.[#0?]+)?,*|\.[0#?]+)|(?<percent>%)|(?<literal>[^A-Za-z\d"[\]\\@*_])/giy

/**
 * A number as a cell prints it in a format of Excel; undefined where the format is not known, so that nothing is printed
 * otherwise than Excel does. `is1904` says from which day dates are counted.
 */
export function formatNumber(value: number, format: string, is1904: boolean): string | undefined {
  const sections = sectionsOf(format)
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? (sections[0] as string)
  if (isDateFormat(section)) return dateText(value, section, is1904)
  const hasOwnSign = value < 0 && sections[1] !== undefined
  const pieces = piecesOf(section)
  if (section === '') return ''
  if (!pieces || pieces.filter(({ kind }) => kind === 'digits' || kind === 'general').length > 1) return undefined
  const scale = pieces.some(({ kind }) => kind === 'percent') ? 2 : 0
  const printedPieces = pieces.map((piece) => printPiece(piece, Math.abs(value), scale))
  if (printedPieces.includes(undefined)) return undefined
  const printed = printedPieces.join('')
  return value < 0 && !hasOwnSign && /[1-9]/.test(printed) ? `-${printed}` : printed
}

/** The sections of a format, parted by semicolons outside of quotes. */
function sectionsOf(format: string): string[] {
  const sections = ['']
  for (const [piece] of format.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|./gs)) {
    if (piece === ';') sections.push('')
    else sections[sections.length - 1] += piece
  }
  return sections
}

function piecesOf(section: string): Piece[] | undefined {
  const pieces: Piece[] = []
  token.lastIndex = 0
  while (token.lastIndex < section.length) {
    const groups = token.exec(section)?.groups
    if (!groups) return undefined
    const words = groups.quoted ?? groups.escaped ?? groups.currency ?? groups.literal
    if (words !== undefined) pieces.push({ kind: 'words', text: words })
    else if (groups.general !== undefined) pieces.push({ kind: 'general' })
    else if (groups.percent !== undefined) pieces.push({ kind: 'percent' })
    else if (groups.digits !== undefined) pieces.push(digitsOf(groups.digits))
  }
  return pieces
}

function digitsOf(text: string): Piece {
  const [left = '', right = ''] = text.split('.')
  const whole = left.replace(/,+$/, '')
  const places = right.replace(/,+$/, '')
  const thousands = left.length - whole.length + right.length - places.length
  return {
    kind: 'digits',
    leastWhole: whole.replace(/[^0]/g, '').length,
    leastPlaces: places.replace(/[^0]/g, '').length,
    mostPlaces: places.length,
    isGrouped: whole.includes(','),
    thousands,
  }
}

function printPiece(piece: Piece, value: number, scale: number): string | undefined {
  switch (piece.kind) {
    case 'words':
      return piece.text
    case 'percent':
      return '%'
    case 'general':
      return generalNumber(value)
    case 'digits': {
      const [whole = '', places = ''] = rounded(value, scale - 3 * piece.thousands, piece.mostPlaces).split('.')
      const shownWhole = whole.replace(/^0+/, '').padStart(piece.leastWhole, '0')
      const shownPlaces = places.replace(/0+$/, '').padEnd(piece.leastPlaces, '0')
      const grouped = piece.isGrouped ? shownWhole.replace(/\B(?=(?:\d{3})+$)/g, ',') : shownWhole
      return shownPlaces === '' ? grouped : `${grouped}.${shownPlaces}`
    }
  }
}

/** Digits that a number without a format has at most; a longer one is printed as a power of ten. */
const mostGeneral = 11

/** A positive number without a format as a wide cell prints it; undefined where that is a power of ten. */
function generalNumber(value: number): string | undefined {
  const whole = String(Math.trunc(value)).length
  const text = whole > mostGeneral ? 'e' : String(Number(value.toFixed(Math.max(0, mostGeneral - whole - 1))))
  return text.includes('e') || (value < 1e-4 && Number(text) !== value) ? undefined : text
}

/** Digits of a double that Excel keeps. */
const keptDigits = 15

/** A positive number times a power of ten, rounded to so many places; halves away from zero, of the digits that are kept. */
function rounded(value: number, power: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential(keptDigits - 1).split('e')
  const shift = Number(exponent) - (keptDigits - 1) + power + places
  const digits = BigInt(mantissa.replace('.', ''))
  const scaled = shift >= 0 ? digits * 10n ** BigInt(shift) : divideRounded(digits, 10n ** BigInt(Math.min(-shift, 400)))
  const text = scaled.toString().padStart(places + 1, '0')
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
}

function divideRounded(value: bigint, divisor: bigint): bigint {
  return (value + divisor / 2n) / divisor
}
