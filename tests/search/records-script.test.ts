import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import type { SearchRecord } from '../../src/search/record.ts'
import { recordsPath, recordsScript } from '../../src/search/records-script.ts'

const record = (text: string): SearchRecord => ({ href: 'index.html', kind: '項目', item: '', year: '', departments: [], text, figures: [] })

it('gives each plan’s records under its id, whatever their texts hold', () => {
  const texts = ['滞納整理', '</script><!--', '引用符 " と \\', '行\u2028段落']
  const context = { searchRecords: undefined }
  runInNewContext(recordsScript('osaki-plan5', texts.map(record)), context)
  runInNewContext(recordsScript('町 "1"', [record('水道')]), context)
  expect(JSON.parse(JSON.stringify(context.searchRecords))).toEqual({ 'osaki-plan5': texts.map(record), '町 "1"': [record('水道')] })
})

it('holds nothing that would end a script of a page', () => {
  expect(recordsScript('plan', [record('</script><!--')])).not.toContain('<')
})

it('keeps a plan’s records in a file named after it', () => {
  expect(recordsPath('osaki-plan5')).toBe('search-records/osaki-plan5.js')
})
