const text = { type: 'string', minLength: 1 } as const
const address = { type: 'string', format: 'uri', pattern: '^https?://' } as const
/** A path within the package: not absolute, and not out of it. */
const path = { type: 'string', pattern: String.raw`^(?!/)(?!.*(?:^|/)\.\.(?:/|$))(?!\w+:)[^~].*$` } as const
const hash = { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } as const
const names = { type: 'array', items: text, minItems: 1, uniqueItems: true } as const

const field = {
  type: 'object',
  required: ['name', 'type', 'title', 'description'],
  properties: {
    name: text,
    type: { enum: ['string', 'integer', 'number', 'boolean', 'date', 'list'] },
    title: text,
    description: text,
    missingValues: { type: 'array', items: { type: 'string' } },
    constraints: {
      type: 'object',
      properties: { required: { type: 'boolean' }, enum: { type: 'array', minItems: 1, uniqueItems: true }, minimum: { type: 'number' } },
      additionalProperties: false,
    },
  },
  if: { properties: { type: { const: 'list' } } },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: { required: ['delimiter', 'itemType'], properties: { delimiter: text, itemType: { enum: ['string', 'integer'] } } },
} as const

const tableSchema = {
  type: 'object',
  required: ['$schema', 'fields'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: { type: 'array', items: field, minItems: 1 },
    missingValues: { type: 'array', items: { type: 'string' } },
    primaryKey: names,
    uniqueKeys: { type: 'array', items: names, minItems: 1 },
    foreignKeys: {
      type: 'array',
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: names,
          reference: { type: 'object', required: ['resource', 'fields'], properties: { resource: text, fields: names } },
        },
      },
    },
  },
  additionalProperties: false,
} as const

/** What a Data Package of version 2 with tables as CSV must be, after https://datapackage.org/standard/data-package/. */
export const dataPackageSchema = {
  type: 'object',
  required: ['$schema', 'name', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: text,
    description: text,
    homepage: address,
    keywords: names,
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path: address },
      },
    },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: { title: text, path: address, email: { type: 'string', format: 'email' }, roles: names },
      },
    },
    sources: {
      type: 'array',
      items: { type: 'object', required: ['title', 'hash'], properties: { title: text, path: address, hash } },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['$schema', 'name', 'path', 'type', 'schema', 'bytes', 'hash'],
        properties: {
          $schema: { const: 'https://datapackage.org/profiles/2.0/dataresource.json' },
          name: text,
          path,
          type: { const: 'table' },
          title: text,
          description: text,
          format: { const: 'csv' },
          mediatype: { const: 'text/csv' },
          encoding: { const: 'utf-8' },
          bytes: { type: 'integer', minimum: 0 },
          hash,
          schema: tableSchema,
        },
      },
    },
  },
} as const

/** Properties of other vocabularies, which CSVW allows everywhere by their prefixes. */
const common = { '^(?:dc|rdfs|schema):': {} } as const
const column = {
  type: 'object',
  required: ['name', 'titles', 'datatype'],
  properties: {
    name: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_]*$' },
    titles: names,
    datatype: {
      type: 'object',
      required: ['base'],
      properties: {
        base: { enum: ['string', 'int', 'long', 'double', 'boolean', 'date'] },
        format: text,
        minimum: { type: 'number' },
      },
      additionalProperties: false,
    },
    required: { type: 'boolean' },
    null: { type: 'array', items: { type: 'string' } },
    separator: text,
  },
  patternProperties: common,
  additionalProperties: false,
} as const

/** What a group of tables must be, after https://www.w3.org/TR/tabular-metadata/: no property that CSVW does not have. */
export const csvwSchema = {
  type: 'object',
  required: ['@context', 'tables'],
  properties: {
    '@context': {
      type: 'array',
      items: [{ const: 'http://www.w3.org/ns/csvw' }, { type: 'object', properties: { '@language': text, '@base': text }, additionalProperties: false }],
      minItems: 2,
      maxItems: 2,
    },
    dialect: {
      type: 'object',
      properties: {
        encoding: text,
        delimiter: text,
        quoteChar: text,
        doubleQuote: { type: 'boolean' },
        header: { type: 'boolean' },
        headerRowCount: { type: 'integer', minimum: 0 },
      },
      additionalProperties: false,
    },
    tables: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['url', 'tableSchema'],
        properties: {
          url: path,
          tableSchema: {
            type: 'object',
            required: ['columns'],
            properties: {
              columns: { type: 'array', items: column, minItems: 1 },
              primaryKey: names,
              foreignKeys: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['columnReference', 'reference'],
                  properties: {
                    columnReference: names,
                    reference: {
                      type: 'object',
                      required: ['resource', 'columnReference'],
                      properties: { resource: path, columnReference: names },
                      additionalProperties: false,
                    },
                  },
                  additionalProperties: false,
                },
              },
            },
            additionalProperties: false,
          },
        },
        patternProperties: common,
        additionalProperties: false,
      },
    },
  },
  patternProperties: common,
  additionalProperties: false,
} as const
