import type * as codes from './agreements.ts';
import type { NamesOf } from './names-of.ts';

export const agreementNames: NamesOf<typeof codes> = {
  agreementTypes: {
    development_commissioned: { zh: '委托开发合同', en: 'Commissioned development agreement' },
    development_joint: { zh: '合作开发合同', en: 'Joint development agreement' },
    transfer: { zh: '技术转让合同', en: 'Transfer agreement' },
    license: { zh: '技术许可合同', en: 'Licence agreement' },
    consulting: { zh: '技术咨询合同', en: 'Consulting agreement' },
    service: { zh: '技术服务合同', en: 'Service agreement' },
  },
  agreementStatuses: {
    drafted: { zh: '拟定', en: 'Drafted' },
    signed: { zh: '已签订', en: 'Signed' },
    applied: { zh: '已申请登记', en: 'Applied' },
    registered: { zh: '已登记', en: 'Registered' },
    deregistered: { zh: '已注销', en: 'Deregistered' },
    revoked: { zh: '已撤销', en: 'Revoked' },
  },
  agreementSides: {
    seller: { zh: '卖方', en: 'Seller' },
    buyer: { zh: '买方', en: 'Buyer' },
  },
  partyKinds: {
    institute: { zh: '高校院所', en: 'Research institute' },
    enterprise: { zh: '企业', en: 'Enterprise' },
    person: { zh: '个人', en: 'Person' },
    foreign: { zh: '境外机构', en: 'Foreign party' },
    other: { zh: '其他', en: 'Other' },
  },
  deductionKinds: {
    equipment: { zh: '设备', en: 'Equipment' },
    instrument: { zh: '仪器', en: 'Instruments' },
    parts: { zh: '零部件', en: 'Parts' },
    materials: { zh: '原材料', en: 'Raw materials' },
    other: { zh: '其他非技术性费用', en: 'Other non-technical cost' },
  },
  conversionModes: {
    transfer: { zh: '转让', en: 'Transfer' },
    license: { zh: '许可', en: 'Licence' },
    equity: { zh: '作价投资', en: 'Equity' },
    cooperation: { zh: '合作', en: 'Cooperation' },
    development: { zh: '开发', en: 'Development' },
    consulting: { zh: '咨询', en: 'Consulting' },
    service: { zh: '服务', en: 'Service' },
  },
  endingCodes: {
    fake: { zh: '虚假合同', en: 'Fake' },
    void: { zh: '合同无效', en: 'Void' },
    duplicate: { zh: '重复登记', en: 'Duplicate' },
    terminated: { zh: '提前终止', en: 'Terminated' },
    withdrawn: { zh: '当事人撤回', en: 'Withdrawn by the parties' },
    expired: { zh: '期满', en: 'Expired' },
    error: { zh: '登记错误', en: 'Entered in error' },
    other: { zh: '其他', en: 'Other' },
  },
  agreementWarnings: {
    unusual_ratio: { zh: '技术交易额占比异常', en: 'Unusual share of technology value' },
    double_count: {
      zh: '中介合同，有重复统计风险',
      en: "A broker's own contract, at risk of counting twice",
    },
    exact_duplicate: { zh: '与另一合同完全相同', en: 'The same as another agreement' },
    possible_duplicate: { zh: '与另一合同相似', en: 'Like another agreement' },
    unknown_nature: { zh: '单位性质代码未知', en: 'Unknown nature code' },
    foreign_value_differs: {
      zh: '外币折算与合同成交额不符',
      en: 'The foreign amount gives another value',
    },
    buyer_district_assumed: {
      zh: '买方所在区未知，按本区计',
      en: 'Buyer taken to be of this district',
    },
  },
};
