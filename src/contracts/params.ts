import { z } from 'zod'
import { id, sha256 } from './fields.js'

export const byId = z.strictObject({ id })
export const byNoticeAndUnit = z.strictObject({ id, unit_id: id })
export const byHash = z.strictObject({ sha256 })
