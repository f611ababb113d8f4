import { bulkOperations as operations } from '../../src/contracts/findings/bulk.js'
import { findingOperations } from '../../src/contracts/findings/operations.js'
import { BULK_COMMANDS } from '../../src/domain/bulk.js'
import { mayKnock } from '../../src/domain/permissions.js'
import { does, type Ground } from './ground.js'

/** A command is sent to many findings, what became of each is read, and every other one that can be is tried. */
export async function sendToMany({ office, as }: Ground): Promise<void> {
  const handler = as(office.officer('office.handler'))
  const query = { unit: office.units[0] ?? '', limit: '2' }
  const listed = await does(handler, findingOperations.listFindings, { query })
  const findings = listed.body.items.map(({ id, revision }) => ({ id, revision }))
  const comment = { command: 'comment', fields: { text: '一并核实', audience: 'office' } }
  const told = await does(handler, operations.bulkFindings, { body: { ...comment, findings } })
  const params = { id: told.body.operation?.id ?? '' }
  await does(handler, operations.listBulkItems, { params })
  for (const command of BULK_COMMANDS) {
    const asked = mayKnock(command).includes('unit.signatory')
      ? office.member(0, 'unit.signatory')
      : office.officer('office.leader')
    const tried = { command, fields: {}, filter: {} }
    await does(as(asked), operations.bulkFindings, { query: { dry_run: true }, body: tried })
  }
}
