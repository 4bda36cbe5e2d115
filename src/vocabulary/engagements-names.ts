import type * as codes from './engagements.ts';
import type { NamesOf } from './names-of.ts';

export const engagementNames: NamesOf<typeof codes> = {
  engagementStages: {
    introduced: { zh: '已引荐', en: 'Introduced' },
    meeting: { zh: '会谈', en: 'Meeting' },
    evaluating: { zh: '评估', en: 'Evaluating' },
    negotiating: { zh: '商务谈判', en: 'Negotiating' },
    agreed: { zh: '达成一致', en: 'Agreed' },
    delivering: { zh: '履约中', en: 'Delivering' },
    completed: { zh: '已完成', en: 'Completed' },
    ended: { zh: '已终止', en: 'Ended' },
  },
  engagementSides: {
    enterprise: { zh: '企业方', en: 'Enterprise' },
    institute: { zh: '院所方', en: 'Institute' },
    broker: { zh: '经纪人', en: 'Broker' },
    other: { zh: '其他方', en: 'Other' },
  },
  outcomeKinds: {
    months_saved: { zh: '提前月数', en: 'Months saved' },
    cost_saved_fen: { zh: '节约成本', en: 'Cost saved' },
    revenue_fen: { zh: '新增收入', en: 'Revenue' },
    other: { zh: '其他', en: 'Other' },
  },
  contactKinds: {
    call: { zh: '电话', en: 'Call' },
    mail: { zh: '邮件', en: 'Mail' },
    message: { zh: '短信或微信', en: 'Message' },
    other: { zh: '其他', en: 'Other' },
  },
  audiences: {
    all: { zh: '对接各方', en: 'All on the engagement' },
    brokers: { zh: '仅经纪人与科技局', en: 'Brokers and bureau only' },
  },
  timelineKinds: {
    created: { zh: '建立对接', en: 'Introduced' },
    stage: { zh: '阶段变更', en: 'Stage changed' },
    meeting: { zh: '会谈', en: 'Meeting' },
    contact: { zh: '联系', en: 'Contact' },
    step_done: { zh: '下一步完成', en: 'Next step done' },
    visits_planned: { zh: '安排回访', en: 'Visits planned' },
    visit_report: { zh: '回访报告', en: 'Visit report' },
    outcome: { zh: '成效', en: 'Outcome' },
    nda: { zh: '保密协议', en: 'NDA' },
    files: { zh: '附件', en: 'Files' },
    shares: { zh: '分成', en: 'Shares' },
    lead: { zh: '主办经纪人变更', en: 'Lead changed' },
    agreement: { zh: '签订合同', en: 'Agreement signed' },
  },
  visitSources: {
    person: { zh: '人工安排', en: 'Planned by a person' },
    agreement: { zh: '签约后自动安排', en: 'Planned by the signing' },
  },
};
