import { elements, readTree } from './xml.ts'
import type { Zip } from './zip.ts'

/** The part that a zip file is about, by its relationships; undefined where it names none. */
export function mainPart(zip: Zip): string | undefined {
  return relationshipsOf(zip, '').find(({ type }) => type.endsWith('/officeDocument'))?.target
}

/** What a part is related to: the id by which it names the other, the kind, and the other's name in the zip. */
export interface Relationship {
  id: string
  type: string
  target: string
}

/** The relationships of a part, of the whole file where the part is ''. */
export function relationshipsOf(zip: Zip, part: string): Relationship[] {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const bytes = zip.part(`${folder}_rels/${part.slice(slash + 1)}.rels`)
  if (!bytes) return []
  return elements(readTree(bytes, 'Relationships'), 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({ id: Id, type: Type, target: resolved(folder, Target) }))
}

/** A path from a folder of the zip, or from its root where it begins with a slash. */
function resolved(folder: string, target: string): string {
  try {
    return decodeURIComponent(new URL(target, `zip:///${folder}`).pathname.slice(1))
  } catch {
    return ''
  }
}
