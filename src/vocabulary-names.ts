import type * as vocabulary from './vocabulary.ts';

export interface Name {
  zh: string;
  en: string;
}

type Tables = typeof vocabulary;

/**
 * What people call each code. docs/glossary.md says the same for readers, and a test holds the two
 * together; the web app and exports take the words from here.
 */
export const vocabularyNames: { [K in keyof Tables]: Record<Tables[K][number], Name> } = {
  roles: {
    enterprise: { zh: '企业人员', en: 'Enterprise member' },
    institute: { zh: '院所人员', en: 'Institute member' },
    broker: { zh: '科技经纪人', en: 'Technology broker' },
    bureau: { zh: '科技局人员', en: 'Bureau officer' },
    admin: { zh: '系统管理员', en: 'Administrator' },
  },
  organizationKinds: {
    enterprise: { zh: '企业', en: 'Enterprise' },
    institute: { zh: '高校院所', en: 'Research institute' },
    platform: { zh: '公共服务平台', en: 'Service platform' },
  },
  idKinds: {
    credit_code: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    foreign_registration: { zh: '境外注册号', en: 'Foreign registration number' },
    person: { zh: '个人证件', en: "Person's document" },
  },
  fields: {
    electronics: { zh: '电子信息', en: 'Electronics and information' },
    aerospace: { zh: '航空航天', en: 'Aviation and aerospace' },
    advanced_manufacturing: { zh: '先进制造', en: 'Advanced manufacturing' },
    biomedicine: { zh: '生物、医药和医疗器械', en: 'Biology, medicine and medical devices' },
    new_materials: { zh: '新材料及其应用', en: 'New materials and their use' },
    new_energy: { zh: '新能源与高效节能', en: 'New energy and energy saving' },
    environment: { zh: '环境保护与资源综合利用', en: 'Environment and use of resources' },
    nuclear: { zh: '核应用', en: 'Nuclear applications' },
    agriculture: { zh: '农业', en: 'Agriculture' },
    transport: { zh: '现代交通', en: 'Modern transport' },
    urban_social: { zh: '城市建设与社会发展', en: 'City building and social development' },
  },
  needStatuses: {
    draft: { zh: '草稿', en: 'Draft' },
    submitted: { zh: '待审核', en: 'Submitted' },
    open: { zh: '已入库', en: 'Open' },
    engaged: { zh: '对接中', en: 'Engaged' },
    contracted: { zh: '已签约', en: 'Contracted' },
    closed: { zh: '已关闭', en: 'Closed' },
  },
  closeCodes: {
    solved: { zh: '已解决', en: 'Solved' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    expired: { zh: '已过期', en: 'Expired' },
    refused: { zh: '审核未通过', en: 'Refused' },
  },
  relations: {
    '<': { zh: '小于', en: 'less than' },
    '<=': { zh: '不大于', en: 'at most' },
    '=': { zh: '等于', en: 'equal to' },
    '>=': { zh: '不小于', en: 'at least' },
    '>': { zh: '大于', en: 'more than' },
    between: { zh: '介于', en: 'between' },
  },
  layers: {
    public: { zh: '公开', en: 'Public' },
    assigned: { zh: '仅经办人可见', en: 'Assigned' },
    nda: { zh: '保密协议后可见', en: 'After NDA' },
  },
  cooperationModes: {
    commissioned: { zh: '委托开发', en: 'Commissioned development' },
    joint: { zh: '合作开发', en: 'Joint development' },
    transfer: { zh: '技术转让', en: 'Technology transfer' },
    license: { zh: '技术许可', en: 'Technology licence' },
    equity: { zh: '作价投资', en: 'Equity for technology' },
    consulting: { zh: '技术咨询', en: 'Technical consulting' },
    service: { zh: '技术服务', en: 'Technical service' },
  },
  capabilityStages: {
    early: { zh: '早期研究', en: 'Early research' },
    middle: { zh: '中试阶段', en: 'Pilot stage' },
    mature: { zh: '成熟可用', en: 'Mature' },
  },
  decisionCodes: {
    wrong_field: { zh: '领域不符', en: 'Wrong field' },
    too_early: { zh: '阶段过早', en: 'Too early a stage' },
    benefit_unclear: { zh: '优势不明', en: 'Benefit unclear' },
    indicators_unmet: { zh: '指标不达', en: 'Indicators unmet' },
    price: { zh: '价格不合', en: 'Price' },
    ip_not_free: { zh: '知识产权受限', en: 'IP not free' },
    no_capacity: { zh: '没有余力', en: 'No capacity' },
    confidentiality: { zh: '保密原因', en: 'Confidentiality' },
    other: { zh: '其他', en: 'Other' },
  },
  assignmentStatuses: {
    proposed: { zh: '已推荐', en: 'Proposed' },
    accepted: { zh: '已接受', en: 'Accepted' },
    declined: { zh: '已谢绝', en: 'Declined' },
    expired: { zh: '逾期未答', en: 'Expired' },
    escalated: { zh: '待科技局指派', en: 'Escalated' },
  },
  escalationReasons: {
    no_broker: { zh: '暂无可派经纪人', en: 'No broker free' },
    three_misses: { zh: '三次推荐未果', en: 'Three proposals came to nothing' },
    conflict_of_interest: { zh: '利益冲突', en: 'Conflict of interest' },
  },
  turnOutcomes: {
    proposed: { zh: '待答复', en: 'Asked' },
    accepted: { zh: '已接受', en: 'Accepted' },
    declined: { zh: '已谢绝', en: 'Declined' },
    expired: { zh: '逾期未答', en: 'Out of time' },
    recalled: { zh: '已撤回', en: 'Called back' },
    replaced: { zh: '已改派', en: 'Replaced' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  brokerGrades: {
    junior: { zh: '初级', en: 'Junior' },
    intermediate: { zh: '中级', en: 'Intermediate' },
    senior: { zh: '高级', en: 'Senior' },
  },
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
  outcomeKinds: {
    months_saved: { zh: '提前月数', en: 'Months saved' },
    cost_saved_fen: { zh: '节约成本', en: 'Cost saved' },
    revenue_fen: { zh: '新增收入', en: 'Revenue' },
    other: { zh: '其他', en: 'Other' },
  },
  agreementTypes: {
    development_commissioned: { zh: '委托开发合同', en: 'Commissioned development agreement' },
    development_joint: { zh: '合作开发合同', en: 'Joint development agreement' },
    transfer: { zh: '技术转让合同', en: 'Transfer agreement' },
    license: { zh: '技术许可合同', en: 'Licence agreement' },
    consulting: { zh: '技术咨询合同', en: 'Consulting agreement' },
    service: { zh: '技术服务合同', en: 'Service agreement' },
  },
  deductionKinds: {
    equipment: { zh: '设备', en: 'Equipment' },
    instrument: { zh: '仪器', en: 'Instruments' },
    parts: { zh: '零部件', en: 'Parts' },
    materials: { zh: '原材料', en: 'Raw materials' },
    other: { zh: '其他非技术性费用', en: 'Other non-technical cost' },
  },
  agreementStatuses: {
    drafted: { zh: '拟定', en: 'Drafted' },
    signed: { zh: '已签订', en: 'Signed' },
    applied: { zh: '已申请登记', en: 'Applied' },
    registered: { zh: '已登记', en: 'Registered' },
    deregistered: { zh: '已注销', en: 'Deregistered' },
    revoked: { zh: '已撤销', en: 'Revoked' },
  },
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
  importKinds: {
    need: { zh: '技术需求', en: 'Needs' },
    capability: { zh: '成果', en: 'Capabilities' },
    organization: { zh: '机构', en: 'Organizations' },
    agreement: { zh: '技术合同', en: 'Agreements' },
    broker: { zh: '经纪人', en: 'Brokers' },
  },
  importStatuses: {
    queued: { zh: '排队中', en: 'Queued' },
    running: { zh: '导入中', en: 'Running' },
    done: { zh: '已导入', en: 'Done' },
    failed: { zh: '失败', en: 'Failed' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  tiers: {
    high_growth: { zh: '高成长企业', en: 'High-growth firm' },
    innovative: { zh: '创新型中小企业', en: 'Innovative firm' },
    technology: { zh: '科技型中小企业', en: 'Technology firm' },
    specialized: { zh: '专精特新中小企业', en: 'Specialized firm' },
    little_giant: { zh: '专精特新“小巨人”企业', en: 'Little giant' },
    champion: { zh: '制造业单项冠军', en: 'Manufacturing champion' },
  },
};
