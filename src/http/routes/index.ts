import type { FastifyInstance } from 'fastify'
import { aliasRoutes } from './aliases.js'
import { assetRoom } from './assets.js'
import { bulkRoutes } from './bulk.js'
import { calendarRoutes } from './calendars.js'
import { certificateRoutes } from './certificates.js'
import { checkingRoutes } from './checking.js'
import { consultationRoutes } from './consultations.js'
import { contactFaultRoutes } from './contact-faults.js'
import { draftEditRoutes } from './draft-edits.js'
import { erasingRoutes } from './erasing.js'
import { evidenceRoutes } from './evidence.js'
import { findingCommandRoutes } from './finding-commands.js'
import { findingRoutes } from './findings.js'
import { handoverRoutes } from './handover.js'
import { hitImportRoutes } from './hit-imports.js'
import { hitTriageRoutes } from './hit-triage.js'
import { hitRoutes } from './hits.js'
import { issuingRoutes } from './issuing.js'
import { jobRoutes } from './jobs.js'
import { letterRoutes } from './letters.js'
import { loginRoutes } from './logins.js'
import { matchingRoutes } from './matching.js'
import { membershipRoom } from './memberships.js'
import { noticeReadingRoutes } from './notice-reading.js'
import { noticeRoutes } from './notices.js'
import { oversightRoutes } from './oversight.js'
import { personRoom } from './people.js'
import { policyRoutes } from './policies.js'
import { preferenceRoutes } from './preferences.js'
import { registerListRoutes } from './register-lists.js'
import { registerRoutes } from './registers.js'
import { requestRoutes } from './requests.js'
import { retentionRoutes } from './retention.js'
import { retestRoutes } from './retests.js'
import type { RouteDeps } from './room.js'
import { securityEventRoutes } from './security-events.js'
import { serviceAccountRoutes } from './service-accounts.js'
import { signedPaperRoutes } from './signed-papers.js'
import { slipRoutes } from './slips.js'
import { successionRoutes } from './succession.js'
import { systemRoutes } from './system.js'
import { unitNameRoutes } from './unit-names.js'
import { unitRoom } from './units.js'

/** Every route there is, room by room; nothing is found by looking through folders. */
export async function addRoutes(app: FastifyInstance, deps: RouteDeps): Promise<void> {
  noticeRoutes(app, deps)
  draftEditRoutes(app, deps)
  matchingRoutes(app, deps)
  await noticeReadingRoutes(app, deps)
  consultationRoutes(app, deps)
  letterRoutes(app, deps)
  issuingRoutes(app, deps)
  findingRoutes(app, deps)
  findingCommandRoutes(app, deps)
  bulkRoutes(app, deps)
  checkingRoutes(app, deps)
  certificateRoutes(app, deps)
  requestRoutes(app, deps)
  slipRoutes(app, deps)
  await evidenceRoutes(app, deps)
  await hitImportRoutes(app, deps)
  hitRoutes(app, deps)
  hitTriageRoutes(app, deps)
  retestRoutes(app, deps)
  signedPaperRoutes(app, deps)
  registerRoutes(app, deps, unitRoom)
  unitNameRoutes(app, deps)
  aliasRoutes(app, deps)
  successionRoutes(app, deps)
  registerRoutes(app, deps, personRoom)
  loginRoutes(app, deps)
  handoverRoutes(app, deps)
  erasingRoutes(app, deps)
  registerRoutes(app, deps, membershipRoom)
  serviceAccountRoutes(app, deps)
  securityEventRoutes(app, deps)
  retentionRoutes(app, deps)
  contactFaultRoutes(app, deps)
  registerRoutes(app, deps, assetRoom)
  registerListRoutes(app, deps)
  policyRoutes(app, deps)
  calendarRoutes(app, deps)
  oversightRoutes(app, deps)
  preferenceRoutes(app, deps)
  jobRoutes(app, deps)
  systemRoutes(app, deps)
}
