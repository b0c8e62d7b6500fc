import { FormatRefusal } from '../../refusal.ts'
export function readExcel(..._args: unknown[]): never {
  throw new FormatRefusal('unknown-file', '')
}
