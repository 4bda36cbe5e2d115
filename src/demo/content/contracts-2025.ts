import { type ContractRow, contract } from './contract-row.ts';
import type { BrokeredRow } from './contracts-2026.ts';
import type { NeedKey } from './needs/all.ts';

/** The second half of 2025, published in January 2026. */
export const brokered2025: Partial<Record<NeedKey, BrokeredRow>> = {
  bumperFade: {
    ...contract(
      '耐候聚丙烯保险杠专用料委托开发',
      'development_commissioned',
      ['hushan', 'daqi'],
      ['weathering-pp'],
      [240, 74],
      ['2025-09-11', '2025-10-10'],
    ),
    broker: 5,
    course: 'completed',
  },
  diecastCrack: {
    ...contract(
      '压铸模具表面强化技术服务',
      'service',
      ['yaochuan', 'lingmo'],
      ['diecast-life'],
      [150, 70],
      ['2025-08-20', '2025-09-12'],
    ),
    broker: 4,
    course: 'completed',
  },
  dyeSalt: {
    ...contract(
      '印染废水分盐回用技术服务',
      'service',
      ['zhaobao', 'yinran'],
      ['dye-waste'],
      [640, 69],
      ['2025-10-15', '2025-11-14'],
    ),
    broker: 7,
    course: 'delivering',
  },
  gridVision: {
    ...contract(
      '螺纹件视觉分选技术转让',
      'transfer',
      ['dongpu', 'jingu'],
      ['thread-vision'],
      [130, 78],
      ['2025-11-05', '2025-11-26'],
    ),
    broker: 6,
    course: 'completed',
  },
};

export const direct2025: readonly ContractRow[] = [
  contract(
    '箱形梁轻量化设计技术开发',
    'development_commissioned',
    ['zitai', 'gangji'],
    ['crane-light'],
    [21000, 76],
    ['2025-07-08', '2025-08-19'],
  ),
  contract(
    '轴承钢等温淬火工艺技术转让',
    'transfer',
    ['xinghai', 'gangtie'],
    ['bearing-steel'],
    [18500, 73],
    ['2025-09-02', '2025-10-16'],
  ),
  contract(
    '低气味内饰料生产技术许可',
    'license',
    ['hushan', 'shuzhi'],
    ['low-odor'],
    [14000, 79],
    ['2025-08-06', '2025-09-17'],
  ),
  contract(
    '注塑机安全控制软件库联合开发',
    'development_joint',
    ['hubin', 'haishe'],
    ['plc-safe'],
    [9600, 75],
    ['2025-10-22', '2025-12-04'],
  ),
  contract(
    '微孔发泡注塑料技术许可',
    'license',
    ['siming', 'shuzhi'],
    ['foam-lite'],
    [8600, 77],
    ['2025-11-12', '2025-12-24'],
  ),
  contract(
    '笔类高速柔性装配线技术转让',
    'transfer',
    ['hubin', 'wenju'],
    ['assembly-line'],
    [7800, 71],
    ['2025-07-16', '2025-08-27'],
  ),
  contract(
    '集卡预约与空箱调拨系统开发',
    'development_commissioned',
    ['wangchao', 'matou'],
    ['logistics-optim'],
    [4300, 74],
    ['2025-10-09', '2025-11-18'],
  ),
  contract(
    '再生铝铁相调控技术许可',
    'license',
    ['siming', 'lvzhu'],
    ['recycled-al'],
    [3900, 78],
    ['2025-09-18', '2025-10-29'],
  ),
  {
    ...contract(
      '模内无线测量系统联合开发',
      'development_joint',
      ['wangchao', 'dongshe'],
      ['wireless-temp'],
      [2700, 72],
      ['2025-11-20', '2025-12-18'],
    ),
    unpaid: true,
  },
  contract(
    '铸件数字射线检测技术服务',
    'service',
    ['chuyun', 'zhuzao'],
    ['casting-ct'],
    [1860, 70],
    ['2025-10-28', '2025-11-25'],
  ),
];
