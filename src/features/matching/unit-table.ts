/**
 * What each symbol measures, as powers of base dimensions, and its size in their base units.
 * Some things that have no dimension of their own get one, so that turns are not compared with
 * bytes: `rev`, `deg`, `dB`, `money`, `item`.
 */
export type Atom = { factor: number; powers: Readonly<Record<string, number>> };

const prefixes: Record<string, number> = {
  p: 1e-12,
  n: 1e-9,
  μ: 1e-6,
  u: 1e-6,
  m: 1e-3,
  c: 1e-2,
  d: 1e-1,
  k: 1e3,
  K: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};
const chinesePrefixes: Record<string, number> = {
  皮: 1e-12,
  纳: 1e-9,
  微: 1e-6,
  毫: 1e-3,
  厘: 1e-2,
  分: 1e-1,
  千: 1e3,
  兆: 1e6,
  吉: 1e9,
};

const energy = { kg: 1, m: 2, s: -2 };
const power = { kg: 1, m: 2, s: -3 };
const pressure = { kg: 1, m: -1, s: -2 };
const voltage = { kg: 1, m: 2, s: -3, A: -1 };
const resistance = { kg: 1, m: 2, s: -3, A: -2 };
const conductance = { kg: -1, m: -2, s: 3, A: 2 };
const volume = { m: 3 };

/** Symbol, Chinese name (or none), size and powers; each also with every prefix before it. */
const prefixed: [string, string, number, Atom['powers']][] = [
  ['m', '米', 1, { m: 1 }],
  ['g', '克', 1e-3, { kg: 1 }],
  ['s', '秒', 1, { s: 1 }],
  ['A', '安', 1, { A: 1 }],
  ['mol', '摩尔', 1, { mol: 1 }],
  ['Hz', '赫兹', 1, { s: -1 }],
  ['hz', '赫', 1, { s: -1 }],
  ['N', '牛', 1, { kg: 1, m: 1, s: -2 }],
  ['Pa', '帕', 1, pressure],
  ['pa', '', 1, pressure],
  ['J', '焦', 1, energy],
  ['W', '瓦', 1, power],
  ['Wh', '瓦时', 3600, energy],
  ['V', '伏', 1, voltage],
  ['VA', '伏安', 1, power],
  ['Ω', '欧', 1, resistance],
  ['S', '西', 1, conductance],
  ['F', '法', 1, { kg: -1, m: -2, s: 4, A: 2 }],
  ['H', '亨', 1, { kg: 1, m: 2, s: -2, A: -2 }],
  ['T', '特斯拉', 1, { kg: 1, s: -2, A: -1 }],
  ['Ah', '安时', 3600, { A: 1, s: 1 }],
  ['L', '升', 1e-3, volume],
  ['l', '', 1e-3, volume],
  ['M', '', 1e3, { mol: 1, m: -3 }],
  ['eV', '电子伏', 1.602177e-19, energy],
  ['cal', '卡', 4.184, energy],
  ['D', '达西', 1, { darcy: 1 }],
  ['Da', '道尔顿', 1, { dalton: 1 }],
  ['B', '字节', 8, { bit: 1 }],
  ['bps', '', 1, { bit: 1, s: -1 }],
  ['bit', '比特', 1, { bit: 1 }],
];
/** Single letters that mean something else when they stand without a prefix. */
const bare = new Set('S F H l M D B hz pa cal 西 法 亨 卡 特斯拉'.split(' '));

const plain: [string, number, Atom['powers']][] = [
  ['min 分钟 minutes minute', 60, { s: 1 }],
  ['h hr 小时 个小时 hours hour', 3600, { s: 1 }],
  ['秒钟 seconds', 1, { s: 1 }],
  ['d 天 昼夜 days day', 86400, { s: 1 }],
  ['周 星期 个星期 weeks', 604800, { s: 1 }],
  ['个月 月龄 months', 2629746, { s: 1 }],
  ['年 years year', 31556952, { s: 1 }],
  ['公分', 1e-2, { m: 1 }],
  ['㎞', 1e3, { m: 1 }],
  ['公里 千米 KM', 1e3, { m: 1 }],
  ['丝', 1e-5, { m: 1 }],
  ['㎜', 1e-3, { m: 1 }],
  ['㎝', 1e-2, { m: 1 }],
  ['海里', 1852, { m: 1 }],
  ['寸 英寸', 0.0254, { m: 1 }],
  ['㎡ 平方米 平米', 1, { m: 2 }],
  ['平方毫米', 1e-6, { m: 2 }],
  ['平方厘米', 1e-4, { m: 2 }],
  ['平方公里 平方千米', 1e6, { m: 2 }],
  ['亩', 666.667, { m: 2 }],
  ['公顷 hm2 hm² ha', 1e4, { m: 2 }],
  ['立方米 方 ㎥', 1, volume],
  ['立方厘米', 1e-6, volume],
  ['㎖ cc', 1e-6, volume],
  ['吨 t', 1e3, { kg: 1 }],
  ['公斤 ㎏', 1, { kg: 1 }],
  ['斤', 0.5, { kg: 1 }],
  ['㎎', 1e-6, { kg: 1 }],
  ['千瓦时 度电', 3.6e6, energy],
  ['马力', 735.5, power],
  ['hPa', 100, pressure],
  ['bar', 1e5, pressure],
  ['mbar', 100, pressure],
  ['大气压 atm', 101325, pressure],
  ['公斤压力 kgf/cm2', 98066.5, pressure],
  ['mmHg', 133.322, pressure],
  ['kgf', 9.80665, { kg: 1, m: 1, s: -2 }],
  ['rpm RPM', 1 / 60, { rev: 1, s: -1 }],
  ['r 转', 1, { rev: 1 }],
  ['次 cycles', 1, { times: 1 }],
  ['帧', 1, { frame: 1 }],
  ['fps', 1, { frame: 1, s: -1 }],
  ['元 块钱', 1, { money: 1 }],
  ['% 个百分点 百分点 percent', 0.01, {}],
  ['‰', 1e-3, {}],
  ['ppm', 1e-6, {}],
  ['ppb', 1e-9, {}],
  ['成', 0.1, {}],
  ['倍 times', 1, {}],
  ['%FS', 0.01, { span: 1 }],
  ['dB 分贝', 1, { dB: 1 }],
  ['dBm', 1, { dBm: 1 }],
  ['dBA dB(A)', 1, { dB: 1 }],
  ['° 度', 1, { deg: 1 }],
  ['rad 弧度', 57.29578, { deg: 1 }],
  ['lm 流明', 1, { lm: 1 }],
  ['lx lux 勒克斯', 1, { lx: 1 }],
  ['cd 坎德拉', 1, { cd: 1 }],
  ['U IU', 1, { unit: 1 }],
  ['bp', 1, { bp: 1 }],
  ['cells cfu CFU 个 尾 株 粒 只 ind', 1, { item: 1 }],
  ['分', 60, { s: 1 }],
  ['时', 3600, { s: 1 }],
  ['日', 86400, { s: 1 }],
  ['月', 2629746, { s: 1 }],
];
/** Words that are units behind a stroke or 每 only: 吨/日, 转/分, but 15 日 is a date. */
export const onlyBehind = new Set(['分', '时', '日', '月', 'l']);
/** Words that are units before a stroke only: 个/mL, U/g. */
export const onlyBefore = new Set('U IU cells cfu CFU 个 尾 株 粒 只 ind r S'.split(' '));

export const atoms = new Map<string, Atom>();
for (const [symbol, chinese, factor, powers] of prefixed) {
  for (const [name, sizes] of [
    [symbol, prefixes],
    [chinese, chinesePrefixes],
  ] as const) {
    if (name === '') continue;
    if (!bare.has(name) || name === 'S' || name === 'l') atoms.set(name, { factor, powers });
    for (const [prefix, size] of Object.entries(sizes)) {
      if ((prefix === '分' || prefix === '厘') && name !== '米') continue;
      atoms.set(prefix + name, { factor: factor * size, powers });
    }
  }
}
for (const name of ['伏特', '安培', '欧姆', '牛顿', '焦耳', '帕斯卡', '瓦特']) {
  atoms.set(name, atoms.get(name[0]!)!);
}
// Nobody means these: mass spectrometry, the afternoon, a kilometre in capitals, a morgan.
for (const name of 'MS GS TS pm Mm Gm Tm KM MM GM TM kM cM cD dD MD GD TD kD KD'.split(' ')) {
  atoms.delete(name);
}
for (const [names, factor, powers] of plain) {
  for (const name of names.split(' ')) atoms.set(name, { factor, powers });
}
