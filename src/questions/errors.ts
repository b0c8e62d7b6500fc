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
  const error = parse(said) ?? { exception_message: said }
  return { message: sentence(error), place: error.position === undefined ? undefined : placeAt(sql, Number(error.position)) }
}

/** The error of a part of a text as one of the whole text; `placeOf` says where a place of the part stands in it, in UTF-16 code units. */
export function errorInWhole({ message, place }: QueryError, whole: string, placeOf: (offset: number) => number): QueryError {
  return { message, place: place && placeIn(whole, placeOf(place.offset)) }
}

/** The error as one text with its place, as messages of the project are written. */
export function errorText({ message, place }: QueryError): string {
  return place ? `${place.line}行${place.column}桁: ${message}` : message
}

/** DuckDB in the browser puts the error of a parser as JSON into the message of another. */
function parse(said: string): EngineError | undefined {
  const start = said.indexOf('{')
  if (start < 0) return undefined
  try {
    const error = JSON.parse(said.slice(start)) as EngineError
    return parse(error.exception_message ?? '') ?? error
  } catch {
    return undefined
  }
}

function placeAt(sql: string, byte: number): QueryError['place'] {
  return placeIn(sql, new TextDecoder().decode(new TextEncoder().encode(sql).subarray(0, byte)).length)
}

function placeIn(sql: string, offset: number): QueryError['place'] {
  const lines = sql.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1) as string).length + 1, offset }
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
  [/^SELECT clause without selection list/, () => 'SELECT の後に、何を出すか (列の名前か *) がない。'],
  [/^Values were not provided for the following prepared statement parameters: (.+)/, ([, names]) => `「$${names}」の値がない。その場所に値を書く。`],
  [/^Expected \d+ parameters, but none were supplied/, () => '$ で始まる名前か ? の値がない。その場所に値を書く。'],
  [/^no statements/i, () => '実行する文がない。'],
  [/^Set operations can only apply to expressions with the same number/, () => 'UNION などでつなぐ SELECT どうしで、列の数が違う。'],
  [/^Could not parse string "(.*?)" according to format specifier "(.*?)"/s, ([, text, format]) => `文字「${text}」は形式「${format}」に合わない。`],
  [/^date field value out of range: "(.*?)"/s, ([, text]) => `「${text}」という日付はない。`],
  [/^invalid (?:date|timestamp) field format: "(.*?)"/s, ([, text]) => `「${text}」は日付として読めない (2022-04-01 のように書く)。`],
  [/^Type (\S+) with value (\S+) can't be cast/, ([, , value]) => `${value} は大きすぎて、その型に入らない。`],
  [/^UNNEST\(\) can only be applied to/, () => 'UNNEST は並び (リスト) にだけ使える。'],
  [/^aggregate function calls cannot be nested/, () => '合計などの関数の中に、合計などの関数は書けない。WITH か FROM (SELECT …) で2段に分ける。'],
  [
    /^WHERE clause cannot contain (aggregates|window functions)/,
    ([, what]) => (what === 'aggregates' ? 'WHERE には合計などの関数を書けない。HAVING に書く。' : 'WHERE にはウィンドウ関数を書けない。QUALIFY に書く。'),
  ],
  [/^(?:Invalid Input Error: )?More than one row returned by a subquery/, () => '値1つの所にある問い合わせが、2行以上を返した。LIMIT 1 か条件を足す。'],
  [/^Subquery returns (\d+) columns - expected (\d+)/, ([, got, expected]) => `中の問い合わせの列は${expected}つでなければならない (今は${got}つ)。`],
  [/^Duplicate alias "(.+?)"/, ([, name]) => `「${name}」という名前が2つの表に付いている。どちらかを変える。`],
  [
    /^(?:Table|View|Macro|Schema) with name "?(.+?)"? already exists/,
    ([, name]) => `「${name}」はもうある。別の名前にするか、CREATE OR REPLACE TEMP TABLE と書く。`,
  ],
  [/^Binder Error: Aggregate|^GROUP BY clause cannot contain aggregates/, () => 'GROUP BY には合計などの関数を書けない。'],
  [/^column (?:name )?"?(.+?)"? specified more than once/, ([, name]) => `列「${name}」が2回ある。`],
  [/^extract specifier "(.+?)" not recognized/, ([, name]) => `日付の部分「${name}」はない (year、month、day など)。`],
  [/^(?:Cannot mix values of type|Cannot deduce|Could not determine type)/, () => '型の違う値が混じっている。型をそろえる (値::VARCHAR など)。'],
  [/^Contents of view were altered|^TransactionContext Error|current transaction is aborted/i, () => '前の文の失敗で取引が止まっている。ROLLBACK を実行する。'],
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
