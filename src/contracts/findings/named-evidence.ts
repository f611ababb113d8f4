import { z } from 'zod'
import { pictureMetadata } from '../enums.js'
import { id, localDate, sha256 } from '../fields.js'
import { named } from '../named.js'

/**
 * A file that a record names by its hash, with the id under which whoever judges it opens it. Where the file is not
 * the caller's to see, its hash alone is told.
 */
export const namedEvidence = named(
  'NamedEvidence',
  z.strictObject({
    sha256,
    id: id.nullable(),
    name: z.string().nullable(),
    type: z.string().nullable(),
    size: z.number().int().min(0).nullable(),
    captured_on: localDate.nullable(),
    metadata: z.array(pictureMetadata).nullable(),
  }),
)
