import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { formatMessages } from '../../loaders/document/messages.ts'
import { Report } from '../../loaders/document/report.ts'
import { Source } from '../../loaders/document/source.ts'
import { Words } from '../../loaders/document/words.ts'

it('writes messages as file:line:column in the order of their places, errors told from notices', () => {
  const source = new Source('甲乙\n丙丁')
  const report = new Report(new VFile({ path: 'plan.txt' }))
  report.warn('unread-text', Words.of(source, 4, 5), '後の文')
  report.error('duplicate-item', Words.of(source, 1, 2), '先の文')
  expect(formatMessages(report)).toBe('plan.txt:1:2: エラー: 先の文 [duplicate-item]\nplan.txt:2:2: 注意: 後の文 [unread-text]\n')
  expect(report.hasErrors).toBe(true)
})

it('obeys no control character of the document or of plan.json', () => {
  const report = new Report(new VFile({ path: 'a\x1b[2J.txt' }))
  report.warn('unread-text', undefined, '文\x1b]0;題名\x07\nplan.txt:1:1: エラー: 偽の行')
  expect(formatMessages(report)).toBe('a\\x1b[2J.txt:1:1: 注意: 文\\x1b]0;題名\\x07\\x0aplan.txt:1:1: エラー: 偽の行 [unread-text]\n')
})

it('gives a message without a place the start of the file', () => {
  const report = new Report(new VFile({ path: 'plan.txt' }))
  report.warn('unread-text', undefined, '文')
  expect(formatMessages(report)).toBe('plan.txt:1:1: 注意: 文 [unread-text]\n')
  expect(report.hasErrors).toBe(false)
})

it('says what is said of a whole file that is no text without a place', () => {
  const report = new Report(new VFile({ path: 'plan.pdf' }))
  report.hasLines = false
  report.error('password-protected', undefined, '守られている')
  report.error('damaged-file', { page: 3, cell: null }, '開けない')
  expect(formatMessages(report)).toBe('plan.pdf: エラー: 守られている [password-protected]\nplan.pdf:3頁: エラー: 開けない [damaged-file]\n')
})

it('keeps a thousand messages of a rule, and says where those left out begin', () => {
  const source = new Source('甲'.repeat(1003))
  const report = new Report(new VFile({ path: 'plan.txt' }))
  for (let at = 0; at < 1003; at++) report.warn('unread-text', Words.of(source, at, at + 1), '文')
  report.error('duplicate-item', Words.of(source, 0, 1), '先の文')
  const lines = formatMessages(report).trimEnd().split('\n')
  expect([lines.length, lines.at(-2), lines.at(-1)]).toEqual([
    1002,
    'plan.txt:1:1000: 注意: 文 [unread-text]',
    'plan.txt:1:1001: 注意: 「どの部分にも属さない文」は1000か所まで示した。ここから後にもある [unread-text]',
  ])
})
