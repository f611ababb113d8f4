import type { Operation } from '../../src/contracts/operation.js'

/** An id that names nothing. */
export const NOBODY = '0190b3d0-0000-7000-8000-000000000000'

/** A body the contract takes, where an empty one is not enough. */
export function minimal({ id }: Operation): object {
  const bodies: Record<string, object> = {
    draftNotice: { title: '通报', findings: [line] },
    editDraft: { edit: { kind: 'dispatch', numbers: [1] } },
    expandFinding: { unit_ids: [NOBODY] },
    enterSignedPaper: { signer_id: NOBODY, signed_on: '2022-09-05' },
    createUnit: { name: '单位' },
    createPerson: { name: '某人' },
    createMembership: { person_id: NOBODY, role: 'admin' },
    changeMembership: { until_on: null },
    createServiceAccount: {
      ...{ kind: 'portal', unit_id: NOBODY, name: '门户', scopes: ['read'] },
      expires_in_days: 30,
    },
    rotateApiKey: { expires_in_days: 30 },
    createAsset: { unit_id: NOBODY, medium: 'website', name: '门户' },
    importAssets: { csv: '单位,类型,名称' },
    changePolicy: { policy: {}, reason: '另有规定' },
    changeRetention: { days: {}, reason: '另有规定' },
    createCalendar: {
      ...{ source: '通知', reason: '停电检修' },
      days: [{ date: '2022-12-05', kind: 'holiday', name: '停电' }],
    },
    applyCalendar: { reason: '停电检修' },
    changePreferences: { courtesy_mail: false },
    registerLetter: {
      ...{ notice_id: NOBODY, unit_id: NOBODY, number: '1号', signed_on: '2022-09-05' },
      items: [{ finding_id: NOBODY, revision: 0, result: 'fixed' }],
    },
    bulkFindings: { command: 'comment', findings: [{ id: NOBODY, revision: 0 }] },
    answerConsultation: { answer: 'confirmed' },
    registerConsultationAnswer: {
      ...{ answer: 'confirmed', whom: '某人', how: 'paper', said_at: '2022-09-05T00:00:00Z' },
    },
    importHits: { hits: [hit] },
    dismissHit: { reason: '误报' },
    takeUpHits: { hits: [NOBODY] },
    dismissHits: { hits: [NOBODY], reason: '误报' },
    reportRetest: { claim: 1, result: 'pass', seen: '已更新' },
    cancelRetest: { reason: '不需要了' },
    reportBounce: { message: 'hello' },
    clearContactFault: { reason: '已核实' },
    preview: { calendar_version: NOBODY },
    rereadNotice: { text: '通报' },
    readNotice: { text: '通报' },
    learnAlias: { alias: '商务口' },
    matchNames: { units: ['商务局'], assets: [] },
    handOverFindings: { to_person_id: NOBODY },
    advanceRehearsal: { days: 1 },
  }
  return bodies[id] ?? {}
}

/** A hit that says as little as it may. */
const hit = {
  id: '1',
  account: '政务号',
  captured_at: '2022-09-05T00:00:00Z',
  observation: '超过14天未更新',
  gone: false,
}

/** A line of a draft that says as little as it may. */
export const line = {
  unit_id: null,
  indicator_id: null,
  severity: 'deduction',
  severity_confirmed: false,
  category: '其他',
  medium: 'unknown',
}
