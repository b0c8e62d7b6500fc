import { countDigits } from '../document/digits.ts'
import type { Source } from '../document/source.ts'
import type { Context } from '../records/reading.ts'
import { documentTable, type Reading } from '../records/reading.ts'
import { column, ofPlan, planId, type Table } from '../records/table.ts'
import { anyNumeral } from '../vocabulary/numerals.ts'
import { figures } from './figures.ts'

const count = { required: true, minimum: 0 } as const

const definition = {
  name: 'digit_balance',
  title: '数字の収支',
  grain: 'プラン1つに1行。ファイルにある算用数字の文字が、それぞれどうなったか',
  key: ['plan_id'],
  references: ofPlan,
  columns: [
    planId,
    column('digits', 'INTEGER', 'ファイルの数字', 'ファイルにある算用数字の文字の数', count),
    column('digits_landed', 'INTEGER', '表に入った数字', '表の値になった数字の文字の数', count),
    column('digits_explained', 'INTEGER', '理由のある数字', '年度や日付など、表の値でない理由の分かる数字の文字の数', count),
    column('digits_unread', 'INTEGER', '読めない数字', '読み取れなかった数字の文字の数', count),
    column('digits_outside', 'INTEGER', '本文の外の数字', '本文として読まなかった数字の文字の数 (書式の指定、隠れた文字、重ね打ちなど)', count),
    column('is_balanced', 'BOOLEAN', '収支が合う', 'ファイルの数字が、ほかの4つの和と同じか', { required: true }),
  ],
} as const satisfies Table

/** What became of the digits of a plan's file. */
export type DigitBalance = Reading<typeof definition>

/** The number of a figure, without a unit such as m2. */
const firstNumber = new RegExp(anyNumeral)

/** Digits of a file: those of its text layer where it has pages, else of its text. */
function digitsOf({ raw, clean, drawn }: Source): { digits: number; outside: number } {
  if (!drawn) return { digits: countDigits(raw), outside: countDigits(raw) - countDigits(clean) }
  const sum = (of: 'digits' | 'digitsOutside') => drawn.pages.reduce((total, page) => total + page[of], 0)
  return { digits: sum('digits'), outside: sum('digitsOutside') }
}

/** The digits of a file against those of the numbers that were read; what does not come out is reported. */
function readBalance(context: Context): DigitBalance {
  const { digits, outside } = digitsOf(context.plan.source)
  const sums = { landed: 0, explained: 0, unread: 0 }
  for (const { words, lands_in, reason } of context.rows(figures)) {
    const fate = lands_in !== null ? 'landed' : reason === null || reason === 'unread' ? 'unread' : 'explained'
    sums[fate] += countDigits(firstNumber.exec(words.form)?.[0] ?? '')
  }
  const lost = digits - outside - sums.landed - sums.explained - sums.unread
  if (lost !== 0)
    context.report.warn(
      'unbalanced-digits',
      undefined,
      `ファイルの数字${digits}字のうち${Math.abs(lost)}字が、読み取った文と${lost > 0 ? '照らして足りない' : '照らして多い'}`,
    )
  return {
    digits,
    digits_landed: sums.landed,
    digits_explained: sums.explained,
    digits_unread: sums.unread,
    digits_outside: outside,
    is_balanced: lost === 0,
  }
}

/** 数字の収支. */
export const digitBalance = documentTable(definition, (context) => [readBalance(context)])
