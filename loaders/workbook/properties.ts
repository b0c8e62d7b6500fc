import { getSelfClosingTagMarkup, sanitizeTextContent } from 'write-excel-file/utility'
import type { WorkbookFeature } from './feature.ts'

/** What a workbook says of itself: in Excel under 「ファイル、情報」, and in the list of a folder. */
export interface WorkbookProperties {
  title: string
  subject?: string | undefined
  /** who made the data, or the file */
  creator?: string | undefined
  description?: string | undefined
}

const part = 'docProps/core.xml'
const contentType = 'application/vnd.openxmlformats-package.core-properties+xml'
const relationshipType = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
const namespaces = ['xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"'].join(
  ' ',
)

/** Adds the properties of the document (Open Packaging Conventions, core properties); no day, so that the same data give the same bytes. */
export function propertiesFeature(properties: WorkbookProperties): WorkbookFeature {
  const { title, subject, creator, description } = properties
  const elements = Object.entries({ title, subject, creator, description }).flatMap(([name, value]) =>
    value === undefined ? [] : [`<dc:${name}>${sanitizeTextContent(value)}</dc:${name}>`],
  )
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${namespaces}>${elements.join('')}</cp:coreProperties>`
  return {
    files: {
      transform: {
        '[Content_Types].xml': { insert: () => getSelfClosingTagMarkup('Override', { PartName: `/${part}`, ContentType: contentType }) },
        '_rels/.rels': { insert: () => getSelfClosingTagMarkup('Relationship', { Id: 'rIdProperties', Type: relationshipType, Target: part }) },
      },
      write: { files: () => ({ [part]: xml }) },
    },
  }
}
