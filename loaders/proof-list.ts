import { format, type Operand } from './checks/check.ts'
import { type NumberedFinding, runChecks } from './checks/run.ts'
import type { RuleId } from './document/message-rules.ts'
import type { Report } from './document/report.ts'
import type { Source } from './document/source.ts'
import type { Words } from './document/words.ts'
import { type Proof, type ProofKind, type ProofPlace, proofPlaceInWords } from './proof.ts'
import { itemTitle } from './records/items.ts'
import type { Context } from './records/reading.ts'
import type { Item } from './structure/item.ts'
import { eraYear } from './vocabulary/eras.ts'

/** Messages that are about what could not be read. */
const ofUnread = /^(?:unread-|unknown-(?!reference)|unmapped-|clipped-|vertical-|page-without-|left-out$|open-sum$)/
/** Operands that are named; of more it is said how many. */
const mostNamed = 8
const longestWords = 120

/** What a document says that is to be looked at: what differs, what is missing (one line a cause), what could not be read, and the rest. */
export function proofList(context: Context, report: Report): Proof[] {
  const findings = runChecks(context)
  const differs = findings.filter(({ finding }) => finding.outcome === 'differs').map((found) => checkProof(context, 'differs', found))
  const missing = findings
    .filter(({ check_no, cause_no, rule }) => cause_no === check_no && rule !== 'figure-role')
    .map((found) => checkProof(context, 'missing', found, partsExplained(findings, found)))
  return [...differs, ...missing, ...messageProofs(report, context.plan.source, context)]
}

/** What a document that could not be read says of itself. */
export function proofsOfMessages(report: Report, source: Source | undefined): Proof[] {
  return messageProofs(report, source)
}

function checkProof(context: Context, kind: ProofKind, { finding }: NumberedFinding, more = ''): Proof {
  const { item_no, fiscal_year, message, published, computed, words, operands } = finding
  const item = context.items.find(({ no }) => no === item_no)
  return {
    kind,
    itemNo: item_no,
    itemCode: item?.code ?? null,
    itemTitle: titleOf(item),
    fiscalYear: fiscal_year,
    place: words ? placeOf(words) : null,
    at: words ? placeToGoTo(words) : null,
    words: words && kind === 'differs' ? inOneLine(words.text) : null,
    message: `${message}${more}`,
    published,
    computed,
    against: operands.computed.length === 0 ? null : againstWords(operands.computed),
    numbers: operands.computed.map(({ name, value, figure }) => ({ name, value, at: figure && placeToGoTo(figure) })),
  }
}

/** The parts that a missing page takes with it. */
function partsExplained(findings: readonly NumberedFinding[], { check_no }: NumberedFinding): string {
  const parts = findings.flatMap(({ cause_no, check_no: other, finding }) => (cause_no === check_no && other !== check_no ? [partName(finding)] : []))
  return parts.length === 0 ? '' : ` (そこにあるはずのもの: ${parts.join('、')})`
}

function partName({ fiscal_year, part = '' }: NumberedFinding['finding']): string {
  return fiscal_year === null ? part : `${eraYear(fiscal_year)}の${part}`
}

function againstWords(operands: readonly Operand[]): string {
  const named = operands.slice(0, mostNamed).map(({ name, value, figure }) => `${name} ${format(value)}${figure ? ` (${placeOf(figure)})` : ''}`)
  return operands.length > mostNamed ? `${named.join('、')}、ほか${operands.length - mostNamed}件` : named.join('、')
}

function titleOf(item: Item | undefined): string | null {
  return (item && itemTitle(item)?.text) ?? null
}

function placeOf(words: Words): string {
  return proofPlaceInWords(placeToGoTo(words))
}

function placeToGoTo({ place, placeInFile }: Words): ProofPlace {
  return { text: place, inFile: placeInFile ?? null }
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestWords ? `${line.slice(0, longestWords)}…` : line
}

/** The messages that are no checks. */
function messageProofs(report: Report, source: Source | undefined, context?: Context): Proof[] {
  return report.file.messages
    .filter(({ ruleId }) => ruleId !== 'check-differs' && ruleId !== 'check-missing')
    .map((message): Proof => {
      const item = context && message.line !== undefined ? itemAt(context, message.line) : undefined
      const at = placeOfMessage(report, message)
      return {
        kind: message.fatal || ofUnread.test(message.ruleId as RuleId) ? 'unread' : 'noted',
        itemNo: item?.no ?? null,
        itemCode: item?.code ?? null,
        itemTitle: titleOf(item),
        fiscalYear: null,
        place: at && proofPlaceInWords(at),
        at,
        words: source ? wordsAt(source, message.place) : null,
        message: message.reason,
        published: null,
        computed: null,
        against: null,
        numbers: [],
      }
    })
}

function placeOfMessage(report: Report, message: Report['file']['messages'][number]): ProofPlace | null {
  const inFile = report.drawnPlaceOf(message) ?? null
  const { place } = message
  const start = place && ('start' in place ? place.start : place)
  const text = start ? { start, end: place && 'start' in place ? place.end : start } : null
  return text || inFile ? { text, inFile } : null
}

/** The item that a line of the document belongs to. */
function itemAt({ document, items }: Context, line: number): Item | undefined {
  const section = document.lineParts[line - 1]?.section
  return section && items.find((item) => item.section === section)
}

type MessagePlace = Report['file']['messages'][number]['place']

/** The words that a message is about, without markup; null where it names a point. */
function wordsAt(source: Source, place: MessagePlace): string | null {
  if (!place || !('start' in place)) return null
  const { start, end } = place
  const lines = source.rawLines.slice(start.line - 1, end.line)
  const texts = lines.map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === lines.length - 1 ? end.column - 1 : undefined))
  return inOneLine(texts.join(' '))
}
