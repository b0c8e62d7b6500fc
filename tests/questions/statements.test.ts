import { describe, expect, it } from 'vitest'
import { parametersOf, statementsOf, withParameters } from '../../src/questions/statements.ts'

describe('statementsOf', () => {
  it.each([
    ['select 1', ['select 1']],
    ['select 1; select 2;', ['select 1', 'select 2']],
    ['select \';\' as a; select ";" from t', ["select ';' as a", 'select ";" from t']],
    ["select 'it''s;'; -- a;b\nselect 2", ["select 'it''s;'", '-- a;b\nselect 2']],
    ['select $$a;b$$; select $x$;$x$', ['select $$a;b$$', 'select $x$;$x$']],
    ["select e'\\';'; select 3", ["select e'\\';'", 'select 3']],
    ['/* a;b */ select 1 /* c */;;  ; -- end', ['/* a;b */ select 1 /* c */']],
    ["select 'open; select 2", ["select 'open; select 2"]],
    ['', []],
    [' ; -- nothing\n;', []],
  ])('%j', (sql, statements) => {
    expect(statementsOf(sql).map((statement) => statement.sql)).toEqual(statements)
    for (const { sql: text, start } of statementsOf(sql)) expect(sql.slice(start, start + text.length)).toBe(text)
  })
})

describe('parameters', () => {
  it('are named once, and not in strings, comments and dollar quotes', () => {
    expect(parametersOf('select $item, $年度, \'$a\', "$b" -- $c\n from t where x = $item and y = $$z$$')).toEqual(['item', '年度'])
  })

  it('are written in as numbers, quoted text or NULL', () => {
    const values = { item: '17', name: "o'p; drop", code: '007', nothing: ' ' }
    expect(withParameters('select $item, $name, $code, $nothing, $unknown', values).sql).toBe("select 17, 'o''p; drop', '007', NULL, $unknown")
    expect(withParameters('select $constructor', {}).sql).toBe('select $constructor')
  })

  it('keep the places of the text that they stand in', () => {
    const text = 'select $name, nai from t where x = $item and y = z'
    const { sql, placeOf } = withParameters(text, { name: 'とても長い名前', item: '1' })
    for (const word of ['select', 'nai', 'from', 'y', 'z']) expect([word, placeOf(sql.indexOf(word))]).toEqual([word, text.indexOf(word)])
    expect(placeOf(sql.indexOf('長い'))).toBe(text.indexOf('$name'))
    expect(placeOf(sql.length)).toBe(text.length)
  })
})
