import { Client, Connection } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'

export interface TemporalAddress {
  /** host:port */
  address: string
  namespace: string
}

/** With the default back-off a minute's outage is followed by half a minute of silence. */
const CHANNEL_ARGS = {
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
}
const DEADLINE = 5_000

/** The one way to ask the Temporal server something. */
export interface Temporal {
  /** Makes calls that end within the deadline (milliseconds), whatever the server does. Rejects as the SDK does. */
  call<T>(work: (client: Client) => Promise<T>, deadline?: number): Promise<T>
  close(): Promise<void>
}

/** A client that connects on its first call, and again by itself whenever the server comes back. */
export function openTemporal({ address, namespace }: TemporalAddress): Temporal {
  const connection = Connection.lazy({
    address,
    channelArgs: CHANNEL_ARGS,
    connectTimeout: DEADLINE,
  })
  const client = new Client({ connection, namespace })
  return {
    call: (work, deadline = DEADLINE) =>
      connection.withDeadline(Date.now() + deadline, () => work(client)),
    close: () => connection.close(),
  }
}

/** The worker's own connection. Rejects when nobody answers at the address. */
export function connectWorker({ address }: TemporalAddress): Promise<NativeConnection> {
  return NativeConnection.connect({ address })
}
