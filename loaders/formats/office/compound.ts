import { FormatRefusal } from '../refusal.ts'

/** Says whether a compound file is one with a password or one of an old form. */
export function refuseCompound(_bytes: Uint8Array): never {
  throw new FormatRefusal('old-office-file', '古い形式 (.doc、.xls) か、パスワードで守られたファイル')
}
