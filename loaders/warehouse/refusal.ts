/** Why a folder of the tool's own cannot be written or read; the message is for the user. */
export class OutputError extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'ディスクの空きが足りない',
  EDQUOT: 'ディスクの割り当てを超えた',
  EFBIG: 'ファイルの大きさの上限を超えた',
  EACCES: '書き込む権限がない',
  EPERM: '書き込む権限がない',
  EROFS: '読み取り専用の場所である',
  ENOTDIR: 'フォルダの途中に同じ名前のファイルがある',
  EEXIST: '同じ名前のファイルがある',
  ENAMETOOLONG: '名前が長すぎる',
  EBUSY: 'ほかのプログラムが使っているか、マウントした場所である',
  ELOOP: 'リンクが自分自身に戻っている',
  'mkdir ENOENT': 'その場所にはフォルダを作れない',
  'symlink ENOENT': 'その場所には書けない',
}

/** A system's refusal in words: disk full, no permission, a file in the way. Anything else is passed on. */
export function explained(target: string, error: unknown): unknown {
  if (error instanceof OutputError || !(error instanceof Error)) return error
  const code = codeOf(error) ?? codeOfDatabase(error.message) ?? ''
  const reason = reasons[code] ?? reasons[`${(error as NodeJS.ErrnoException).syscall} ${code}`]
  return reason ? new OutputError(`出力先に書けない (${reason}): ${target}。前の出力はそのまま残っている`) : error
}

/** The system's name of an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

/** DuckDB passes on the system's words only. */
function codeOfDatabase(message: string): string | undefined {
  if (/No space left|ENOSPC/.test(message)) return 'ENOSPC'
  if (/Disk quota exceeded/.test(message)) return 'EDQUOT'
  if (/File too large/.test(message)) return 'EFBIG'
  return /Permission denied/.test(message) ? 'EACCES' : undefined
}

/** What a look at the file system gives, undefined where nothing is there. */
export async function ifThere<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}
