import type { FileHandle } from 'node:fs/promises'

/** A file that can be looked at anywhere, a piece at a time. */
export interface Bytes {
  size: number
  /** So many bytes from there, or fewer where it ends. */
  at(position: number, length: number): Promise<Buffer>
  /** All of it, in order; a piece is gone when the next is asked for. */
  all(): AsyncGenerator<Buffer>
}

const STEP = 1 << 18

/** An open file as bytes. */
export function bytesOf(handle: FileHandle, size: number): Bytes {
  async function at(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await handle.read(buffer, 0, length, position)
    return buffer.subarray(0, bytesRead)
  }
  async function* all() {
    const buffer = Buffer.allocUnsafe(STEP)
    for (let position = 0; ; ) {
      const { bytesRead } = await handle.read(buffer, 0, STEP, position)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      position += bytesRead
    }
  }
  return { size, at, all }
}
