import { type FileHandle, open } from 'node:fs/promises'

/** A command as it was about to be sent: the same with every attempt. */
export interface Sent {
  id: string
  person: string
  key: string
  method: string
  path: string
  if_match: string | null
  /** SHA-256 of the body as it goes over the wire. */
  body_hash: string
  /** Milliseconds since 1970. */
  at: number
}

/** One try at a command: to whom, and what came of it; `lost` where no answer came. */
export interface Attempt {
  api: string
  from: number
  until: number
  outcome: number | 'lost'
  /** A problem's code, or what the socket said. */
  code: string | null
}

/** What a command came to; `unknown` where nobody gave a definite answer while there was time. */
export interface Answered {
  id: string
  status: number | 'unknown'
  code: string | null
  attempts: readonly Attempt[]
  at: number
}

export interface Ledger {
  /** Resolves when the line is on the disk. */
  sent(line: Sent): Promise<void>
  answered(line: Answered): Promise<void>
  close(): Promise<void>
}

/** A file of JSON lines, each on the disk before anybody goes on; lines that come together share one wait for it. */
export async function openLedger(path: string): Promise<Ledger> {
  const file = await open(path, 'a')
  let waiting: { line: string; done: () => void; failed: (error: unknown) => void }[] = []
  let writing: Promise<void> | null = null

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await writeBatch(file, batch)
    }
    writing = null
  }
  const append = (kind: 'sent' | 'answered', line: object) =>
    new Promise<void>((done, failed) => {
      waiting.push({ line: `${JSON.stringify({ kind, ...line })}\n`, done, failed })
      writing ??= write()
    })
  return {
    sent: (line) => append('sent', line),
    answered: (line) => append('answered', line),
    async close() {
      await writing
      await file.close()
    },
  }
}

async function writeBatch(
  file: FileHandle,
  batch: readonly { line: string; done: () => void; failed: (error: unknown) => void }[],
): Promise<void> {
  try {
    await file.appendFile(batch.map(({ line }) => line).join(''))
    await file.datasync()
    for (const { done } of batch) done()
  } catch (error) {
    for (const { failed } of batch) failed(error)
  }
}

/** A ledger as it lies on the disk, commands in the order in which they were sent. */
export function readLedger(text: string): { sent: Sent; answered: Answered | null }[] {
  const commands = new Map<string, { sent: Sent; answered: Answered | null }>()
  for (const line of text.split('\n').filter(Boolean)) {
    const entry = JSON.parse(line) as ({ kind: 'sent' } & Sent) | ({ kind: 'answered' } & Answered)
    const known = commands.get(entry.id)
    if (entry.kind === 'sent') commands.set(entry.id, { sent: entry, answered: null })
    else if (known) known.answered = entry
  }
  return [...commands.values()]
}
