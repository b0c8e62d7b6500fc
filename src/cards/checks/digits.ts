import type { Row } from '../../../loaders/tables.ts'
import type { PageContext } from '../../evidence/page-context.ts'
import { formatNumber } from '../../format/numbers.ts'
import { html, Link } from '../../markup/html.ts'
import type { Card } from '../card.ts'

const fates = [
  ['digits_landed', '表の値になった', '年度ごとの額、人数、件数など'],
  ['digits_explained', '表の値でない理由が分かる', '年度、日付、箇条の番号、文の中の数字など'],
  ['digits_unread', '読み取れなかった', '下線のない数字。表にも合計にも入っていない'],
  ['digits_outside', '本文の外にある', 'ヘッダーとフッター、隠れた文字、取り消された文字、くり返し印刷された見出しなど'],
] as const satisfies readonly (readonly [keyof Row<'digitBalance'>, string, string])[]

/** What became of every digit of a file that is no text; undefined where the document is a text, or a digit count was not taken. */
export function digitsCard({ warehouse }: PageContext): Card | undefined {
  const [balance] = warehouse.table('digitBalance')
  const [totals] = warehouse.mart('digit_totals')
  if (!balance || !totals || warehouse.table('sourcePages').length === 0) return undefined
  return {
    id: 'digits',
    tables: ['digitBalance', 'sourcePages'],
    width: 'half',
    finding: balance.is_balanced
      ? `ファイルの数字${formatNumber(balance.digits)}字は、すべて行方が分かる`
      : `ファイルの数字${formatNumber(balance.digits)}字のうち、行方の分からないものが${formatNumber(totals.astray)}字ある`,
    scope: 'ファイルの数字の行方。ファイルにある算用数字を1字ずつ数え、読み取った数字と突き合わせた。',
    table: {
      head: ['行方', '例', '字'],
      rows: [
        ...fates.map(([column, name, example]) => [name, example, { value: balance[column], shown: formatNumber(balance[column]) }]),
        ['計', '', { value: totals.accounted, shown: formatNumber(totals.accounted) }],
      ],
    },
    source: html`${Link('/source.html', '原文の各ページ')}`,
  }
}
