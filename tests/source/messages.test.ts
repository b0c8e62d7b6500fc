import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { formatMessages } from '../../loaders/source/messages.ts'
import { Report } from '../../loaders/source/report.ts'
import { Source } from '../../loaders/source/source.ts'
import { Words } from '../../loaders/source/words.ts'

it('writes messages as file:line:column in the order of their places, errors told from notices', () => {
  const source = new Source('甲乙\n丙丁')
  const report = new Report(new VFile({ path: 'plan.txt' }))
  report.warn('unread-text', Words.of(source, 4, 5), '後の文')
  report.error('duplicate-item', Words.of(source, 1, 2), '先の文')
  expect(formatMessages(report)).toBe('plan.txt:1:2: エラー: 先の文 [duplicate-item]\nplan.txt:2:2: 注意: 後の文 [unread-text]\n')
  expect(report.hasErrors).toBe(true)
})

it('gives a message without a place the start of the file', () => {
  const report = new Report(new VFile({ path: 'plan.txt' }))
  report.warn('unread-text', undefined, '文')
  expect(formatMessages(report)).toBe('plan.txt:1:1: 注意: 文 [unread-text]\n')
  expect(report.hasErrors).toBe(false)
})
