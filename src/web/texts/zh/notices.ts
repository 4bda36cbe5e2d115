import type { NoticeWords } from '../../pages/account/notice-words.ts';

const why = (reason: string) => (reason ? `（${reason}）` : '');

/** One sentence for each line of the inbox: what happened, and what to do. */
export const zhNotices: NoticeWords = {
  'need.confirm_wanted': () => '经纪人或科技局代您发布了一条需求，请核对后确认。',
  'need.confirmed': () => '企业已确认您代发的需求。',
  'need.submitted': () => '有一条需求提交上来，请审核。',
  'need.vetted': (p) =>
    p.is('decision', 'accepted')
      ? '需求已通过审核入库，开始匹配并派经纪人。'
      : `需求未通过审核${why(p.word('decisionCodes', 'code'))}，请看说明后修改重发。`,
  'need.closed': (p) => `需求已关闭${why(p.word('closeCodes', 'code'))}。`,
  'need.expires_soon': (p) => `需求有效期至${p.day('expiresOn')}，还要找就请延长。`,
  'assignment.proposed': (p) => `请您承接一条需求，${p.day('due')}前答复。`,
  'assignment.accepted': () => '经纪人已接手您的需求，会尽快与您联系。',
  'assignment.taken_back': () => '一条派给您的需求已收回，无需再处理。',
  'assignment.contact_overdue': () => '首次联系已逾期，请尽快与企业联系并记录。',
  'assignment.escalated': (p) =>
    `有需求派不出去${why(p.word('escalationReasons', 'reason'))}，请指定经纪人。`,
  'engagement.created': () => '建立了一项新的对接。',
  'engagement.stage': (p) => `对接进入“${p.word('engagementStages', 'stage')}”阶段。`,
  'engagement.ended': (p) => `对接已终止${why(p.word('decisionCodes', 'code'))}。`,
  'engagement.meeting': (p) => `会谈：${p.instant('at')}。`,
  'engagement.next_step': (p) => `您有一项新的待办，${p.day('due')}前完成。`,
  'engagement.next_step_due': (p) =>
    p.over('due') ? `待办已逾期：${p.day('due')}到期。` : `待办即将到期：${p.day('due')}。`,
  'engagement.visits_planned': (p) => `安排了 ${p.count('count')} 次回访。`,
  'engagement.visit_due': (p) =>
    p.over('due') ? `回访已逾期：${p.day('due')}到期。` : `回访即将到期：${p.day('due')}。`,
  'engagement.meeting_held': (p) => `${p.instant('at')}的会谈已有记录。`,
  'engagement.step_done': () => '对接有一项下一步已完成。',
  'engagement.visit_reported': () => '回访已写好报告。',
  'engagement.outcome': (p) => `登记了新的成效：${p.word('outcomeKinds', 'outcome')}。`,
  'engagement.nda_waiting': () => '保密协议对方已签，等您签署。',
  'engagement.nda_signed': () => '保密协议双方已签署，约定的内容现在可以看了。',
  'engagement.files': (p) => `对接添加了 ${p.count('count')} 个附件。`,
  'engagement.lead': () => '对接的主办经纪人变了。',
  'engagement.agreement_signed': (p) =>
    p.has('signedAt') ? `对接已于${p.day('signedAt')}签约。` : '对接已签约。',
  'agreement.recorded': () => '录入了一份技术合同，请双方核对。',
  'agreement.signed': () => '技术合同已签订，请双方确认。',
  'agreement.confirmed': () => '合同的一方已确认。',
  'agreement.applied': () => '合同已申请认定登记。',
  'agreement.registered': () => '合同已认定登记。',
  'agreement.changed': () => '合同已办理变更登记。',
  'agreement.paid': () => '合同登记了一笔到账。',
  'agreement.deregistered': () => '合同登记已注销。',
  'agreement.revoked': () => '合同登记已撤销。',
  'agreement.duplicate_flagged': () => '一份合同疑似与另一份重复，请核对。',
  'agreement.duplicate_cleared': () => '一份合同已确认不与其他重复。',
  'import.done': (p) =>
    p.count('failed') > 0
      ? `${p.word('importKinds', 'kind')}导入完成：${p.count('done')} 行入库，${p.count('failed')} 行出错，请下载修改。`
      : `${p.word('importKinds', 'kind')}导入完成：${p.count('done')} 行全部入库。`,
  'import.failed': (p) => `${p.word('importKinds', 'kind')}导入失败，请查看原因。`,
  'import.needs_submitted': (p) => `批量导入了 ${p.count('done')} 条需求，请审核。`,
};
