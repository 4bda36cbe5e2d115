import type { NamesOf } from './names-of.ts';
import type * as codes from './reports.ts';

export const reportNames: NamesOf<typeof codes> = {
  measures: {
    brokered: { zh: '经纪促成', en: 'Brokered' },
    registered: { zh: '认定登记', en: 'Registered in the district' },
  },
  bases: {
    signed: { zh: '按签订', en: 'By signing' },
    registered: { zh: '按登记', en: 'By registration' },
    paid: { zh: '按到账', en: 'By payment' },
  },
  flows: {
    absorbed: { zh: '引进', en: 'Absorbed' },
    output: { zh: '输出', en: 'Output' },
    all: { zh: '全部', en: 'All' },
  },
  groupings: {
    field: { zh: '技术领域', en: 'Technology field' },
    type: { zh: '合同类型', en: 'Contract type' },
    formerType: { zh: '合同类型(旧口径)', en: 'Contract type, former statistics' },
    industry: { zh: '行业', en: 'Industry' },
    sellerKind: { zh: '卖方类别', en: 'Kind of seller' },
    buyerKind: { zh: '买方类别', en: 'Kind of buyer' },
    flow: { zh: '流向', en: 'Flow' },
    region: { zh: '地区', en: 'Region' },
    broker: { zh: '经纪人', en: 'Broker' },
    institute: { zh: '高校院所', en: 'Institute' },
    tier: { zh: '梯次', en: 'Tier' },
    month: { zh: '月份', en: 'Month' },
  },
  flowSides: {
    kind: { zh: '单位类别', en: 'Kind' },
    region: { zh: '地区', en: 'Region' },
  },
  funnelSteps: {
    posted: { zh: '已发布', en: 'Posted' },
    vetted: { zh: '已审核入库', en: 'Vetted' },
    matched: { zh: '有可谈匹配', en: 'Matched' },
    accepted: { zh: '经纪人已接单', en: 'Broker accepted' },
    engaged: { zh: '已对接', en: 'Engaged' },
    met: { zh: '已会面', en: 'Met' },
    signed: { zh: '已签约', en: 'Agreement signed' },
    registered: { zh: '已登记', en: 'Registered' },
  },
  proposalAnswers: {
    accepted: { zh: '已接受', en: 'Accepted' },
    declined: { zh: '已婉拒', en: 'Declined' },
    expired: { zh: '超时未答', en: 'Not answered in time' },
    waiting: { zh: '待答复', en: 'Waiting' },
    taken_back: { zh: '已收回', en: 'Taken back' },
  },
  exclusionReasons: {
    revoked: { zh: '已撤销', en: 'Revoked' },
    deregistered: { zh: '已注销', en: 'Deregistered' },
    duplicate: { zh: '重复', en: 'Duplicate' },
    intermediary: { zh: '中介合同', en: "Broker's own contract" },
    not_registered: { zh: '未登记', en: 'Not registered' },
    not_paid: { zh: '未到账', en: 'Not paid' },
    no_engagement: { zh: '无对接记录', en: 'No engagement' },
    parties_differ: { zh: '合同双方与对接双方不符', en: "Parties are not the engagement's" },
    need_not_vetted: { zh: '需求未审核入库', en: 'Need not vetted' },
    need_vetted_after_signing: {
      zh: '需求在签约后才审核入库',
      en: 'Need vetted after the signing',
    },
    not_confirmed: { zh: '双方未都确认', en: 'Not confirmed by both parties' },
  },
  adjustmentReasons: {
    arrived: { zh: '补报', en: 'Arrived late' },
    changed: { zh: '变更', en: 'Changed' },
    left: { zh: '移出', en: 'No longer in the period' },
  },
};
