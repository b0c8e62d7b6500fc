import { readContact, webAddress } from '../document/publication.ts'

/** The vocabularies of the description by their prefixes. */
export const vocabularies = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** What is described of a value; nothing where it is NULL. */
export function said<T>(value: T | null, describe: (value: T) => object): object {
  return value === null ? {} : describe(value)
}

/** Who publishes. */
export function agent(name: string): object {
  return { '@type': 'foaf:Agent', 'foaf:name': japanese(name) }
}

/** Whom to ask, as `readContact` reads it. */
export function contactPoint(text: string): object {
  const contact = readContact(text)
  return {
    '@type': 'vcard:Organization',
    'vcard:fn': japanese(contact?.name ?? text),
    ...(contact?.mail && { 'vcard:hasEmail': { '@id': `mailto:${contact.mail}` } }),
    ...(contact?.address && { 'vcard:hasURL': { '@id': contact.address } }),
  }
}

/** A theme: a concept by its address, or by its name. */
export function concept(theme: string): object {
  if (webAddress(theme) !== undefined) return { '@id': theme }
  return { '@type': 'skos:Concept', 'skos:prefLabel': japanese(theme) }
}

/** The sha256 of a file, 64 hexadecimal digits. */
export function checksum(sha256: string): object {
  return {
    '@type': 'spdx:Checksum',
    'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
    'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
  }
}

/** A day, ISO 8601 text. */
export function date(day: string): object {
  return { '@type': 'xsd:date', '@value': day }
}

/** A text in Japanese. */
export function japanese(text: string): object {
  return { '@language': 'ja', '@value': text }
}
