/** Why a query was not run: a sentence in Japanese, and where in the query, 1-based, columns in UTF-16 code units. */
export interface QueryError {
  message: string
  place?: { line: number; column: number; offset: number } | undefined
}

/** What DuckDB says of an error under `errors_as_json`; `position` counts bytes of UTF-8 from 0. */
interface EngineError {
  exception_type?: string
  exception_message?: string
  name?: string
  type?: string
  position?: string
  candidates?: string
}

/** Reads what DuckDB said about a query. */
export function readError(said: string, sql: string): QueryError {
  const error = parse(said)
  if (!error) return { message: `問い合わせを実行できない: ${said}` }
  return { message: sentence(error), place: error.position === undefined ? undefined : placeAt(sql, Number(error.position)) }
}

/** The error as one text with its place, as messages of the project are written. */
export function errorText({ message, place }: QueryError): string {
  return place ? `${place.line}行${place.column}桁: ${message}` : message
}

function parse(said: string): EngineError | undefined {
  try {
    return JSON.parse(said.slice(said.indexOf('{'))) as EngineError
  } catch {
    return undefined
  }
}

function placeAt(sql: string, byte: number): QueryError['place'] {
  const before = new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, byte))
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1) as string).length + 1, offset: before.length }
}

type Reading = readonly [pattern: RegExp, sentence: (match: readonly string[], error: EngineError) => string]

const readings: readonly Reading[] = [
  [/^syntax error at or near "(.*)"/s, ([, word]) => `「${word}」の所で文法に合わない。その前の句読点や、つづりを確かめる。`],
  [/^syntax error at end of input/, () => '文が途中で終わっている。続きか、閉じ括弧を足す。'],
  [/^unterminated quoted (string|identifier)/, () => '引用符が閉じていない。'],
  [/^Table with name "?(.+?)"? does not exist/, ([, name], error) => `「${name}」という表はない。${candidates(error)}`],
  [/^Referenced table "(.+?)" not found/, ([, name], error) => `「${name}」という表は FROM にない。${candidates(error)}`],
  [/^Referenced column "(.+?)" not found/, ([, name], error) => `「${name}」という列はない。${candidates(error)}`],
  [/^Table "(.+?)" does not have a column named "(.+?)"/, ([, table, name], error) => `表「${table}」に「${name}」という列はない。${candidates(error)}`],
  [
    /^(?:Scalar|Table|Aggregate) (?:Macro )?Function with name "?(.+?)"? (?:does not exist|is not in the catalog)/,
    ([, name], error) => `「${name}」という関数はない。${candidates(error)}`,
  ],
  [
    /^(?:Schema|Catalog|View|Type) with name "?(.+?)"? (?:does not exist|is not in the catalog)/,
    ([, name], error) => `「${name}」というものはない。${candidates(error)}`,
  ],
  [/^Ambiguous reference to column name "(.+?)"/, ([, name]) => `「${name}」がどの表の列か決まらない。表の名前を付けて「表.${name}」と書く。`],
  [/^column "(.+?)" must appear in the GROUP BY clause/, ([, name]) => `「${name}」は GROUP BY に入れるか、合計などの関数でまとめる。`],
  [/^Could not convert string '(.*)' to (\w+)/s, ([, text, type]) => `文字「${text}」は ${type} に変えられない。`],
  [
    /^No function matches the given name and argument types '(.+?)'/,
    ([, call]) => `関数 ${call} に合う引数の型がない。型を変える (値::INTEGER など) か、引数を確かめる。`,
  ],
  [/^Could not choose a best candidate function for the function call "(.+?)"/, ([, call]) => `${call} の型が決まらない。型を書く (値::INTEGER など)。`],
  [/^Cannot compare values of type (\S+) and (?:type )?(\S+)/, ([, a, b]) => `${a} と ${b} は比べられない。どちらかの型を変える (値::VARCHAR など)。`],
  [/attached in read-only mode|read-only/i, () => '表は読み取りだけで、書き込みや変更はできない。一時的な表は CREATE TEMP TABLE で作れる。'],
  [
    /file system operations are disabled|File system \w+ has been disabled|with the \w+ disabled|extensions is disabled/,
    () => 'ここからは外部のファイルや拡張を読まない。ファイルにも書かない。ここにある表だけを使う。',
  ],
  [
    /^(?:Cannot open file|Failed to open file|Could not (?:create|open|write))[^"']*["'](.+?)["']/,
    ([, path]) => `「${path}」に書けない。フォルダがあるか、書いてよいかを確かめる。`,
  ],
  [/configuration has been locked/, () => '設定は変えられない。'],
  [/Out of Memory|could not allocate|failed to allocate/i, () => 'メモリが足りない。結合の条件 (ON、USING) や絞り込み (WHERE) を足して、行を減らす。'],
]

function sentence(error: EngineError): string {
  const text = error.exception_message ?? ''
  for (const [pattern, say] of readings) {
    const match = pattern.exec(text)
    if (match) return say([...match], error).trim()
  }
  return `問い合わせを実行できない: ${text.split('\n', 1)[0]}`
}

function candidates({ candidates = '' }: EngineError): string {
  return candidates === '' ? '' : `近い名前: ${candidates.split(',').slice(0, 3).join('、')}。`
}
