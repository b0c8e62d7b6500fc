import { isRecord, parseJson } from './formats/json.ts'
import type { DueForm, Form, LabelForm, ListColumn, ListForm, ListRole, PartForm, PartKind, PartRole, YearHeadForm } from './forms/form.ts'
import { compileForm } from './structure/labels.ts'
import { PhraseError } from './structure/phrases.ts'

/** What is wrong at a key of a form. */
export interface FormProblem {
  key: string
  reason: string
}

/** A form out of its JSON; else what is wrong with it, each with its key. */
export function readForm(text: string): { form: Form } | { reasons: readonly string[] } {
  const value = parseJson(text)
  if (value === undefined) return { reasons: ['JSONとして読めない'] }
  const reasons = problemsOf(value).map(({ key, reason }) => `"${key}" ${reason}`)
  return reasons.length > 0 ? { reasons } : { form: value as Form }
}

/** What makes a value no form: entries that are missing, unknown or of another kind, and phrases that cannot be understood. */
export function problemsOf(value: unknown): FormProblem[] {
  const problems = formShape(value, '')
  return problems.length > 0 ? problems : phraseProblems(value as Form)
}

function phraseProblems(form: Form): FormProblem[] {
  try {
    compileForm(form)
    return []
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error
    return [{ key: keyOf(form, error.phrase) ?? '', reason: `の語「${error.phrase}」を読めない: ${error.message}` }]
  }
}

/** The key of a text within a value. */
function keyOf(value: unknown, text: string, key = ''): string | undefined {
  if (value === text) return key
  if (typeof value !== 'object' || value === null) return undefined
  const inner = Object.entries(value).map(([name, each]) => keyOf(each, text, Array.isArray(value) ? `${key}[${name}]` : joined(key, name)))
  return inner.find((found) => found !== undefined)
}

function joined(key: string, name: string): string {
  return key === '' ? name : `${key}.${name}`
}

/** What is wrong with a value at a key. */
type Shape = (value: unknown, key: string) => FormProblem[]

/** Shapes of all entries of a type; those of entries that may be left out are in `optional`. */
type Entries<T> = { readonly [K in keyof T]-?: Shape }

const text: Shape = (value, key) => (typeof value === 'string' && value !== '' ? [] : [{ key, reason: 'は空でない文字列で書く' }])
const characters: Shape = (value, key) => (typeof value === 'string' ? [] : [{ key, reason: 'は文字列で書く' }])
const yes: Shape = (value, key) => (value === true ? [] : [{ key, reason: 'は true と書く' }])

function oneOf(known: { readonly [name: string]: true }): Shape {
  const names = Object.keys(known)
  return (value, key) => (names.some((name) => name === value) ? [] : [{ key, reason: `は ${names.join('、')} のどれか` }])
}

function listOf(shape: Shape, least = 0): Shape {
  return (value, key) => {
    if (!Array.isArray(value) || value.length < least) return [{ key, reason: least > 0 ? `は${least}つ以上の一覧 [ ] で書く` : 'は一覧 [ ] で書く' }]
    return value.flatMap((each, index) => shape(each, `${key}[${index}]`))
  }
}

function mapOf(shape: Shape, names?: { readonly [name: string]: true }): Shape {
  return (value, key) => {
    if (!isRecord(value)) return [{ key, reason: 'は { } で書く' }]
    const unknown = names ? Object.keys(value).filter((name) => !Object.hasOwn(names, name)) : []
    return [...unknown.map((name) => notKnown(joined(key, name))), ...Object.entries(value).flatMap(([name, each]) => shape(each, joined(key, name)))]
  }
}

function objectOf<T>(entries: Entries<T>, optional: readonly (keyof T)[] = []): Shape {
  const shapes = new Map(Object.entries<Shape>(entries))
  const isOptional = (name: string) => optional.some((other) => other === name)
  return (value, key) => {
    if (!isRecord(value)) return [{ key, reason: 'は { } で書く' }]
    const unknown = Object.keys(value).filter((name) => !shapes.has(name))
    const known = [...shapes].flatMap(([name, shape]) => {
      if (!Object.hasOwn(value, name)) return isOptional(name) ? [] : [{ key: joined(key, name), reason: 'がない' }]
      return shape(value[name], joined(key, name))
    })
    return [...known, ...unknown.map((name) => notKnown(joined(key, name)))]
  }
}

function notKnown(key: string): FormProblem {
  return { key, reason: 'という項目は様式にない' }
}

const kinds = {
  departments: true,
  schedule: true,
  initiatives: true,
  results: true,
  year: true,
  verification: true,
  achieved: true,
  not_achieved: true,
  effects: true,
  rating: true,
  next: true,
} as const satisfies { [K in PartKind]: true }
const roles = { plan: true, year: true, review: true, money: true, rating: true, closing: true } as const satisfies { [R in PartRole]: true }
const holdings = { names: true, table: true, text: true, lists: true, mark: true } as const satisfies { [H in PartForm['holds']]: true }
const needs = { label: true, text: true, rating: true } as const satisfies { [N in DueForm['needs']]: true }

const listRoles = {
  no: true,
  name: true,
  departments: true,
  year: true,
  initiatives: true,
  results: true,
  review: true,
  achieved: true,
  not_achieved: true,
  effect: true,
  count: true,
  amount: true,
  rating: true,
  next: true,
} as const satisfies { [R in ListRole]: true }

const kind = oneOf(kinds)
const texts = listOf(text)
const label = objectOf<LabelForm>({ words: text, marks: characters, key: text, within: oneOf(roles) }, ['marks', 'key', 'within'])
const part = objectOf<PartForm>({ kind, title: text, role: oneOf(roles), holds: oneOf(holdings), labels: listOf(label, 1), columns: texts }, ['columns'])
const withoutDigits: Shape = (value, key) => (/\p{Nd}/u.test(String(value)) ? [{ key, reason: 'に数字は書けない' }] : text(value, key))
const listColumn = objectOf<ListColumn>({ role: oneOf(listRoles), heads: listOf(text, 1), text: withoutDigits, unit: text }, ['text', 'unit'])
const formShape = objectOf<Form>(
  {
    id: text,
    title: text,
    words: mapOf(texts),
    titles: texts,
    contents: texts,
    item: objectOf<Form['item']>({ example: text, heads: listOf(text, 1), references: texts }),
    years: objectOf<YearHeadForm>({ marks: characters, result: text, said: texts, notSaid: texts }),
    parts: partsOnce,
    notAfter: mapOf(listOf(kind), roles),
    due: listOf(objectOf<DueForm>({ kind, needs: oneOf(needs), ifMoney: yes }, ['ifMoney'])),
    ratingScale: texts,
    list: objectOf<ListForm>({ columns: listOf(listColumn, 1), effects: withoutDigits }),
  },
  ['ratingScale', 'list'],
)

/** The parts, each kind at most once. */
function partsOnce(value: unknown, key: string): FormProblem[] {
  const problems = listOf(part, 1)(value, key)
  if (problems.length > 0) return problems
  const kinds = (value as readonly PartForm[]).map(({ kind }) => kind)
  return kinds.flatMap((kind, index) => (kinds.indexOf(kind) < index ? [{ key: `${key}[${index}].kind`, reason: `の ${kind} が2度ある` }] : []))
}
