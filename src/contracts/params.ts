import { z } from 'zod'
import { MOST_LINES } from '../domain/notice/expansion.js'
import { id } from './fields.js'
import { integer } from './query.js'

export const byId = z.strictObject({ id })
export const byNoticeAndUnit = z.strictObject({ id, unit_id: id })
export const byNoticeAndNumber = z.strictObject({ id, number: integer(1, MOST_LINES) })
