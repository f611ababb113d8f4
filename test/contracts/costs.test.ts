import t from 'tap'
import { COSTS, costOf, WEIGHED } from '../../src/contracts/costs.js'
import { evidenceOperations } from '../../src/contracts/evidence.js'
import { bulkOperations } from '../../src/contracts/findings/bulk.js'
import { commandOperations, findingOperations } from '../../src/contracts/findings/operations.js'
import { noticeOperations } from '../../src/contracts/notices/operations.js'
import type { Operation } from '../../src/contracts/operation.js'
import { OPERATIONS } from '../../src/contracts/operations.js'
import { DONE_AT_ONCE } from '../../src/domain/bulk.js'

t.test('S20 each operation has one cost, and what is weighed there is', async (t) => {
  t.same([...new Set(WEIGHED)], WEIGHED, 'none stands twice')
  const ids = OPERATIONS.map(({ id }) => id)
  t.same(
    WEIGHED.filter((id) => !ids.includes(id)),
    [],
  )
  t.equal(costOf(findingOperations.listFindings), 1)
  t.equal(costOf(commandOperations.respond), 5)
  t.equal(costOf(evidenceOperations.uploadEvidence), 20)
  t.equal(costOf(noticeOperations.readNotice), 50)
  t.equal(costOf(bulkOperations.bulkFindings), DONE_AT_ONCE, 'a read for each done at once')
})

t.test('S20 whatever takes or gives much costs more than a write', async (t) => {
  const large = ({ upload, file, download, ndjson, body_limit }: Operation) =>
    Boolean(upload || file || download || ndjson || body_limit)
  const found = OPERATIONS.filter(large)
  t.ok(found.length > 7, `${found.length} operations with files or long bodies`)
  t.same(
    found.filter((one) => costOf(one) <= COSTS.write).map(({ id }) => id),
    [],
  )
})
