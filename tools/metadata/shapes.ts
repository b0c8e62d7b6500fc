/** What a property of a class must be: how often it stands at a node, and what its values are. */
interface Shape {
  path: string
  least?: number
  most?: number
  /** an address, or a node that may have none */
  kind?: 'IRI' | 'BlankNodeOrIRI' | 'Literal'
  class?: string
  datatype?: string
}

/** A text. */
function text(path: string, least = 0): Shape {
  return { path, least, kind: 'Literal' }
}

/**
 * What DCAT-AP 3 demands of the classes that a catalogue uses: the properties that must be there, and of those that may,
 * what they hold. Written anew from https://semiceu.github.io/DCAT-AP/releases/3.0.0/.
 */
const shapes: Readonly<Record<string, readonly Shape[]>> = {
  'dcat:Catalog': [
    text('dct:title', 1),
    text('dct:description', 1),
    { path: 'dct:publisher', least: 1, most: 1, class: 'foaf:Agent' },
    { path: 'dcat:dataset', least: 1, class: 'dcat:Dataset' },
    { path: 'dct:language', kind: 'IRI' },
    { path: 'foaf:homepage', most: 1, kind: 'IRI' },
  ],
  'dcat:Dataset': [
    text('dct:title', 1),
    text('dct:description', 1),
    { path: 'dcat:distribution', class: 'dcat:Distribution', kind: 'IRI' },
    { path: 'dct:publisher', most: 1, class: 'foaf:Agent' },
    { path: 'dcat:contactPoint', class: 'vcard:Organization' },
    { path: 'dct:spatial', class: 'dct:Location' },
    { path: 'dct:temporal', class: 'dct:PeriodOfTime' },
    { path: 'dct:accrualPeriodicity', most: 1, kind: 'IRI' },
    { path: 'dct:issued', most: 1, datatype: 'xsd:date' },
    { path: 'dct:modified', most: 1, datatype: 'xsd:date' },
    { path: 'dcat:landingPage', kind: 'IRI' },
    { path: 'dcat:theme', kind: 'BlankNodeOrIRI' },
    { path: 'dct:language', kind: 'IRI' },
    text('dcat:keyword'),
    text('dct:identifier'),
  ],
  'dcat:Distribution': [
    { path: 'dcat:accessURL', least: 1, kind: 'IRI' },
    { path: 'dcat:downloadURL', kind: 'IRI' },
    { path: 'dcat:byteSize', least: 1, most: 1, datatype: 'xsd:nonNegativeInteger' },
    { path: 'dcat:mediaType', least: 1, most: 1, kind: 'IRI' },
    { path: 'spdx:checksum', least: 1, most: 1, class: 'spdx:Checksum' },
    { path: 'dct:license', most: 1, kind: 'IRI' },
    text('dct:title', 1),
  ],
  'spdx:Checksum': [
    { path: 'spdx:algorithm', least: 1, most: 1, kind: 'IRI' },
    { path: 'spdx:checksumValue', least: 1, most: 1, datatype: 'xsd:hexBinary' },
  ],
  'dct:PeriodOfTime': [
    { path: 'dcat:startDate', least: 1, most: 1, datatype: 'xsd:date' },
    { path: 'dcat:endDate', least: 1, most: 1, datatype: 'xsd:date' },
  ],
  'foaf:Agent': [text('foaf:name', 1)],
  'vcard:Organization': [text('vcard:fn', 1), { path: 'vcard:hasEmail', kind: 'IRI' }, { path: 'vcard:hasURL', kind: 'IRI' }],
  'skos:Concept': [text('skos:prefLabel', 1)],
}

/** The shapes as SHACL in JSON-LD; `vocabularies` are the vocabularies by their prefixes. */
export function shaclShapes(vocabularies: Readonly<Record<string, string>>): object {
  return {
    '@context': { ...vocabularies, sh: 'http://www.w3.org/ns/shacl#' },
    '@graph': Object.entries(shapes).map(([target, properties]) => ({
      '@type': 'sh:NodeShape',
      'sh:targetClass': { '@id': target },
      'sh:property': properties.map(shaclProperty),
    })),
  }
}

function shaclProperty({ path, least, most, kind, class: type, datatype }: Shape): object {
  return {
    'sh:path': { '@id': path },
    ...(least && { 'sh:minCount': least }),
    ...(most && { 'sh:maxCount': most }),
    ...(kind && { 'sh:nodeKind': { '@id': `sh:${kind}` } }),
    ...(type && { 'sh:class': { '@id': type } }),
    ...(datatype && { 'sh:datatype': { '@id': datatype } }),
  }
}
