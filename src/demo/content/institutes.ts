/**
 * Everything in this folder is invented: names, texts, figures. No organization, person, right or
 * contract here exists, and a likeness to a real one is chance.
 */
export interface InstituteRow {
  name: string;
  /** Division code, GB/T 2260. */
  district: string;
  /** Nature code of the register: 021 research institute, 022 university. */
  nature: '021' | '022';
}

export const institutes = {
  wangchao: { name: '望潮大学', district: '330212', nature: '022' },
  meiyu: { name: '梅屿海洋工程学院', district: '330206', nature: '022' },
  siming: { name: '四明岭材料研究院', district: '330211', nature: '021' },
  dongpu: { name: '东浦岸智能制造研究所', district: '330206', nature: '021' },
  yaochuan: { name: '姚川模具技术研究院', district: '330281', nature: '021' },
  hushan: { name: '浒塘高分子应用研究所', district: '330282', nature: '021' },
  zhaobao: { name: '招屿化工研究院', district: '330211', nature: '021' },
  jiangwan: { name: '钱湾理工大学', district: '330106', nature: '022' },
  hubin: { name: '沪滨岸机电研究所', district: '310112', nature: '021' },
  zitai: { name: '紫台交通大学', district: '320115', nature: '022' },
  chuyun: { name: '楚云光电研究院', district: '420111', nature: '021' },
  qinyue: { name: '秦岳科技大学', district: '610113', nature: '022' },
  xinghai: { name: '星岬重型机械研究所', district: '210211', nature: '021' },
  jianglan: { name: '江澜医工研究院', district: '330205', nature: '021' },
  huaihu: { name: '淮湖岸新能源研究院', district: '340104', nature: '021' },
} as const satisfies Record<string, InstituteRow>;

export type InstituteKey = keyof typeof institutes;

/** 服务平台. */
export const platforms = [
  { key: 'harbour', name: '北仑潮涌科技服务平台', district: '330206' },
  { key: 'workshop', name: '北仑灵帆数字化改造服务平台', district: '330206' },
  { key: 'patents', name: '宁波屿光知识产权运营平台', district: '330206' },
] as const;
