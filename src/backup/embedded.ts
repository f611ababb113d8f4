import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withClient } from '../local/postgres-client.js'
import type { UrlOf } from '../local/postgres-database.js'
import { copyFolder, copyOne } from './copy.js'
import { copyWal } from './wal.js'

/** What the running server keeps for itself, and what it makes anew when it starts. */
const OWN = /^(postmaster\.(pid|opts)|pg_internal\.init|backup_label|tablespace_map)$/
const CONTENTS =
  /^(pg_wal|pg_dynshmem|pg_notify|pg_replslot|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./

/** The folder of a backup in which the cluster is, and where its data and its superuser's password are in it. */
export const CLUSTER = 'postgres'

/**
 * Copies the embedded cluster while it works: its files between `pg_backup_start` and `pg_backup_stop`, then the log
 * written meanwhile. A replication slot of this session's own keeps that log from being thrown away. What was committed when it
 * resolves is in the copy.
 */
export async function copyCluster(
  urlOf: UrlOf,
  source: string,
  target: string,
): Promise<{ files: number; bytes: number }> {
  const [from, to] = [join(source, 'data'), join(target, CLUSTER, 'data')]
  await mkdir(join(target, CLUSTER), { recursive: true, mode: 0o700 })
  const config = { connectionString: urlOf('postgres'), application_name: 'backup' }
  return withClient(config, async (client) => {
    await client.query(`select pg_create_physical_replication_slot('${SLOT}', true, true)`)
    await client.query(`select pg_backup_start('zhenggai', true)`)
    const copied = await copyFolder(
      from,
      to,
      (path) => OWN.test(baseOf(path)) || CONTENTS.test(path),
    )
    const { rows } = await client.query<{ label: string; stop: string }>(
      `select labelfile as label, pg_walfile_name(lsn) as stop from pg_backup_stop(false)`,
    )
    const { label = '', stop = '' } = rows[0] ?? {}
    await writeFile(join(to, 'backup_label'), label, { flush: true })
    const log = await copyWal(from, to, startOf(label), stop)
    await copyOne(join(source, 'password'), join(target, CLUSTER, 'password'))
    return { files: copied.files + log.files, bytes: copied.bytes + log.bytes }
  })
}

const SLOT = 'zhenggai_backup'

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `START WAL LOCATION: 0/2000028 (file 000000010000000000000002)`. */
function startOf(label: string): string {
  const [, file] = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(label) ?? []
  if (!file) throw new Error('the backup label names no log file')
  return file
}
