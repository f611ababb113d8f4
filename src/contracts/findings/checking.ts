import { z } from 'zod'
import * as enums from '../enums.js'
import { id } from '../fields.js'
import { named } from '../named.js'
import { operation } from '../operation.js'
import { byId } from '../params.js'
import { commandBodies } from './commands.js'

/** What an answer would come to if it were sent now. */
export const answerCheck = named(
  'AnswerCheck',
  z.strictObject({
    finding_id: id,
    /** The revision it was held against. */
    revision: z.number().int(),
    /** False where it would be refused. */
    submittable: z.boolean(),
    recipe: z.strictObject({
      source: enums.recipeSource,
      /** The edition of the catalogue's recipes, or the version of the office's policy. */
      version: z.string(),
      /** What the answer's result has to prove, and how each proof stands. */
      steps: z.array(
        z.strictObject({ proof: enums.proof, wants: z.string(), standing: enums.standing }),
      ),
    }),
    gaps: z.array(
      z.strictObject({
        code: enums.gap,
        weight: enums.gapWeight,
        /** JSON Pointer into what was sent; null where it is about no field. */
        field: z.string().nullable(),
        message: z.string(),
      }),
    ),
  }),
)

export const checkingOperations = {
  checkAnswer: operation({
    id: 'checkAnswer',
    method: 'POST',
    path: '/v1/findings/{id}/check',
    tag: '问题办理',
    summary: '报送前自查：逐条列出尚缺的内容和材料；不作任何记录，可以反复调用',
    policy: ['unit.reporter', 'unit.signatory'],
    params: byId,
    body: commandBodies.respond,
    status: 200,
    response: answerCheck,
  }),
} as const
