import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common'
import type { Temporal } from './connection.js'

/** By these an operator finds workflows in bulk; no screen is ever served from them. */
const KEYS = {
  office: defineSearchAttributeKey('OfficeId', 'KEYWORD'),
  notice: defineSearchAttributeKey('NoticeId', 'KEYWORD'),
  unit: defineSearchAttributeKey('UnitId', 'KEYWORD'),
  kind: defineSearchAttributeKey('FindingKind', 'KEYWORD'),
}
type Name = keyof typeof KEYS
const KEYWORD = 2

/** The pairs a start carries; what is null is left out. */
export function searchAttributes(
  values: Partial<Record<Name, string | null>>,
): SearchAttributePair[] {
  const names = Object.keys(KEYS) as Name[]
  return names.flatMap((name) => {
    const value = values[name]
    return value ? [{ key: KEYS[name], value }] : []
  })
}

/** Registers what a server does not know yet: one that was started without our flags refuses every start. */
export async function ensureSearchAttributes(temporal: Temporal, namespace: string): Promise<void> {
  await temporal.call(async ({ connection }) => {
    const { operatorService } = connection
    const { customAttributes } = await operatorService.listSearchAttributes({ namespace })
    const missing = Object.values(KEYS).filter(({ name }) => !(name in customAttributes))
    if (missing.length === 0) return
    await operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(({ name }) => [name, KEYWORD])),
    })
  })
}
