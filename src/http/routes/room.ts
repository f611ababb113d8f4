import type { HttpDeps } from '../deps.js'
import type { Cursors } from '../frame/cursor.js'
import type { KeyLine } from '../frame/key-line.js'

/** What every group of routes is given. */
export type RouteDeps = HttpDeps & { line: KeyLine; cursors: Cursors }
