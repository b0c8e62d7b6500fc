import type { Drawn } from '../../document/drawn.ts'
import { FormatRefusal } from '../refusal.ts'
import { readExcel } from './excel/read-excel.ts'
import { mainPart } from './parts.ts'
import { readWord } from './word/read-word.ts'
import { rootName } from './xml.ts'
import { Zip } from './zip.ts'

/** The text of a Word or Excel file (ECMA-376), known by its main part, with the cells and paragraphs of its letters. */
export function readOffice(bytes: Uint8Array): Drawn {
  const zip = new Zip(bytes)
  const main = mainPart(zip)
  const content = main === undefined ? undefined : zip.part(main)
  const root = content && rootName(content)
  if (main !== undefined && content && root === 'document') return readWord(zip, main, content)
  if (main !== undefined && content && root === 'workbook') return readExcel(zip, main, content)
  throw new FormatRefusal('unknown-file', 'Word (.docx) でも Excel (.xlsx) でもない。文書を .docx か .xlsx か PDF で保存し直したファイルを渡す')
}
