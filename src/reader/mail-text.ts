import { type ProofKind, proofKinds } from '../../loaders/proof.ts'
import { countsInWords, itemName, planName } from './list-view.ts'
import type { DocumentReading, Reading } from './reading.ts'

/** The list as words to be pasted into a mail. */
export function mailText({ documents }: Reading): string {
  return documents.map(ofDocument).join('\n\n')
}

function ofDocument(document: DocumentReading): string {
  const { path, plan, errors, proofs } = document
  if (!plan) return [`■ ${path} を読み取れなかった`, ...errors].join('\n')
  const parts = (Object.keys(proofKinds) as ProofKind[]).map((kind) => ofKind(document, kind)).filter((part) => part !== '')
  return [`■ ${planName(document)} (${path})`, countsInWords(proofs), ...parts].join('\n')
}

function ofKind({ proofs }: DocumentReading, kind: ProofKind): string {
  const ofOne = proofs.filter((proof) => proof.kind === kind)
  const lines = ofOne.flatMap((proof, index) => {
    const { place, message, against } = proof
    const where = [itemName(proof), place].filter(Boolean).join('、')
    return [`${index + 1}. ${where}`, `   ${message}`, ...(against === null ? [] : [`   再計算に使った数字: ${against}`])]
  })
  return lines.length === 0 ? '' : ['', `【${proofKinds[kind]}】`, ...lines].join('\n')
}
