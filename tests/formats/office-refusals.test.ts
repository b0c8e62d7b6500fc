import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { refuseCompound } from '../../loaders/formats/office/compound.ts'
import { readOffice } from '../../loaders/formats/office/read-office.ts'
import { FormatRefusal } from '../../loaders/formats/refusal.ts'
import { excelFile, paragraph, wordFile, zipOf } from '../support/office-files.ts'

function ruleOf(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof FormatRefusal) return error.ruleId
    throw error
  }
}

const document = wordFile(paragraph('No.1 窓口 12円').repeat(200))

describe('a file of an office program is refused where it', () => {
  it('is cut off, at any byte', () => {
    for (let length = 4; length < document.length; length += 97) expect(ruleOf(() => readOffice(document.subarray(0, length)))).toBe('damaged-file')
  })

  it('has a part that is not what its sum says', () => {
    const changed = document.slice()
    const at = changed.length - 400
    changed[at] = (changed[at] as number) ^ 0x55
    expect(ruleOf(() => readOffice(changed))).toBe('damaged-file')
  })

  it('unpacks to more than its directory says, or than fits', () => {
    const large = zipSync({ '_rels/.rels': new Uint8Array(70 * 2 ** 20) })
    expect(ruleOf(() => readOffice(large))).toBe('zip-too-large')
    const lying = zipSync({ '_rels/.rels': new Uint8Array(2 ** 20) })
    new DataView(lying.buffer).setUint32(lying.length - 22 - 46 - '_rels/.rels'.length + 24, 500, true)
    expect(ruleOf(() => readOffice(lying))).toBe('zip-too-large')
  })

  it('has a document type, or nests without end', () => {
    const rels = '<Relationships><Relationship Id="r" Type="/officeDocument" Target="word/document.xml"/></Relationships>'
    const bomb = '<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document><w:body><w:p/></w:body></w:document>'
    expect(ruleOf(() => readOffice(zipOf({ '_rels/.rels': rels, 'word/document.xml': bomb })))).toBe('damaged-file')
    const deep = `<w:document><w:body>${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}</w:body></w:document>`
    expect(ruleOf(() => readOffice(zipOf({ '_rels/.rels': rels, 'word/document.xml': deep })))).toBe('damaged-file')
  })

  it('names a string that is not there', () => {
    expect(ruleOf(() => readOffice(excelFile({ 表: { rows: '<row r="1"><c r="A1" t="s"><v>9</v></c></row>' } })))).toBe('damaged-file')
  })

  it.each(['%zz', 'http://[', '../../..'])('names another part as %s', (target) => {
    const rels = `<Relationships><Relationship Id="r" Type="/officeDocument" Target="${target}"/></Relationships>`
    expect(ruleOf(() => readOffice(zipOf({ '_rels/.rels': rels })))).toBe('unknown-file')
  })

  it('is neither Word nor Excel', () => {
    expect(ruleOf(() => readOffice(zipOf({ mimetype: 'application/vnd.oasis.opendocument.text' })))).toBe('unknown-file')
    const slides = '<Relationships><Relationship Id="r" Type="/officeDocument" Target="ppt/presentation.xml"/></Relationships>'
    expect(ruleOf(() => readOffice(zipOf({ '_rels/.rels': slides, 'ppt/presentation.xml': '<p:presentation/>' })))).toBe('unknown-file')
  })

  it('has a password, or is of the time before 2007', () => {
    const name = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]))
    expect(ruleOf(() => refuseCompound(name('EncryptedPackage')))).toBe('password-protected')
    expect(ruleOf(() => refuseCompound(name('WordDocument')))).toBe('old-office-file')
  })
})
