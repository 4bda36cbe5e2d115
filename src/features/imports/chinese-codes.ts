import type { Name } from '../../vocabulary-names.ts';
import { vocabularyNames } from '../../vocabulary-names.ts';

/** What a cell may say for each code, beside the code itself. */
export type CellCodes = Readonly<Record<string, readonly string[]>>;

function named(names: Record<string, Name>, also: Record<string, readonly string[]> = {}) {
  const rows = Object.entries(names).map(([code, { zh, en }]) => [
    code,
    [zh, en, ...(also[code] ?? [])],
  ]);
  return Object.fromEntries(rows) as CellCodes;
}

/** The names of the glossary, and what lists and registers write besides. */
export const fieldNames = named(vocabularyNames.fields, {
  electronics: ['电子信息技术'],
  aerospace: ['航空航天技术'],
  advanced_manufacturing: ['先进制造技术', '先进制造与自动化'],
  biomedicine: ['生物、医药和医疗器械技术', '生物医药', '生物与新医药'],
  new_materials: ['新材料', '新材料技术'],
  new_energy: ['新能源', '新能源与节能'],
  environment: ['环境保护', '资源与环境'],
  nuclear: ['核应用技术'],
  agriculture: ['农业技术', '现代农业'],
  transport: ['交通'],
  urban_social: ['城市建设'],
});

export const stageNames = named(vocabularyNames.capabilityStages, {
  early: ['早期', '实验室', '实验室阶段', '研发', '小试'],
  middle: ['中期', '中试', '样机'],
  mature: ['成熟', '产业化', '批量生产', '已产业化'],
});

export const modeNames = named(vocabularyNames.cooperationModes, {
  commissioned: ['委托'],
  joint: ['合作', '联合开发'],
  transfer: ['转让'],
  license: ['许可', '实施许可'],
  equity: ['技术入股', '作价入股'],
  consulting: ['咨询'],
  service: ['服务'],
});

export const kindNames = named(vocabularyNames.organizationKinds, {
  enterprise: ['公司'],
  institute: ['科研院所', '高校', '研究院', '研究所'],
  platform: ['服务平台', '平台'],
});

export const tierNames = named(vocabularyNames.tiers, {
  high_growth: ['高成长'],
  innovative: ['创新型'],
  technology: ['科技型'],
  specialized: ['专精特新'],
  little_giant: ['小巨人', '专精特新小巨人', '专精特新"小巨人"'],
  champion: ['单项冠军'],
});

export const idKindNames = named(vocabularyNames.idKinds);
export const gradeNames = named(vocabularyNames.brokerGrades);

export const agreementTypeNames = named(vocabularyNames.agreementTypes, {
  development_commissioned: ['委托开发', '技术开发', '技术开发(委托)', '技术开发合同'],
  development_joint: ['合作开发', '技术开发(合作)'],
  transfer: ['技术转让', '转让'],
  license: ['技术许可', '许可'],
  consulting: ['技术咨询', '咨询'],
  service: ['技术服务', '服务'],
});

export const conversionNames = named(vocabularyNames.conversionModes);

export const visibilityNames: CellCodes = {
  public: ['公开'],
  district: ['本区', '区内'],
  organization: ['本单位', '单位内部'],
};

export const yesNoNames: CellCodes = { true: ['是', '1', 'yes'], false: ['否', '0', 'no'] };

/** Reads a cell's text as a code; text that names none stays, for the validation to refuse. */
export function codeOf(names: CellCodes, text: string): string {
  const wanted = text.normalize('NFKC').trim();
  const found = Object.entries(names).find(([, some]) =>
    some.some((name) => name.normalize('NFKC').toLowerCase() === wanted.toLowerCase()),
  );
  return found?.[0] ?? wanted;
}
