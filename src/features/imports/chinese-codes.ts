import type {
  CapabilityStage,
  CooperationMode,
  Field,
  Layer,
  OrganizationKind,
  Tier,
} from '../../vocabulary.ts';
import type { CapabilityVisibility } from '../capabilities/capability.ts';

type Names<C extends string> = Record<C, readonly string[]>;

/** What people write in a cell for each code; the code itself is always understood. */
export const fieldNames: Names<Field> = {
  electronics: ['电子信息', '电子信息技术'],
  aerospace: ['航空航天', '航空航天技术'],
  advanced_manufacturing: ['先进制造', '先进制造技术', '先进制造与自动化'],
  biomedicine: ['生物、医药和医疗器械', '生物医药和医疗器械', '生物医药', '生物与新医药'],
  new_materials: ['新材料及其应用', '新材料'],
  new_energy: ['新能源与高效节能', '新能源', '新能源与节能'],
  environment: ['环境保护与资源综合利用', '环境保护', '资源与环境'],
  nuclear: ['核应用', '核应用技术'],
  agriculture: ['农业', '农业技术', '现代农业'],
  transport: ['现代交通', '交通'],
  urban_social: ['城市建设与社会发展', '城市建设'],
};

export const stageNames: Names<CapabilityStage> = {
  early: ['早期', '实验室', '实验室阶段', '研发', '小试'],
  middle: ['中期', '中试', '中试阶段', '样机'],
  mature: ['成熟', '产业化', '批量生产', '已产业化'],
};

export const modeNames: Names<CooperationMode> = {
  commissioned: ['委托开发', '委托'],
  joint: ['合作开发', '合作', '联合开发'],
  transfer: ['转让', '技术转让'],
  license: ['许可', '技术许可', '实施许可'],
  equity: ['作价投资', '技术入股', '作价入股'],
  consulting: ['咨询', '技术咨询'],
  service: ['服务', '技术服务'],
};

export const kindNames: Names<OrganizationKind> = {
  enterprise: ['企业', '公司'],
  institute: ['高校院所', '科研院所', '高校', '研究院', '研究所'],
  platform: ['服务平台', '平台'],
};

export const tierNames: Names<Tier> = {
  high_growth: ['高成长', '高成长企业'],
  innovative: ['创新型', '创新型中小企业'],
  technology: ['科技型', '科技型中小企业'],
  specialized: ['专精特新', '专精特新中小企业'],
  little_giant: ['小巨人', '专精特新小巨人', '专精特新"小巨人"', '专精特新“小巨人”'],
  champion: ['单项冠军', '制造业单项冠军'],
};

export const visibilityNames: Names<CapabilityVisibility> = {
  public: ['公开'],
  district: ['本区', '区内'],
  organization: ['本单位', '单位内部'],
};

export const layerNames: Names<Layer> = {
  public: ['公开'],
  assigned: ['经纪人', '指派后'],
  nda: ['保密协议', '签保密协议后'],
};

/** Reads a cell's text as a code; text that names none stays, for the validation to refuse. */
export function codeOf(names: Names<string>, text: string): string {
  const wanted = text.normalize('NFKC').trim();
  const found = Object.entries(names).find(([, some]) =>
    some.some((name) => name.normalize('NFKC') === wanted),
  );
  return found?.[0] ?? wanted;
}
