/**
 * A worker of a code that the page holds as text: a page that was opened as a file may load scripts, and nothing else. It is made of a
 * blob, so that the policy of the page holds in it.
 */
export function textWorker(code: string): Worker {
  const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(address)
  URL.revokeObjectURL(address)
  return worker
}

/** What is said where a worker ends without a word. */
export const workerEnded = 'ワーカーが止まった (メモリが足りないことがある)'
