/** A unit by what it measures; `value * factor + offset` is in the dimension's base unit. */
export type Unit = { dimension: string; factor: number; offset?: number };

/** Spellings by dimension with their factors; Chinese and Latin, compared exactly (mW is not MW). */
const table: Record<string, Record<string, number>> = {
  length: {
    'nm 纳米': 1e-9,
    'μm um µm 微米': 1e-6,
    丝: 1e-5,
    'mm 毫米': 1e-3,
    'cm 厘米 公分': 1e-2,
    'm 米': 1,
    'km 千米 公里': 1e3,
    海里: 1852,
  },
  area: {
    'mm2 mm² 平方毫米': 1e-6,
    'cm2 cm² 平方厘米': 1e-4,
    'm2 m² ㎡ 平方米 平米': 1,
    亩: 666.667,
    'hm2 公顷': 1e4,
    'km2 km² 平方公里 平方千米': 1e6,
  },
  volume: { 'mL ml 毫升': 1e-6, 'L l 升': 1e-3, 'm3 m³ 立方米 方': 1 },
  mass: {
    'μg ug 微克': 1e-9,
    'mg 毫克': 1e-6,
    'g 克': 1e-3,
    斤: 0.5,
    'kg 公斤 千克': 1,
    't 吨': 1e3,
  },
  time: {
    'ns 纳秒': 1e-9,
    'μs us 微秒': 1e-6,
    'ms 毫秒': 1e-3,
    's 秒 秒钟': 1,
    'min 分钟': 60,
    'h 小时 个小时': 3600,
    'd 天 日': 86400,
    '周 星期 个星期': 604800,
    '月 个月': 2629746,
    年: 31556952,
  },
  power: {
    'mW 毫瓦': 1e-3,
    'W 瓦': 1,
    'kW KW 千瓦': 1e3,
    'MW 兆瓦': 1e6,
    'GW 吉瓦': 1e9,
    马力: 735.5,
  },
  energy: { 'J 焦耳': 1, 'kJ 千焦': 1e3, 'MJ 兆焦': 1e6, Wh: 3600, 'kWh 千瓦时 度电': 3.6e6 },
  voltage: { 'μV uV 微伏': 1e-6, 'mV 毫伏': 1e-3, 'V 伏 伏特': 1, 'kV KV 千伏': 1e3 },
  current: { 'μA uA 微安': 1e-6, 'mA 毫安': 1e-3, 'A 安 安培': 1, 'kA 千安': 1e3 },
  resistance: { 'mΩ 毫欧': 1e-3, 'Ω 欧姆 欧': 1, 'kΩ 千欧': 1e3, 'MΩ 兆欧': 1e6 },
  frequency: { 'Hz 赫兹 赫': 1, 'kHz KHz 千赫': 1e3, 'MHz 兆赫': 1e6, 'GHz 吉赫': 1e9 },
  pressure: {
    'Pa 帕': 1,
    'kPa KPa 千帕': 1e3,
    'MPa Mpa 兆帕': 1e6,
    'GPa 吉帕': 1e9,
    bar: 1e5,
    大气压: 101325,
  },
  force: { 'N 牛 牛顿': 1, 'kN KN 千牛': 1e3, 'MN 兆牛': 1e6 },
  torque: { 'N·m Nm 牛米': 1, kN·m: 1e3 },
  speed: {
    'm/s 米/秒 米每秒': 1,
    'cm/s 厘米每秒': 1e-2,
    'mm/s 毫米每秒': 1e-3,
    'km/h 公里/小时 公里每小时': 1 / 3.6,
    节: 0.514444,
  },
  rotation: { 'r/min rpm 转/分 转每分': 1, 转: 1, 'r/s 转/秒': 60 },
  ratio: { '% 个百分点': 0.01, '‰': 1e-3, ppm: 1e-6, ppb: 1e-9, 成: 0.1, 倍: 1 },
  concentration: { 'μg/L ug/L': 1e-6, 'mg/L mg/l 毫克/升': 1e-3, 'g/L 克/升': 1 },
  content: { 'μg/kg ug/kg': 1e-9, 'mg/kg 毫克/公斤': 1e-6, 'g/kg 克/公斤': 1e-3, 'mg/g': 1e-3 },
  density: { 'kg/m3 kg/m³': 1, 'g/cm3 g/cm³': 1e3, 't/m3': 1e3 },
  conductivity: { 'mS/cm 毫西/厘米': 1e-3, 'S/cm': 1 },
  level: { 'dB 分贝': 1 },
  angle: { '° 度': 1 },
  data: { 'kB KB': 1e3, MB: 1e6, GB: 1e9, TB: 1e12 },
  bitrate: { 'kbps kb/s': 1e3, 'Mbps Mb/s': 1e6, 'Gbps Gb/s': 1e9 },
  count: { 次: 1 },
};

const units = new Map<string, Unit>();
for (const [dimension, spellings] of Object.entries(table)) {
  for (const [names, factor] of Object.entries(spellings)) {
    for (const name of names.split(' ')) units.set(name, { dimension, factor });
  }
}
for (const name of ['℃', '°C', '摄氏度']) units.set(name, { dimension: 'temperature', factor: 1 });
units.set('K', { dimension: 'temperature', factor: 1, offset: -273.15 });

/** The unit by its spelling, or undefined: quantities of unknown units are not compared. */
export function unitOf(spelling: string): Unit | undefined {
  return units.get(spelling.trim().replaceAll('％', '%'));
}

/** All spellings, longest first, escaped for a pattern. */
export const unitPattern = [...units.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replaceAll('/', '\\/'))
  .join('|');
