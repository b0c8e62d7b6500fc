import { FormatRefusal } from '../refusal.ts'

/** The stream of a compound file (MS-CFB) that holds an office file under a password. */
const encrypted = 'EncryptedPackage'

/** Says whether a compound file is one with a password or one of an old form; neither can be read. */
export function refuseCompound(bytes: Uint8Array): never {
  if (new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes(encrypted))
    throw new FormatRefusal('password-protected', 'パスワードで守られたファイルは読めない。パスワードを外して保存し直したファイルを渡す')
  throw new FormatRefusal('old-office-file', '古い形式 (.doc、.xls) は読めない。Word・Excelで開き、.docx か .xlsx で保存し直したファイルを渡す')
}
