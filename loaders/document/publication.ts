/** How often the data of a plan are published anew. */
export const updateCycles = ['monthly', 'quarterly', 'semiannual', 'annual', 'biennial', 'triennial', 'irregular', 'never'] as const

export type UpdateCycle = (typeof updateCycles)[number]

/** Whom to ask: a name, and where they are reached; at least one of the three. */
export interface Contact {
  name: string | null
  mail: string | null
  address: string | null
}

const mailAddress = /^[\w.+-]{1,64}@(?:[A-Za-z\d-]{1,63}\.){1,9}[A-Za-z]{2,63}$/
const notInIri = /[{}|^`]/g

/**
 * An address of the web (http or https, without a name or password in it) as it may stand in RDF and in links: with what
 * is not ASCII percent-encoded. Undefined where a text is none.
 */
export function webAddress(text: string): string | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const { href, username, password } = new URL(text)
  return username + password === '' ? href.replace(notInIri, (character) => encodeURIComponent(character)) : undefined
}

/** Reads `name <mail or web address>`, or one of the two; undefined where what stands in the brackets is neither. */
export function readContact(text: string): Contact | undefined {
  const [, name = '', bracketed] = /^([^<>]*)(?:<([^<>]+)>)?$/.exec(text.trim()) ?? []
  const place = bracketed ?? name
  const reached = { mail: mailAddress.test(place) ? place : null, address: webAddress(place) ?? null }
  const isReached = reached.mail !== null || reached.address !== null
  if (place === '' || (bracketed !== undefined && !isReached)) return undefined
  return { name: bracketed === undefined && isReached ? null : name.trim() || null, ...reached }
}

/** Whether a text is a day that is in the calendar, as ISO 8601 writes it: 2023-03-31. */
export function isDay(text: string): boolean {
  if (!/^(?:19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
