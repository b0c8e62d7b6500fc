import licences from 'spdx-license-ids/index.json' with { type: 'json' }
import { editions, mostPlanNo, type PlanDescription } from './document/plan.ts'
import { isDay, readContact, updateCycles, webAddress } from './document/publication.ts'
import type { Report } from './document/report.ts'
import { isRecord, parseJson } from './formats/json.ts'

/** What `plan.json` says: about the plan, and the file name of its document. */
export interface PlanFile {
  description: PlanDescription
  document: string
}

const mostCharacters = 300

/** Reads the text of a `plan.json`; undefined where the report says what is wrong with which of its values. */
export function readPlanFile(text: string | undefined, report: Report): PlanFile | undefined {
  const plan = parseJson(text ?? '')
  const refuse = (reason: string) => report.error('invalid-plan', undefined, reason)
  if (!isRecord(plan)) {
    refuse('JSONのオブジェクトとして読めない')
    return undefined
  }
  const values = new Values(plan, refuse)
  const description = {
    planNo: values.planNo(),
    edition: values.oneOf('edition', editions),
    title: values.text('title'),
    series: values.text('series'),
    sameAs: values.sameAs(),
    municipality: values.text('municipality'),
    municipalityCode: values.municipalityCode(),
    sourceName: values.text('source_name'),
    publishedOn: values.day('published_on'),
    sourceUrl: values.address('source_url'),
    licence: values.licence(),
    publisher: values.text('publisher'),
    contact: values.contact(),
    ...values.issue(),
    theme: values.theme(),
    updateCycle: values.oneOf('update_cycle', updateCycles),
  }
  const document = values.document()
  return document === null || report.hasErrors ? undefined : { description, document }
}

/** The values of a `plan.json`, each null where it is not said or refused by its name. */
class Values {
  constructor(
    private readonly plan: Readonly<Record<string, unknown>>,
    private readonly refuse: (reason: string) => void,
  ) {}

  text(name: string): string | null {
    const value = this.plan[name] ?? null
    if (value === null) return null
    if (typeof value !== 'string') return this.#refused(`"${name}" は文字列で書く`)
    if (value.length > mostCharacters) return this.#refused(`"${name}" は${mostCharacters}字までで書く (${value.length}字ある)`)
    if (/\0|\p{Cs}/u.test(value)) return this.#refused(`"${name}" に文字でないものがある`)
    return value.trim() === '' ? null : value
  }

  document(): string | null {
    const value = this.plan.document ?? ''
    const isSaid = typeof value !== 'string' || value.trim() !== ''
    return isSaid ? this.text('document') : this.#refused('"document" に文書のファイル名がない')
  }

  planNo(): number | null {
    const value = this.plan.plan_no ?? null
    if (value === null) return null
    const isPlanNo = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostPlanNo
    return isPlanNo ? value : this.#refused(`"plan_no" は1から${mostPlanNo}までの整数で書く`)
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T | null {
    const value = this.text(name)
    const found = known.find((each) => each === value) ?? null
    return found === value ? found : this.#refused(`"${name}" は ${known.join('、')} のどれか`)
  }

  day(name: string): string | null {
    const value = this.text(name)
    return value === null || isDay(value) ? value : this.#refused(`"${name}" は1900年からの実在する日を 2023-03-31 のように書く`)
  }

  address(name: string): string | null {
    const value = this.text(name)
    if (value === null) return null
    return webAddress(value) ?? this.#refused(`"${name}" は http:// か https:// で始まるアドレスで書く`)
  }

  licence(): string | null {
    const value = this.text('licence')
    if (value === null || licences.includes(value)) return value
    return webAddress(value) ?? this.#refused('"licence" はSPDXの名前 (CC-BY-4.0 など) か、http:// か https:// で始まるアドレスで書く')
  }

  contact(): string | null {
    const value = this.text('contact')
    if (value === null || readContact(value)) return value
    return this.#refused('"contact" は「名前 <メールかWebのアドレス>」か、そのどちらかで書く')
  }

  issue(): { issued: string | null; modified: string | null } {
    const [issued, modified] = [this.day('issued'), this.day('modified')]
    if (issued === null || modified === null || issued <= modified) return { issued, modified }
    return { issued, modified: this.#refused('"modified" は "issued" より前の日にできない') }
  }

  /** A concept by its address, or a name. */
  theme(): string | null {
    const value = this.text('theme')
    return value === null ? null : (webAddress(value) ?? value)
  }

  municipalityCode(): string | null {
    const value = this.text('municipality_code')
    return value === null || /^\d{6}$/.test(value) ? value : this.#refused('"municipality_code" は6桁の数字を引用符で囲んで書く')
  }

  /** Items by their numbers, each with `PLAN/NUMBER` or `SERIES/NUMBER` of another document. */
  sameAs(): Readonly<Record<string, string>> {
    const value = this.plan.same_as ?? {}
    const isSaid = (said: unknown): said is string => typeof said === 'string' && said.length <= mostCharacters && /^[^/]+\/[^/]+$/.test(said)
    const entries = isRecord(value) ? Object.entries(value) : []
    const known = entries.flatMap(([item, said]) => (isSaid(said) ? [[item, said] as const] : []))
    if (!isRecord(value) || known.length < entries.length)
      this.refuse('"same_as" は {"16": "osaki-plan5/17"} のように、この文書の項目番号に、同じ項目の「プランIDかシリーズ/項目番号」を書く')
    return Object.fromEntries(known)
  }

  #refused(reason: string): null {
    this.refuse(reason)
    return null
  }
}
