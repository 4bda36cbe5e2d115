import type * as codes from './matching.ts';
import type { NamesOf } from './names-of.ts';

export const matchingNames: NamesOf<typeof codes> = {
  bands: {
    strong: { zh: '强匹配', en: 'Strong' },
    worth_a_call: { zh: '值得一谈', en: 'Worth a call' },
    weak: { zh: '弱匹配', en: 'Weak' },
  },
  matchStates: {
    pending: { zh: '匹配中', en: 'Pending' },
    ready: { zh: '已匹配', en: 'Ready' },
    stale: { zh: '待更新', en: 'Stale' },
  },
  rankerStates: {
    active: { zh: '使用中', en: 'Active' },
    retired: { zh: '已停用', en: 'Retired' },
    rejected: { zh: '未采用', en: 'Rejected' },
  },
  matchDecisions: {
    shortlisted: { zh: '入选', en: 'Shortlisted' },
    refused: { zh: '不采纳', en: 'Refused' },
  },
  matchSides: {
    need: { zh: '需求方', en: 'Need side' },
    capability: { zh: '成果方', en: 'Capability side' },
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
  reasonKinds: {
    term: { zh: '用词一致', en: 'Shared words' },
    translation: { zh: '译名相同', en: 'Same in translation' },
    characters: { zh: '用字相通', en: 'Shared characters' },
    meaning: { zh: '意思相近', en: 'Close in meaning' },
    field: { zh: '领域一致', en: 'Same field' },
    indicator: { zh: '指标', en: 'Indicator' },
    stage: { zh: '成熟度', en: 'Stage' },
  },
  satisfactions: {
    met: { zh: '满足', en: 'Met' },
    unmet: { zh: '未满足', en: 'Not met' },
    unknown: { zh: '未说明', en: 'Not stated' },
  },
};
