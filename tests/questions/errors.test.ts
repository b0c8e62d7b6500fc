import { DuckDBInstance } from '@duckdb/node-api'
import { describe, expect, it } from 'vitest'
import { errorInWhole, errorText, readError } from '../../src/questions/errors.ts'
import { QueryFailure, runNative } from '../../src/questions/native.ts'

/** What is said of a query on two tables in memory. */
async function said(sql: string): Promise<string> {
  const connection = await (await DuckDBInstance.create(':memory:', { errors_as_json: 'true' })).connect()
  await connection.run('CREATE TABLE items (item_no INTEGER, title VARCHAR); CREATE TABLE effects (item_no INTEGER, amount_yen BIGINT)')
  try {
    await runNative(connection, sql)
    return 'no error'
  } catch (error) {
    return error instanceof QueryFailure ? errorText(error.query) : String(error)
  }
}

it('a parser’s error in the message of another is read, as DuckDB in the browser gives it', () => {
  const inner = JSON.stringify({ exception_type: 'Parser', exception_message: 'syntax error at or near "selec"', position: '7' })
  const error = readError(JSON.stringify({ exception_type: 'Parser', exception_message: inner, position: '7' }), 'select\nselec')
  expect(errorText(error)).toBe('2行1桁: 「selec」の所で文法に合わない。その前の句読点や、つづりを確かめる。')
  expect(errorText(errorInWhole(error, 'select 0;\nselect\nselec', (offset) => offset + 10))).toMatch(/^3行1桁/)
})

describe('an error of a query', () => {
  it.each([
    ['selec 1', '1行1桁: 「selec」の所で文法に合わない。その前の句読点や、つづりを確かめる。'],
    ['select (1', '1行10桁: 文が途中で終わっている。続きか、閉じ括弧を足す。'],
    ["select 'abc", '1行8桁: 引用符が閉じていない。'],
    ['select * from item', '1行15桁: 「item」という表はない。近い名前: items。'],
    ["select 'あ𠮷',\n  tite from items", '2行3桁: 「tite」という列はない。近い名前: title、item_no。'],
    ['select items.nai from items', '1行8桁: 表「items」に「nai」という列はない。'],
    ['select 1; select coun(*) from items', '1行18桁: 「coun」という関数はない。近い名前: count。'],
    ['select item_no from items join effects on true', '1行8桁: 「item_no」がどの表の列か決まらない。表の名前を付けて「表.item_no」と書く。'],
    ['select title, count(*) from items', '1行8桁: 「title」は GROUP BY に入れるか、合計などの関数でまとめる。'],
    ["select 'a'::integer", '1行11桁: 文字「a」は INT32 に変えられない。'],
    ["select sum('a')", '1行8桁: 関数 sum(VARCHAR) に合う引数の型がない。型を変える (値::INTEGER など) か、引数を確かめる。'],
    ['from effects select', 'SELECT の後に、何を出すか (列の名前か *) がない。'],
    ['select $item', '$ で始まる名前か ? の値がない。その場所に値を書く。'],
    ['select 1 union select 1, 2', 'UNION などでつなぐ SELECT どうしで、列の数が違う。'],
    ["select date '2020-13-01'", '「2020-13-01」という日付はない。'],
    ['select 1 from items where sum(item_no) > 1', '1行27桁: WHERE には合計などの関数を書けない。HAVING に書く。'],
    [
      'create temp table items as select 1; create temp table items as select 2',
      '「items」はもうある。別の名前にするか、CREATE OR REPLACE TEMP TABLE と書く。',
    ],
    ["select error('x')", '問い合わせを実行できない: x'],
  ])('%s is said in a sentence with its place', async (sql, sentence) => {
    expect(await said(sql)).toBe(sentence)
  })
})
