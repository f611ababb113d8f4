const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Aborts when somebody wants this process to stop: Ctrl-C, a signal, a closed terminal, or the
 * death of the bootstrap that started it. Saying it twice changes nothing.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  const abort = () => stop.abort()
  for (const signal of SIGNALS) process.on(signal, abort)
  if (process.channel) {
    process.on('disconnect', abort)
    // Listening would keep the process alive for the channel's sake.
    process.channel.unref()
  }
  return stop.signal
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
