import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Principal } from '../../commands/principal.js'
import { exportRegister } from '../../commands/register/export.js'
import { enterAssets } from '../../commands/register/import-assets.js'
import type { ImportFault } from '../../commands/register/import-report.js'
import type { AssetPlan } from '../../commands/register/plan-assets.js'
import type { Language } from '../../contracts/errors.js'
import { type FieldCode, fieldWords } from '../../contracts/field-errors.js'
import type { Operation } from '../../contracts/operation.js'
import { type CellFault, headingOf } from '../../contracts/register/judged-lines.js'
import {
  type assetReport,
  MOST_LISTED,
  registerListOperations as operations,
} from '../../contracts/register/list-operations.js'
import { ASSET_LIST } from '../../contracts/register/lists.js'
import { listAssets } from '../../db/asset.js'
import { listUnits } from '../../db/unit.js'
import { attachmentHeader } from '../../files/file-name.js'
import { type ListFault, listLines } from '../../tables/list.js'
import { csvPages } from '../../tables/write-csv.js'
import { success } from '../frame/answers.js'
import { bind, NO_QUERY } from '../frame/bind.js'
import { callerOf } from '../frame/caller.js'
import { routerPath } from '../frame/methods.js'
import { admission } from '../frame/policy.js'
import { ProblemError } from '../frame/problem-error.js'
import { assetTable, unitTable } from '../present/register-list.js'
import type { RouteDeps } from './room.js'

type Report = z.input<typeof assetReport>
type Told = Report['lines'][number]

/** Registers as lists: out as CSV, each time recorded, and the assets in again. */
export function registerListRoutes(app: FastifyInstance, { commands, line }: RouteDeps): void {
  asCsv(app, operations.exportUnits, '责任单位', async (principal) => {
    const nothing = () => Promise.resolve(null)
    const asked = { principal, register: 'unit', list: listUnits, beside: nothing } as const
    return unitTable((await exportRegister(commands, asked)).rows)
  })
  asCsv(app, operations.exportAssets, '站点账号', async (principal) => {
    const asked = { principal, register: 'asset', list: listAssets, beside: listUnits } as const
    const { rows, beside } = await exportRegister(commands, asked)
    return assetTable(rows, beside)
  })

  bind(app, line, operations.importAssets, ({ body, principal, key, audience: { language } }) => {
    const answer = (report: Report) => success(operations.importAssets, report)
    const list = listLines(body.csv, ASSET_LIST.columns, ASSET_LIST.required)
    if ('fault' in list) throw refusedFile(FILE_CODES[list.fault.kind], 1)
    if (list.lines.length > MOST_LISTED.lines) throw refusedFile('TOO_LONG', null)
    const judged = ASSET_LIST.judge(list)
    if ('faults' in judged) {
      return Promise.resolve(answer(refusedReport(judged.faults, language)))
    }
    return enterAssets(commands, { principal, key, rows: judged.rows }, (plan) =>
      answer(reportOf(plan, language)),
    )
  })
}

function asCsv(
  app: FastifyInstance,
  operation: Operation,
  name: string,
  tableFor: (principal: Principal) => Promise<string[][]>,
): void {
  app.route({
    method: operation.method,
    exposeHeadRoute: false,
    url: routerPath(operation.path),
    config: admission(operation),
    schema: { querystring: NO_QUERY },
    handler: async (request, reply) => {
      const table = await tableFor(callerOf(request).principal)
      return reply
        .header('content-disposition', attachmentHeader(`${name}.csv`))
        .header('content-security-policy', "sandbox; default-src 'none'")
        .type('text/csv; charset=utf-8')
        .send(Readable.from(csvPages(table)))
    },
  })
}

const FILE_CODES: Readonly<Record<ListFault['kind'], FieldCode>> = {
  empty: 'REQUIRED',
  no_table: 'MALFORMED',
  unknown: 'UNKNOWN_FIELD',
  twice: 'TAKEN',
  missing: 'REQUIRED',
}

function refusedFile(code: FieldCode, line: number | null): ProblemError {
  return new ProblemError('VALIDATION_FAILED', [{ in: 'body', pointer: '/csv', code, line }])
}

const CODES: Readonly<Record<ImportFault, FieldCode>> = {
  UNKNOWN: 'UNKNOWN_ID',
  AMBIGUOUS: 'AMBIGUOUS',
  TWICE: 'TAKEN',
  TAKEN: 'TAKEN',
  BELOW_ITSELF: 'OUT_OF_RANGE',
  UNIT_NEEDED: 'REQUIRED',
  NO_UNIT: 'OUT_OF_RANGE',
  DUTIES_APART: 'OUT_OF_RANGE',
  NO_SUCH_ASSET: 'UNKNOWN_ID',
  SEVERAL_ASSETS: 'AMBIGUOUS',
  OTHER_UNITS_ASSET: 'AMBIGUOUS',
  TOO_MANY_NAMES: 'TOO_LONG',
}

function reportOf({ added, changed, lines, problems }: AssetPlan, language: Language): Report {
  if (problems.length > 0) {
    const faults = problems.map(({ line, column: key, fault }) => ({
      ...{ line, key, code: CODES[fault] },
    }))
    return refusedReport(faults, language)
  }
  return {
    written: true,
    added: added.length,
    changed: changed.length,
    unchanged: lines.length - added.length - changed.length,
    lines: lines.map((line) => ({ ...line, faults: [] })),
  }
}

function refusedReport(faults: readonly CellFault[], language: Language): Report {
  const byLine = new Map<number, Told>()
  for (const { line, key, code } of faults) {
    const refused: Told = { line, result: 'refused', asset_id: null, faults: [] }
    const told = byLine.get(line) ?? refused
    const column = headingOf(key, ASSET_LIST.columns)
    told.faults.push({ column, code, message: fieldWords(code, language) })
    byLine.set(line, told)
  }
  const nothing = { written: false, added: 0, changed: 0, unchanged: 0 }
  return { ...nothing, lines: [...byLine.values()] }
}
