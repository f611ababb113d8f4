import { z } from 'zod'
import { count, id, instant, localDate } from '../fields.js'
import { named } from '../named.js'

/** One unit's part of a notice: when it was served, and who signed for it. */
export const slice = named(
  'Slice',
  z.strictObject({
    notice_id: id,
    unit_id: id,
    unit_name: z.string(),
    findings: count,
    served_at: instant,
    service_date: localDate,
    received_at: instant.nullable(),
    received_by: id.nullable(),
    /** The portal through which that was; null where they came themselves. */
    service_account_id: id.nullable(),
    receipt_deemed: z.boolean(),
    proved_at: instant.nullable(),
    proof: z.enum(['mail', 'opened', 'contact']).nullable(),
    /** What signing for it sends as If-Match. */
    etag: z.string(),
  }),
)

/** Signing for a slice says nothing more than that. */
export const sliceAcknowledge = named('SliceAcknowledge', z.strictObject({}))

/** What signing for a slice did: its findings still waiting for receipt are received with it. */
export const sliceReceipt = named(
  'SliceReceipt',
  z.strictObject({
    notice_id: id,
    unit_id: id,
    received_at: instant.nullable(),
    received_by: id.nullable(),
    /** The portal through which that was; null where they came themselves. */
    service_account_id: id.nullable(),
    acknowledged: z.array(id),
  }),
)
