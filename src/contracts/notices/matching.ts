import { z } from 'zod'
import { LIKENESSES } from '../../domain/matching/likeness.js'
import { id, line } from '../fields.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { OFFICE } from './operations.js'

/** What a large notice names; each name once. */
const MOST = 1_000
const name = line(200)

export const namesInNotice = named(
  'NamesInNotice',
  z.strictObject({
    units: z.array(name).max(MOST),
    assets: z
      .array(
        z.strictObject({
          name,
          /** As the notice names it; null where it names none. */
          unit: name.nullable(),
          platform: line(100).nullable(),
        }),
      )
      .max(MOST),
  }),
)

/** An entry of the register that may be meant; a person decides. */
const proposal = z.strictObject({
  id,
  name: z.string(),
  score: z.number().positive().max(1),
  because: z.enum(LIKENESSES),
})

const match = <F extends readonly [string, ...string[]]>(found: F) => ({
  name: z.string(),
  found: z.enum(found),
  id: id.nullable(),
  proposals: z.array(proposal),
})

export const namesInRegister = named(
  'NamesInRegister',
  z.strictObject({
    units: z.array(z.strictObject(match(['name', 'alias', 'none']))),
    assets: z.array(z.strictObject(match(['name', 'alias', 'url', 'none']))),
  }),
)

export const matchingOperations = {
  matchNames: operation({
    id: 'matchNames',
    method: 'POST',
    path: '/v1/notices/match',
    tag: '通报',
    summary: '通报中的单位、网站、账号名称与名录比对；不能确定的只列出建议，由人决定',
    policy: OFFICE,
    body: namesInNotice,
    status: 200,
    response: namesInRegister,
    errors: [],
  }),
} as const
