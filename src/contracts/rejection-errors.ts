import type { RejectionCode } from '../domain/vocabulary.js'
import { type ErrorEntry, entry } from './error-words.js'

/** Refusals by a rule of the machine. 409 where the state of things stands in the way, 422 where the request does. */
export const REJECTION_ERRORS: Readonly<Record<RejectionCode, ErrorEntry>> = {
  NOT_IN_THIS_STATE: entry(
    409,
    ['当前状态不能办理', '该问题现在的状态不能办理此项操作，请刷新后查看可以办理的操作。'],
    ['Not in this state', 'The finding is in a state from which this cannot be done.'],
  ),
  ROLE_NOT_ALLOWED: entry(
    403,
    ['没有办理权限', '您的角色不能办理此项操作。'],
    ['Role not allowed', 'None of your roles may do this.'],
  ),
  SAME_PERSON: entry(
    403,
    [
      '须由他人办理',
      '报送、初核、销号、申请、审批须由不同的人办理，您已参与此事，请交由他人办理。',
    ],
    ['Separation of duties', 'You took part in this; another person has to do it.'],
  ),
  LEADER_REQUIRED: entry(
    403,
    ['须由审签领导办理', '此事项须由审签领导办理，或者登记领导签批的纸质件后代为录入。'],
    ['Leader required', 'Only the leader may decide this, in person or by a signed paper.'],
  ),
  FIELD_REQUIRED: entry(
    422,
    ['缺少必填内容', '缺少必填内容，或所填内容不能用于此项操作，请按提示补充后重新提交。'],
    ['Field required', 'A field that this needs is missing or cannot be used here.'],
  ),
  EVIDENCE_REQUIRED: entry(
    422,
    [
      '缺少佐证材料',
      '请先上传佐证材料，并至少引用一件本单位已上传的材料；超出该问题材料限额的，视为未附。',
    ],
    [
      'Evidence required',
      'Name at least one stored file of this unit as evidence; beyond what one finding may take, none counts.',
    ],
  ),
  REPORT_REQUIRED: entry(
    422,
    ['缺少盖章反馈', '尚未收到责任单位盖章的书面反馈，请先登记盖章反馈，或书面免予反馈。'],
    ['Stamped report required', 'The unit’s stamped report has neither arrived nor been exempted.'],
  ),
  RETEST_REASON_REQUIRED: entry(
    422,
    ['须说明理由', '本轮最近一次复查没有通过，初核通过须写明理由。'],
    ['Reason required', 'The newest re-test of this round is no pass; give a written reason.'],
  ),
  REVIEW_BEGUN: entry(
    409,
    ['初核已开始', '办公室已开始初核，不能再撤回。'],
    ['Review has begun', 'The office has begun its review; the answer cannot be recalled.'],
  ),
  TOO_LATE_TO_ASK: entry(
    409,
    ['已超过申请期限', '已超过申请期限，不再受理。'],
    ['Too late to ask', 'The time in which this may be asked for has passed.'],
  ),
  LIMIT_REACHED: entry(
    409,
    ['已达申请次数上限', '本单位对该问题的此类申请已达次数上限，不再受理。'],
    ['Limit reached', 'The unit has asked for this as often as it may.'],
  ),
  REQUEST_PENDING: entry(
    409,
    ['已有申请待审批', '同类申请正在审批，请等待审批结果，或先撤回原申请。'],
    ['Request pending', 'A request of this kind is waiting for its decision.'],
  ),
  NO_SUCH_REQUEST: entry(
    409,
    ['没有待审批的申请', '该申请不存在，或者已经审批、撤回、失效。'],
    ['No such request', 'No such request is waiting: it was decided, withdrawn or lapsed.'],
  ),
  DUE_NOT_ALLOWED: entry(
    422,
    ['时限不符合规定', '所填时限不符合规定，请重新填写。'],
    ['Due not allowed', 'This due date is not allowed here.'],
  ),
  UNIT_REQUIRED: entry(
    422,
    ['缺少责任单位', '尚未确定责任单位。'],
    ['Unit required', 'No responsible unit has been named.'],
  ),
  UNIT_CLOSED: entry(
    409,
    ['责任单位已撤销', '该责任单位已撤销，请另行确定责任单位。'],
    ['Unit closed', 'The responsible unit no longer exists.'],
  ),
  NOTHING_TO_CHANGE: entry(
    409,
    ['没有变化', '所提交的内容与现有记录相同，没有需要更改的内容。'],
    ['Nothing to change', 'What was sent is what is already recorded.'],
  ),
  FUTURE_DATE: entry(
    422,
    ['日期不能晚于现在', '所填日期或时间晚于现在，请核对。'],
    ['Future date', 'A date or time lies in the future.'],
  ),
  UNKNOWN_INDICATOR: entry(
    422,
    ['没有该检查指标', '指标目录中没有此项指标；确无对应指标的请填 none。'],
    ['Unknown indicator', 'The catalogue has no such indicator; use none where nothing fits.'],
  ),
  SEVERITY_UNCONFIRMED: entry(
    422,
    ['严重程度未确认', '印发前须由人工确认严重程度。'],
    ['Severity unconfirmed', 'A person has to confirm the severity before issuing.'],
  ),
  OFFLINE_ONLY: entry(
    422,
    ['须线下办理', '该问题通过线下保密渠道处置，系统内不得填写文字、上传材料，只登记纸质件编号。'],
    ['Offline only', 'This finding is handled on paper; no texts or files are taken here.'],
  ),
  RETEST_TAKEN: entry(
    409,
    [
      '复测任务不在您手中',
      '该复测任务正由他人办理，或者领取期限已过并已由他人领取；请重新查询待领取的任务。',
    ],
    [
      'Re-test taken',
      'Another claim of this re-test runs, or came after yours; ask again what is open.',
    ],
  ),
  SUPERSEDED: entry(
    409,
    ['已失效', '所列问题均已反馈，该单据已失效，不能签发。'],
    ['Superseded', 'All findings it lists have been answered; it can no longer be issued.'],
  ),
}
