import { type Proof, type ProofKind, type ProofNumber, type ProofPlace, proofKinds, proofPlaceInWords } from '../../loaders/proof.ts'
import type { PlanTarget } from '../../loaders/target-list.ts'
import { itemLabel } from '../../loaders/vocabulary/item-codes.ts'
import { targetKindNames, targetMeasureNames, targetResultNames } from '../../loaders/warehouse/marts/ratings.ts'
import { decimalsOf, formatNumber, noData } from '../format/numbers.ts'
import { eraYear, yearRange } from '../format/years.ts'
import { type Html, html } from '../markup/html.ts'
import { type Cell, DataTable } from '../markup/table.ts'
import type { DocumentReading, Reading } from './reading.ts'

/** The places of a list that its links lead to, by their order. */
export class Places {
  readonly #places: { document: DocumentReading; place: ProofPlace }[] = []

  /** A link to a place, which the script follows. */
  Link(document: DocumentReading, place: ProofPlace): Html {
    const index = this.#places.push({ document, place }) - 1
    return html`<a href="#reader-document" data-place="${index}">${proofPlaceInWords(place)}</a>`
  }

  at(index: number): { document: DocumentReading; place: ProofPlace } | undefined {
    return this.#places[index]
  }
}

const kinds = Object.keys(proofKinds) as ProofKind[]
/** Numbers that a computed value is made of, of which more are counted. */
const mostNumbers = 24
const measureNames: Readonly<Record<string, string>> = targetMeasureNames

/** What was read of all files: each with what it is, how much was understood, and what is to be looked at. */
export function ReadingView({ documents, editions }: Reading, places: Places): Html {
  const parted = documents.map((document, index) => html`${DocumentSection(document, `reader-${index + 1}`, places)}\n`)
  return html`${parted}${editions !== '' && html`<p class="reader-editions">${editions}</p>`}`
}

function DocumentSection(document: DocumentReading, id: string, places: Places): Html {
  const { path, plan, said, errors, proofs, targets } = document
  const lists = kinds.flatMap((kind) => ProofList(document, kind, id, places) ?? [])
  return html`<section class="card" aria-labelledby="${id}-title"><h2 id="${id}-title">${plan ? planName(document) : `${path} を読み取れなかった`}</h2>
<p class="scope">${path}${plan?.municipality && `、${plan.municipality}`}</p>
${errors.length > 0 && html`<ul class="attention reader-errors">${errors.map((line) => html`<li>${line}</li>`)}</ul>`}
${said.length > 0 && html`<ul class="reader-said">${said.map((line) => html`<li>${line}</li>`)}</ul>`}
${plan && html`<p class="reader-counts">${countsInWords(proofs)}</p>`}
${plan && lists}
${targets.length > 0 && TargetList(document, targets, id, places)}</section>`
}

/** What plan a document is of: its title and its years. */
export function planName({ path, plan }: DocumentReading): string {
  return [plan?.title ?? path, yearRange(plan?.first_fiscal_year ?? null, plan?.last_fiscal_year ?? null)].filter(Boolean).join(' ')
}

/** How many places of each kind there are: 数値が一致しない 2か所、…. */
export function countsInWords(proofs: readonly Proof[]): string {
  const counts = kinds.map((kind) => ({ kind, count: proofs.filter((proof) => proof.kind === kind).length })).filter(({ count }) => count > 0)
  if (counts.length === 0) return '点検の要る所は見つからなかった'
  return counts.map(({ kind, count }) => `${proofKinds[kind]} ${formatNumber(count)}か所`).join('、')
}

function ProofList(document: DocumentReading, kind: ProofKind, id: string, places: Places): Html | undefined {
  const proofs = document.proofs.filter((proof) => proof.kind === kind)
  if (proofs.length === 0) return undefined
  const name = `${id}-${kind}`
  const withNumbers = kind === 'differs'
  const head = ['項目', '場所', ...(withNumbers ? [] : ['原文の言葉']), '説明', ...(withNumbers ? ['公表値', '再計算値', '再計算に使った数字'] : [])]
  const rows = proofs.map((proof): Cell[] => [
    itemName(proof),
    { value: proof.place, shown: PlaceOf(document, proof, places) },
    ...(withNumbers ? [] : [proof.words ?? '']),
    proof.message,
    ...(withNumbers
      ? [numberCell(proof.published), numberCell(proof.computed), { value: proof.against, shown: Numbers(document, proof.numbers, places) }]
      : []),
  ])
  return html`<h3 id="${name}">${proofKinds[kind]} (${formatNumber(proofs.length)}か所)</h3>${DataTable({ head, rows }, name)}`
}

/** An item and a year as a line of a list names them: its printed number, its title, the year; the whole document where it is no item's. */
export function itemName({ itemNo, itemCode, itemTitle, fiscalYear }: Pick<Proof, 'itemNo' | 'itemCode' | 'itemTitle' | 'fiscalYear'>): string {
  const item = itemNo === null ? '文書全体' : [itemLabel(itemNo, itemCode), itemTitle].filter(Boolean).join(' ')
  return fiscalYear === null ? item : `${item}、${eraYear(fiscalYear)}`
}

function PlaceOf(document: DocumentReading, { at, place }: Proof, places: Places): Html {
  return at ? places.Link(document, at) : html`${place}`
}

function Numbers(document: DocumentReading, numbers: readonly ProofNumber[], places: Places): Html {
  const others = numbers.length - mostNumbers
  const named = numbers.slice(0, mostNumbers).map(({ name, value, at }, index) => {
    const words = `${name} ${formatNumber(value, decimalsOf(value))}`
    return html`${index > 0 && '、'}${words}${at && html` (${places.Link(document, at)})`}`
  })
  return html`${named}${others > 0 && `、ほか${formatNumber(others)}件`}`
}

function numberCell(value: number | null): Cell {
  return { value, shown: value === null ? '' : formatNumber(value, decimalsOf(value)) }
}

function TargetList(document: DocumentReading, targets: readonly PlanTarget[], id: string, places: Places): Html {
  const name = `${id}-targets`
  const rows = targets.map((target): Cell[] => [
    itemName(target),
    `${measureNames[target.measure] ?? target.measure}の${targetKindNames[target.kind]}`,
    { value: null, shown: places.Link(document, target.at) },
    amountCell(target.target, target.unit),
    amountCell(target.actual, target.unit),
    targetResult(target),
  ])
  const head = ['項目', '指標', '場所', '目標・計画', '実績', '結果']
  return html`<h3 id="${name}">目標と実績 (${formatNumber(targets.length)}件)</h3>${DataTable({ head, rows }, name)}`
}

function amountCell(value: number | null, unit: string): Cell {
  return { value, shown: value === null ? noData : `${formatNumber(value, decimalsOf(value))}${unit}` }
}

/** What came of a target in words; what the document itself says is marked as such. */
export function targetResult({ result, statedResult }: PlanTarget): string {
  return statedResult === null ? targetResultNames[result] : `${targetResultNames[result]} (文書の記載)`
}
