import type { Words, WordsMatch } from '../document/words.ts'
import type { YearHeadForm } from '../forms/form.ts'
import { recentEraName } from '../vocabulary/eras.ts'
import { fiscalYearName, yearName } from '../vocabulary/year-heads.ts'
import { escapedWords } from './phrases.ts'

/** How the head of a year stands on a line of its own among results. */
export interface YearLines {
  /** what may stand before the head */
  lead: RegExp
  /** what every line with a head has */
  sign: RegExp
  /** by the bracket that opens the line, '' for none: in the order in which they are tried */
  patterns: ReadonlyMap<string, readonly YearLinePattern[]>
}

interface YearLinePattern {
  pattern: RegExp
  /** what makes of such a line no head */
  unless?: RegExp
}

/** The head of a year on a line; its match has the group `year`, or none where the year is broken, with `other` where it is one of other words. */
export interface YearLine {
  match: WordsMatch
  /** whether brackets of a head mark it, so that it is no part of a sentence */
  isMarked: boolean
}

/** Brackets after which the text of the year may begin, and those of quotations, which close the line. */
const round = '()'
const headBrackets = ['[]', '<>', '〈〉', '《》', '≪≫', '〔〕', '〖〗']
const quotes = ['「」', '『』', '“”']
const thick = '【】'
const entryStart = String.raw`(?=\s|$|[・○●-])`
const day = /月|\d\s*\.\s*\d/

/**
 * The year heads of a form, `said` being the pattern of words after the year: in other brackets (（2021年度）,
 * ［令和3年度（実績）］), on a line of their own (令和3年度の実績), by another name (〈R3〉), and broken.
 */
export function compileYearLines(years: YearHeadForm, said: string): YearLines {
  const lead = String.raw`^\s*(?:(?:${escapedWords([...years.marks])})\s*)?`
  const broken = brokenYears(years.result).map((pattern) => ({ pattern }))
  const unless = new RegExp(`${day.source}|${escapedWords(years.notSaid)}`)
  const inline = (pair: string) => ({ pattern: new RegExp(lead + within(pair, String.raw`\s*(?<year>${fiscalYearName})${said}`) + entryStart, 'd') })
  const named = (pair: string) => ({ pattern: new RegExp(`${lead}${within(pair, String.raw`\s*(?<year>${yearName})${said}`)}:?$`, 'd'), unless })
  const unread = (pair: string) => ({ pattern: new RegExp(`${lead}${within(pair, otherText(pair))}:?$`, 'd'), unless })
  const plain = new RegExp(String.raw`${lead}(?<year>${fiscalYearName})(?:\s*\(\s*${fiscalYearName}\s*\))?${said}$(?<!の\s*)`, 'd')
  return {
    lead: new RegExp(lead),
    sign: new RegExp(`年|${years.result}|${yearName}`),
    patterns: new Map<string, readonly YearLinePattern[]>([
      ['', [{ pattern: plain }, ...broken]],
      [round.charAt(0), [inline(round), named(round)]],
      ...headBrackets.map((pair) => [pair.charAt(0), [inline(pair), named(pair), unread(pair)]] as const),
      [thick.charAt(0), [named(thick), ...broken, unread(thick)]],
      ...quotes.map((pair) => [pair.charAt(0), [named(pair)]] as const),
    ]),
  }
}

function within(pair: string, inner: string): string {
  return escapedWords([pair.charAt(0)]) + inner + escapedWords([pair.charAt(1)])
}

/** Any words with a year among them. */
function otherText(pair: string): string {
  const others = `[^${escapedWords([...pair]).replace('|', '')}。]{0,20}`
  return `${others}?(?<other>${fiscalYearName}|${yearName})${others}`
}

/** What looks like the head of a year, though its year cannot be read: 【令和年度（実績）】, 令和2年度（実績）】, 【R2年度（実績）. */
function brokenYears(result: string): RegExp[] {
  const withResult = String.raw`[^【】。]{0,8}(?:${recentEraName}|\d)[^【】。]{0,8}${result}[^【】。]{0,4}`
  const withYear = String.raw`[^【】。]{0,10}年度[\s()]{0,2}[^【】。]?[\s()]{0,2}`
  return [new RegExp(`^\\s*【?(?:${withResult}|${withYear})】`, 'd'), new RegExp(String.raw`^\s*【[^【】。]{0,10}年度\s*\(?${result}\)?`, 'd')]
}

/** The head of a year that a line among results is. */
export function yearLine(line: Words, { lead, sign, patterns }: YearLines): YearLine | undefined {
  if (!sign.test(line.form)) return undefined
  const trimmed = line.slice(0, line.form.trimEnd().length)
  const first = trimmed.form.charAt(lead.exec(trimmed.form)?.[0].length ?? 0)
  const bracket = patterns.has(first) ? first : ''
  const found = patterns.get(bracket)?.find(({ pattern, unless }) => pattern.test(trimmed.form) && unless?.test(trimmed.form) !== true)
  const match = found && trimmed.match(found.pattern)
  return match && { match, isMarked: bracket === thick.charAt(0) || headBrackets.some((pair) => pair.startsWith(bracket) && bracket !== '') }
}
