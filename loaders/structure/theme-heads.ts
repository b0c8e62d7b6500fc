import type { Words } from '../document/words.ts'

/** A head above items: 基本方針1 財政の健全化, １ 財政の健全化, （1）歳入の確保. */
export interface ThemeHead {
  /** what its number looks like, which tells its level */
  kind: string
  no: number
  words: Words
}

const named = '基本方針|基本目標|重点方針|重点目標|重点項目|推進方針|推進項目|改革の柱|柱|視点'
const numbered = String.raw`(?<word>${named})\s?(?<named>\d{1,2})|第(?<chapter>\d{1,2})(?<mark>章|節)|(?<plain>\d{1,2})[.、]?(?=\s)|\((?<round>\d{1,2})\)`
const head = new RegExp(String.raw`^(?:${numbered})[\s:]?(?<title>\p{L}[^。、\s※%]{1,30})$`, 'u')

/** A line as the head that it is by its number and its few words; undefined where it is none. */
export function themeHead(words: Words): ThemeHead | undefined {
  const groups = head.exec(words.form.trim())?.groups
  if (!groups) return undefined
  const { word, mark, plain } = groups
  const kind = word ?? mark ?? (plain === undefined ? '(1)' : '1')
  return { kind, no: Number(groups.named ?? groups.chapter ?? plain ?? groups.round), words: words.trim() }
}

/**
 * The heads that hold after some more come below those that hold now: each counts on from the one of its level, and a level that is
 * new begins with 1 right below another. Undefined where they do not, or two are of one level, so that they may be entries of a list; `isFirst` where no head
 * and no item stands before them.
 */
export function themesAfter(now: readonly ThemeHead[], more: readonly ThemeHead[], isFirst: boolean): ThemeHead[] | undefined {
  if (new Set(more.map(({ kind }) => kind)).size < more.length) return undefined
  let themes = [...now]
  for (const [index, theme] of more.entries()) {
    const level = themes.findIndex(({ kind }) => kind === theme.kind)
    const isNext = level < 0 ? theme.no === 1 && (isFirst || index > 0) : theme.no === (themes[level] as ThemeHead).no + 1
    if (!isNext) return undefined
    themes = [...(level < 0 ? themes : themes.slice(0, level)), theme]
  }
  return themes
}
