import { decoded } from '../format/address.ts'

/** Runs a classic script; rejects with its address where it cannot be loaded. */
export function loadScript(address: string): Promise<void> {
  const script = document.createElement('script')
  script.src = address
  return new Promise((resolve, reject) => {
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(decoded(address)))
    document.head.append(script)
  })
}
