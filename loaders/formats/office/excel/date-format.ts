const dayLength = 86_400_000
/** The day before the first of a serial number: Excel counts a day of 29 February 1900 that never was. */
const epochs = { before1900: Date.UTC(1899, 11, 31), after: Date.UTC(1899, 11, 30), of1904: Date.UTC(1904, 0, 1) } as const

/** The parts of a format that are a date's: years by era (`ggge`), of the western calendar, months, days, weekdays, hours, minutes, seconds. */
const part = /"(?<quoted>[^"]*)"|\\(?<escaped>.)|_.|\*.|\[\$[^\]]*\]|(?<code>g+|e+|y+|m+|d+|a+|h+|s+)|(?<literal>[^A-Za-z\d"[\]\\@*_#?])/giy

/** Whether a section of a format prints a date or a time. */
export function isDateFormat(section: string): boolean {
  const bare = section.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').replace(/General|G\/標準/gi, '')
  return /[ymdhsge]|a{3}/i.test(bare) && !/[#0?]/.test(bare)
}

/** A day and time (days since the epoch) as a cell prints it; undefined where the format has parts that are not known. */
export function dateText(serial: number, section: string, is1904: boolean): string | undefined {
  if (serial < 0) return undefined
  const epoch = is1904 ? epochs.of1904 : serial < 60 ? epochs.before1900 : epochs.after
  const date = new Date(epoch + Math.round(serial * 86_400) * 1000)
  if (Number.isNaN(date.getTime()) || Math.abs(serial) * dayLength > 8e15) return undefined
  let text = ''
  let isAfterHours = false
  part.lastIndex = 0
  while (part.lastIndex < section.length) {
    const groups = part.exec(section)?.groups
    if (!groups) return undefined
    const code = groups.code?.toLowerCase()
    if (code === undefined) text += groups.quoted ?? groups.escaped ?? groups.literal ?? ''
    else {
      const isMinutes = code.startsWith('m') && (isAfterHours || /^[^a-z]*s/i.test(section.slice(part.lastIndex)))
      const printer = printerOf(isMinutes ? code.replaceAll('m', 'n') : code)
      if (!printer) return undefined
      text += printer(date)
      isAfterHours = code.startsWith('h') || (isAfterHours && !/^[dyge]/.test(code))
    }
  }
  return text
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

/** What each part prints; `n` stands for minutes. */
const printers: Readonly<Record<string, (date: Date) => string>> = {
  g: (date) => eraPart(date, 'era', 'narrow'),
  gg: (date) => eraPart(date, 'era', 'long').slice(0, 1),
  ggg: (date) => eraPart(date, 'era', 'long'),
  e: (date) => eraYear(date),
  ee: (date) => eraYear(date).padStart(2, '0'),
  yy: (date) => twoDigits(date.getUTCFullYear() % 100),
  yyy: (date) => String(date.getUTCFullYear()),
  yyyy: (date) => String(date.getUTCFullYear()),
  m: (date) => String(date.getUTCMonth() + 1),
  mm: (date) => twoDigits(date.getUTCMonth() + 1),
  mmm: (date) => date.toLocaleDateString('en-US', { month: 'short', timeZone: 'UTC' }),
  mmmm: (date) => date.toLocaleDateString('en-US', { month: 'long', timeZone: 'UTC' }),
  d: (date) => String(date.getUTCDate()),
  dd: (date) => twoDigits(date.getUTCDate()),
  ddd: (date) => date.toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' }),
  dddd: (date) => date.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' }),
  aaa: (date) => date.toLocaleDateString('ja-JP', { weekday: 'short', timeZone: 'UTC' }),
  aaaa: (date) => date.toLocaleDateString('ja-JP', { weekday: 'long', timeZone: 'UTC' }),
  h: (date) => String(date.getUTCHours()),
  hh: (date) => twoDigits(date.getUTCHours()),
  n: (date) => String(date.getUTCMinutes()),
  nn: (date) => twoDigits(date.getUTCMinutes()),
  s: (date) => String(date.getUTCSeconds()),
  ss: (date) => twoDigits(date.getUTCSeconds()),
}

function printerOf(code: string): ((date: Date) => string) | undefined {
  return Object.hasOwn(printers, code) ? printers[code] : undefined
}

function eraPart(date: Date, type: 'era' | 'year', era: 'narrow' | 'long'): string {
  const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era, year: 'numeric', timeZone: 'UTC' })
  return format.formatToParts(date).find((found) => found.type === type)?.value ?? ''
}

/** The year of the era as a number: the first is 1. */
function eraYear(date: Date): string {
  const year = eraPart(date, 'year', 'long')
  return year === '元' ? '1' : year
}
