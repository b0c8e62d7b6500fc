import { webAddress } from '../document/publication.ts'
import { OutputError } from './refusal.ts'

/**
 * Where the site will be published, as `REFORM_SITE` says it, with a slash at its end; undefined where it says nothing.
 * Throws an `OutputError` where it is no address of a folder on the web.
 */
export function siteAddress(): string | undefined {
  const said = process.env.REFORM_SITE ?? ''
  if (said === '') return undefined
  const address = webAddress(said)
  if (address === undefined || /[?#]/.test(address))
    throw new OutputError(`REFORM_SITE は http:// か https:// で始まる、サイトを置くフォルダのアドレスにする: ${said}`)
  return address.endsWith('/') ? address : `${address}/`
}
