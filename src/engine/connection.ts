import { Client, Connection, type TLSConfig } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'

export interface TemporalAddress {
  /** host:port */
  address: string
  namespace: string
  /** PEM texts; null speaks in the clear. */
  tls?: TemporalTls | null
}

/** Whose certificates are believed (null: those the system believes), and what shows that it is we. */
export interface TemporalTls {
  readonly ca: string | null
  readonly own: { readonly cert: string; readonly key: string } | null
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
export function openTemporal({ address, namespace, tls = null }: TemporalAddress): Temporal {
  const connection = Connection.lazy({
    address,
    tls: tlsOf(tls),
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
export function connectWorker({ address, tls = null }: TemporalAddress): Promise<NativeConnection> {
  return NativeConnection.connect({ address, tls: tlsOf(tls) })
}

function tlsOf(tls: TemporalTls | null): TLSConfig | null {
  if (tls === null) return null
  const { ca, own } = tls
  return {
    ...(ca === null ? {} : { serverRootCACertificate: Buffer.from(ca) }),
    ...(own === null
      ? {}
      : { clientCertPair: { crt: Buffer.from(own.cert), key: Buffer.from(own.key) } }),
  }
}
