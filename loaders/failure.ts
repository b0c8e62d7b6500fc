import { visible, visibleLines } from './document/visible.ts'
import { OutputError } from './warehouse/refusal.ts'

/** The exit code of some work; what ends it is said in a sentence, and the code is 1. */
export async function sayFailure<T extends number>(work: () => Promise<T>): Promise<T | 1> {
  try {
    return await work()
  } catch (error) {
    process.stderr.write(error instanceof OutputError ? `${visible(error.message)}\n` : unexpected(error))
    return 1
  }
}

/** A mistake of the program in one line; its stack only for who asks for it. */
function unexpected(error: unknown): string {
  if (process.env.REFORM_STACK && error instanceof Error) return `${visibleLines(error.stack ?? error.message)}\n`
  const message = error instanceof Error ? error.message : String(error)
  return `予期しないエラーで中止した: ${visible(message.replace(/\s+/g, ' '))} (REFORM_STACK=1 を付けて実行すると詳しく表示する)\n`
}
