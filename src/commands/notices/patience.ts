/** Milliseconds for a command on a whole notice: ten thousand findings are read and written in one transaction. */
export const PATIENCE = 60_000
