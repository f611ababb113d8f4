import { KEY_SCOPES, type KeyScope, PORTAL_SCOPES } from '../domain/service-account.js'

/**
 * What each scope of a key opens. An operation that stands in none of these lists is called with no key; a test holds
 * the table against all that a key could reach. No portal reads jobs: no key begins one for a unit's people, and theirs
 * may be of units that are not the portal's.
 */
const OPENS: Readonly<Record<KeyScope, readonly string[]>> = {
  read: [
    ...['listFindings', 'getFinding', 'listFindingEvents', 'listFindingRounds'],
    ...['getFindingDeadline', 'getFindingTimeLedger', 'getFindingCertificate'],
    ...['listNotices', 'getNotice', 'listSlices', 'getNoticeCertificate'],
    ...['downloadFindingCertificate', 'downloadNoticeCertificate'],
    ...['listConsultations', 'listLetters', 'getLetter', 'listRequests', 'getRequest'],
    ...['listSlips', 'getSlip', 'listContactFaults', 'listUnitNames', 'listIndicators'],
    ...['listUnits', 'getUnit', 'listPeople', 'getPerson', 'listMemberships', 'getMembership'],
    ...['listAssets', 'getAsset', 'getPreferences'],
  ],
  receive: ['acknowledge', 'acknowledgeSlice', 'acknowledgeSlip'],
  answer: [
    ...['delegate', 'contribute', 'reportTakedown', 'reportProgress', 'respond', 'recall'],
    ...['registerReport', 'comment', 'answerConsultation', 'checkAnswer'],
  ],
  request: ['requestExtension', 'dispute', 'requestTransfer', 'giveView', 'withdrawRequest'],
  // A letter is the unit's whole answer: what it says of each finding goes with it, disputes among that.
  letters: ['registerLetter'],
  files: ['uploadEvidence', 'downloadEvidence', 'getEvidenceMetadata'],
  preferences: ['changePreferences'],
  hits: ['importHits', 'listHitLines', 'getOperation'],
  retests: ['listRetests', 'claimRetest', 'reportRetest'],
}

/** Any of these lets a key call an operation; none lets it where there is none. Whom it acts for, a portal may always ask. */
export function scopesThatOpen(operationId: string): readonly KeyScope[] {
  if (operationId === 'getMe') return PORTAL_SCOPES
  return KEY_SCOPES.filter((scope) => OPENS[scope].includes(operationId))
}
