import type { Temporal } from './connection.js'

/** Which store a Temporal server works on: the id of our namespace, made when the namespace was. */
export interface TemporalStore {
  namespace: string
  store_id: string
}

/** The store of the server that answers now. Rejects when none does, or when it does not know our namespace. */
export function storeOf(temporal: Temporal): Promise<TemporalStore> {
  return temporal.call(async ({ workflowService, options: { namespace } }) => {
    const { namespaceInfo } = await workflowService.describeNamespace({ namespace })
    const store_id = namespaceInfo?.id
    if (!store_id) throw new Error(`the namespace ${namespace} has no id`)
    return { namespace, store_id }
  })
}
