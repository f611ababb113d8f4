import { z } from 'zod'
import { id } from './fields.js'

export const byId = z.strictObject({ id })
export const byNoticeAndUnit = z.strictObject({ id, unit_id: id })
