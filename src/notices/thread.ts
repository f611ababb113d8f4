import { parentPort } from 'node:worker_threads'
import { draftOf, type PaperDraft } from './draft.js'
import { PaperError, plainLine } from './paper.js'
import { loadPdfLibrary } from './pdf/pdf.js'
import { readPaper, type WholePaper } from './read-paper.js'
import type { Said, Task } from './task.js'

/** A thread that reads papers, one at a time; whoever started it ends it when one takes too long. */
const port = parentPort
if (!port) throw new Error('runs as a thread')
const say = (said: Said) => port.postMessage(said)

port.on('message', (task: Task) => void read(task))

async function read(task: Task): Promise<void> {
  try {
    if ('bytes' in task && isPdf(task.bytes)) await loadPdfLibrary()
    say({ said: 'read', draft: await draft(task) })
  } catch (error) {
    // Whatever else a hostile file brings about is that file's fault.
    say({ said: 'unread', code: error instanceof PaperError ? error.code : 'FILE_DAMAGED' })
  }
}

async function draft(task: Task): Promise<PaperDraft> {
  const paper = 'bytes' in task ? await text(task) : textPaper(task.text)
  say({ said: 'begins', with: 'reading_ms' })
  return draftOf(paper)
}

function text({ bytes, name }: Extract<Task, { bytes: Uint8Array }>): Promise<WholePaper> {
  say({ said: 'begins', with: 'file_ms' })
  return readPaper(bytes, name)
}

function textPaper(given: string): WholePaper {
  return { kind: 'text', lines: [plainLine(given)], notes: [] }
}

function isPdf([one, two, three, four]: Uint8Array): boolean {
  return one === 0x25 && two === 0x50 && three === 0x44 && four === 0x46
}
