/** Radicals that have a letter of their own in Japanese text, which normalisation leaves alone or gives an older letter. */
const japanese: Readonly<Record<string, string>> = {
  '⺒': '巳',
  '⺜': '日',
  '⺝': '月',
  '⺠': '民',
  '⺩': '王',
  '⺫': '目',
  '⺬': '示',
  '⺮': '竹',
  '⺶': '羊',
  '⻁': '虎',
  '⻄': '西',
  '⻆': '角',
  '⻊': '足',
  '⻑': '長',
  '⻗': '雨',
  '⻘': '青',
  '⻝': '食',
  '⻡': '首',
  '⻣': '骨',
  '⻤': '鬼',
  '⻨': '麦',
  '⻩': '黄',
  '⻫': '斉',
  '⻭': '歯',
  '⻯': '竜',
  '⻲': '亀',
  '⼾': '戸',
  '⾭': '青',
  '⿆': '麦',
  '⿈': '黄',
  '⿊': '黒',
}

/** The inside of a class of radicals: Kangxi, and their supplement. A font of a PDF may print them for the letters that look the same. */
export const radicals = '\\u2e80-\\u2fdf'

/** The letter that looks like a radical, one UTF-16 unit for one: ⽉ → 月, ⻑ → 長; a radical that is no letter stays. */
export function letterOfRadical(radical: string): string {
  const letter = japanese[radical] ?? radical.normalize('NFKC')
  return letter.length === 1 ? letter : radical
}

/** Names of eras that are printed as one sign. */
export const eraSquares: Readonly<Record<string, string>> = { '㋿': '令和', '㍻': '平成', '㍼': '昭和', '㍽': '大正', '㍾': '明治' }
