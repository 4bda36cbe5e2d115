import { type ContractRow, contract } from './contract-row.ts';

/** Contracts of the first half of 2026 that no total counts, each for another reason. */
export const uncounted2026 = {
  duplicate: contract(
    '冷镦线声发射监测技术转让',
    'transfer',
    ['dongpu', 'jingu'],
    ['press-monitor'],
    [720, 75],
    ['2026-03-18', '2026-04-24'],
  ),
  revoked: contract(
    '车间数字孪生排产系统开发',
    'development_commissioned',
    ['wangchao', 'haili'],
    ['digital-twin-shop'],
    [3000, 96],
    ['2026-02-12', '2026-03-11'],
  ),
  deregistered: contract(
    '水性工业防护涂料技术许可',
    'license',
    ['zhaobao', 'tuliao'],
    ['waterborne-paint'],
    [500, 76],
    ['2026-01-30', '2026-02-26'],
  ),
  signedOnly: contract(
    '高温压力传感器芯片委托开发',
    'development_commissioned',
    ['wangchao', 'chuangan'],
    ['mems-pressure'],
    [420, 74],
    ['2026-05-20', '2026-06-20'],
  ),
  appliedOnly: contract(
    '生物基聚酯纺丝联合开发',
    'development_joint',
    ['wangchao', 'huaxian'],
    ['bio-fibre'],
    [680, 73],
    ['2026-06-10', '2026-07-20'],
  ),
} satisfies Record<string, ContractRow>;

/** Sold from the district to firms elsewhere: index of the buyer, and the registered contract. */
export const output2026: readonly { buyer: number; row: ContractRow }[] = [
  {
    buyer: 0,
    row: contract(
      '船坞钢构机器人免示教焊接技术许可',
      'license',
      ['dongpu', ''],
      ['robot-weld'],
      [600, 77],
      ['2026-02-19', '2026-03-13'],
    ),
  },
  {
    buyer: 0,
    row: contract(
      '海洋钢构长效防腐涂料技术转让',
      'transfer',
      ['meiyu', ''],
      ['antifouling'],
      [1200, 72],
      ['2026-04-10', '2026-05-15'],
    ),
  },
  {
    buyer: 1,
    row: contract(
      '压铸件去毛刺工作站技术服务',
      'service',
      ['dongpu', ''],
      ['deburr'],
      [380, 70],
      ['2026-03-26', '2026-04-22'],
    ),
  },
  {
    buyer: 2,
    row: contract(
      '沿海厂房屋面抗风加固技术咨询',
      'consulting',
      ['meiyu', ''],
      [],
      [90, 100],
      ['2026-05-27', '2026-06-15'],
    ),
  },
];

/** Of the last months before the seeding: days ago instead of dates. */
export interface RecentRow {
  row: ContractRow;
  signedDaysAgo: number;
  registeredDaysAgo?: number;
  appliedDaysAgo?: number;
}
const undated = ['', ''] as [string, string];

export const recent: readonly RecentRow[] = [
  {
    signedDaysAgo: 118,
    registeredDaysAgo: 88,
    row: contract(
      '岸桥无人机巡检技术服务',
      'service',
      ['zitai', 'gangji'],
      ['drone-inspect'],
      [1150, 74],
      undated,
    ),
  },
  {
    signedDaysAgo: 96,
    registeredDaysAgo: 70,
    row: contract(
      '模具类金刚石涂层技术服务',
      'service',
      ['siming', 'hengmo'],
      ['tool-dlc'],
      [420, 78],
      undated,
    ),
  },
  {
    signedDaysAgo: 75,
    registeredDaysAgo: 43,
    row: contract(
      '制动啸叫抑制委托开发',
      'development_commissioned',
      ['zitai', 'mingfan'],
      ['brake-noise'],
      [680, 72],
      undated,
    ),
  },
  {
    signedDaysAgo: 60,
    registeredDaysAgo: 35,
    row: contract(
      '定型机余热热泵利用技术服务',
      'service',
      ['huaihu', 'yinran'],
      ['heat-pump-dry'],
      [860, 69],
      undated,
    ),
  },
  {
    signedDaysAgo: 41,
    registeredDaysAgo: 18,
    row: contract(
      '切削液在线净化技术许可',
      'license',
      ['jiangwan', 'gaoqiang'],
      ['coolant-life'],
      [95, 75],
      undated,
    ),
  },
  {
    signedDaysAgo: 20,
    appliedDaysAgo: 9,
    row: contract(
      '铸件收缩补偿工艺仿真技术开发',
      'development_commissioned',
      ['xinghai', 'zhuzao'],
      ['sand-reclaim-ctrl'],
      [260, 76],
      undated,
    ),
  },
  {
    signedDaysAgo: 26,
    appliedDaysAgo: 14,
    row: contract(
      '自润滑衬套联合开发',
      'development_joint',
      ['xinghai', 'gangji'],
      ['powder-bearing'],
      [620, 73],
      undated,
    ),
  },
  {
    signedDaysAgo: 6,
    row: contract(
      '塑料金属嵌接超声工艺开发',
      'development_commissioned',
      ['jiangwan', 'dongshe'],
      ['ultrasonic-join'],
      [180, 77],
      undated,
    ),
  },
];

/** Drafts on somebody's desk: the first has an unusual part of technology in it. */
export const drafts: readonly ContractRow[] = [
  contract(
    '柔性触觉薄膜打样与设备采购',
    'development_commissioned',
    ['wangchao', 'chuangan'],
    ['thick-film'],
    [150, 30],
    undated,
  ),
  contract(
    '厂界噪声治理技术咨询',
    'consulting',
    ['zitai', 'zhuzao'],
    ['noise-map'],
    [36, 100],
    undated,
  ),
];
