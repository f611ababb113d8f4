import { calendarOperations } from './calendars.js'
import { certificateOperations } from './certificates.js'
import { consultationOperations } from './consultations.js'
import { contactFaultOperations } from './contact-faults.js'
import { evidenceOperations } from './evidence.js'
import { bulkOperations } from './findings/bulk.js'
import { checkingOperations } from './findings/checking.js'
import { commandOperations, findingOperations } from './findings/operations.js'
import { triageOperations } from './hit-triage.js'
import { hitOperations } from './hits.js'
import { letterOperations } from './letters.js'
import { jobOperations } from './long-jobs.js'
import { meOperations } from './me.js'
import { draftOperations } from './notices/draft-operations.js'
import { matchingOperations } from './notices/matching.js'
import { noticeOperations } from './notices/operations.js'
import type { Operation } from './operation.js'
import { oversightOperations } from './oversight.js'
import { policyOperations } from './policies.js'
import { previewOperations } from './previews.js'
import { aliasOperations } from './register/aliases.js'
import { assetOperations } from './register/assets.js'
import { erasingOperations } from './register/erasing.js'
import { handoverOperations } from './register/handover.js'
import { indicatorOperations } from './register/indicators.js'
import { registerListOperations } from './register/list-operations.js'
import { loginOperations } from './register/logins.js'
import { membershipOperations } from './register/memberships.js'
import { personOperations } from './register/people.js'
import { successionOperations } from './register/succession.js'
import { unitNameOperations } from './register/unit-names.js'
import { unitOperations } from './register/units.js'
import { requestCommandOperations, requestOperations } from './requests.js'
import { retentionOperations } from './retention.js'
import { retestOperations } from './retests.js'
import { securityEventOperations } from './security-events.js'
import { serviceAccountOperations } from './service-accounts.js'
import { signedPaperOperations } from './signed-papers.js'
import { slipOperations } from './slips.js'
import { systemOperations } from './system.js'

const GROUPS: readonly Readonly<Record<string, Operation>>[] = [
  noticeOperations,
  draftOperations,
  matchingOperations,
  consultationOperations,
  letterOperations,
  findingOperations,
  commandOperations,
  bulkOperations,
  checkingOperations,
  certificateOperations,
  requestOperations,
  requestCommandOperations,
  slipOperations,
  evidenceOperations,
  hitOperations,
  triageOperations,
  retestOperations,
  signedPaperOperations,
  unitOperations,
  aliasOperations,
  unitNameOperations,
  successionOperations,
  personOperations,
  loginOperations,
  handoverOperations,
  erasingOperations,
  membershipOperations,
  serviceAccountOperations,
  securityEventOperations,
  retentionOperations,
  contactFaultOperations,
  assetOperations,
  registerListOperations,
  indicatorOperations,
  policyOperations,
  calendarOperations,
  previewOperations,
  oversightOperations,
  meOperations,
  jobOperations,
  systemOperations,
]

/** The one table of everything the interface offers, in the order of the documentation page. */
export const OPERATIONS: readonly Operation[] = GROUPS.flatMap((group) => Object.values(group))
