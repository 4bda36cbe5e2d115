import type { NamesOf } from './names-of.ts';
import type * as codes from './organizations.ts';

export const organizationNames: NamesOf<typeof codes> = {
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
  tiers: {
    high_growth: { zh: '高成长企业', en: 'High-growth firm' },
    innovative: { zh: '创新型中小企业', en: 'Innovative firm' },
    technology: { zh: '科技型中小企业', en: 'Technology firm' },
    specialized: { zh: '专精特新中小企业', en: 'Specialized firm' },
    little_giant: { zh: '专精特新“小巨人”企业', en: 'Little giant' },
    champion: { zh: '制造业单项冠军', en: 'Manufacturing champion' },
  },
  userStatuses: {
    invited: { zh: '待激活', en: 'Invited' },
    active: { zh: '正常', en: 'Active' },
    disabled: { zh: '已停用', en: 'Disabled' },
  },
};
