const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿'
const syllables = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const iroha = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'
const kanji = '〇一二三四五六七八九'

/** How a number of a list is printed, by the name of its format (ECMA-376, ST_NumberFormat); nothing where it has no such sign. */
const formats: Readonly<Record<string, (no: number) => string | undefined>> = {
  decimal: String,
  decimalZero: (no) => String(no).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (no) => circled[no - 1],
  decimalEnclosedCircleChinese: (no) => circled[no - 1],
  decimalEnclosedParen: (no) => (no <= 20 ? String.fromCodePoint(0x2473 + no) : undefined),
  decimalEnclosedFullstop: (no) => (no <= 20 ? String.fromCodePoint(0x2487 + no) : undefined),
  aiueoFullWidth: (no) => syllables[no - 1],
  aiueo: (no) => halfWidthKana(syllables[no - 1]),
  irohaFullWidth: (no) => iroha[no - 1],
  iroha: (no) => halfWidthKana(iroha[no - 1]),
  upperLetter: (no) => letters(no, 'A'),
  lowerLetter: (no) => letters(no, 'a'),
  upperRoman: roman,
  lowerRoman: (no) => roman(no)?.toLowerCase(),
  japaneseCounting: (no) => counted(no),
  japaneseDigitalTenThousand: (no) => digitByDigit(no),
  ideographDigital: (no) => digitByDigit(no),
  chineseCounting: (no) => counted(no),
  none: () => '',
}

/** A number of a list as it is printed; undefined where its format is not known. */
export function listNumber(format: string, no: number): string | undefined {
  return Object.hasOwn(formats, format) ? formats[format]?.(no) : undefined
}

function fullWidth(no: number): string {
  return String(no).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

/** Half-width kana, of which each letter with NFKC is the full one. */
function halfWidthKana(letter: string | undefined): string | undefined {
  return Array.from({ length: 0xff9e - 0xff66 }, (_, index) => String.fromCharCode(0xff66 + index)).find((half) => half.normalize('NFKC') === letter)
}

/** A … Z, AA, BB …, as Word goes on. */
function letters(no: number, first: string): string | undefined {
  if (no > 780) return undefined
  return String.fromCharCode(first.charCodeAt(0) + ((no - 1) % 26)).repeat(Math.ceil(no / 26))
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(no: number): string | undefined {
  if (no > 3999) return undefined
  let [rest, text] = [no, '']
  for (const [value, sign] of romanSigns) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}

function digitByDigit(no: number): string {
  return String(no).replace(/\d/g, (digit) => kanji[Number(digit)] as string)
}

/** 一, 十, 十一, 二十一, up to 九十九. */
function counted(no: number): string | undefined {
  if (no > 99) return undefined
  const [tens, ones] = [Math.floor(no / 10), no % 10]
  return `${tens > 1 ? kanji[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? kanji[ones] : ''}`
}
