import { type ContractRow, contract } from './contract-row.ts';
import type { NeedKey } from './needs/all.ts';

/** A contract that came of a need: who led, and how far the work is. */
export interface BrokeredRow extends ContractRow {
  broker: number;
  course: 'agreed' | 'delivering' | 'completed';
  /** `buyer`: has not confirmed; `late`: the need was vetted after the signing. */
  flaw?: 'unconfirmed' | 'late';
}

const brokered = (
  row: ContractRow,
  broker: number,
  course: BrokeredRow['course'],
  flaw?: BrokeredRow['flaw'],
): BrokeredRow => ({ ...row, broker, course, ...(flaw && { flaw }) });

/**
 * Registered and absorbed from 2026-01-01 to 2026-06-30, with the list below: exactly 28
 * achievements and 211,100 万元 of technology value. `test/demo.test.ts` holds the sum.
 */
export const brokered2026: Partial<Record<NeedKey, BrokeredRow>> = {
  craneSway: brokered(
    contract(
      '岸桥电子防摇与精准落箱系统联合开发',
      'development_joint',
      ['zitai', 'gangji'],
      ['crane-sway'],
      [38600, 76],
      ['2026-03-10', '2026-04-17'],
    ),
    2,
    'delivering',
  ),
  servoSave: brokered(
    contract(
      '大型注塑机伺服节能控制技术许可',
      'license',
      ['jiangwan', 'haishe'],
      ['injection-servo'],
      [9800, 79],
      ['2026-02-05', '2026-03-12'],
    ),
    4,
    'delivering',
  ),
  freeAlloy: brokered(
    contract(
      '免热处理压铸铝合金专利许可与工艺开发',
      'license',
      ['siming', 'lvzhu'],
      ['al-alloy-free-ht'],
      [5600, 74],
      ['2026-01-22', '2026-02-27'],
    ),
    1,
    'delivering',
  ),
  vocPaint: brokered(
    contract(
      '港机喷房有机废气浓缩催化治理技术服务',
      'service',
      ['zhaobao', 'gangji'],
      ['voc-rotor'],
      [2800, 69],
      ['2026-04-08', '2026-05-14'],
    ),
    14,
    'delivering',
  ),
  penInk: brokered(
    contract(
      '中性笔墨水配方技术转让',
      'transfer',
      ['hushan', 'wenju'],
      ['gel-ink'],
      [1900, 80],
      ['2026-01-15', '2026-02-06'],
    ),
    5,
    'completed',
  ),
  motorEff: brokered(
    contract(
      '超高效磁阻电机图纸与制造技术转让',
      'transfer',
      ['jiangwan', 'dianji'],
      ['motor-eff'],
      [1700, 75],
      ['2026-02-11', '2026-03-05'],
    ),
    9,
    'completed',
  ),
  gearWhine: brokered(
    contract(
      '电驱减速齿轮磨削降噪联合开发',
      'development_joint',
      ['qinyue', 'mingfan'],
      ['gear-grind'],
      [1500, 72],
      ['2026-03-24', '2026-04-20'],
    ),
    17,
    'delivering',
  ),
  dieDust: brokered(
    contract(
      '铝灰资源化工艺联合开发',
      'development_joint',
      ['siming', 'lvzhu'],
      ['al-dross'],
      [1100, 70],
      ['2026-04-21', '2026-05-19'],
    ),
    7,
    'delivering',
  ),
  hydroPump: brokered(
    contract(
      '柱塞泵配流副微织构技术许可',
      'license',
      ['jiangwan', 'yeya'],
      ['hydraulic-leak'],
      [860, 78],
      ['2026-01-28', '2026-02-25'],
    ),
    6,
    'completed',
  ),
  coolLoop: brokered(
    contract(
      '深腔模具随形冷却镶件委托开发',
      'development_commissioned',
      ['yaochuan', 'xinmo'],
      ['conformal-cooling'],
      [620, 73],
      ['2026-03-03', '2026-03-27'],
    ),
    16,
    'completed',
  ),
  sealHeat: brokered(
    contract(
      '电驱油封耐高低温胶料委托开发',
      'development_commissioned',
      ['hushan', 'mifeng'],
      ['elastomer-seal'],
      [360, 77],
      ['2026-05-12', '2026-06-03'],
    ),
    5,
    'delivering',
  ),
  screwLife: brokered(
    contract(
      '玻纤料专用螺杆激光熔覆技术服务',
      'service',
      ['siming', 'luogan'],
      ['screw-wear'],
      [140, 71],
      ['2026-06-02', '2026-06-24'],
    ),
    6,
    'agreed',
    'unconfirmed',
  ),
  boltCrack: brokered(
    contract(
      '高强螺栓氢脆控制技术咨询',
      'consulting',
      ['qinyue', 'gaoqiang'],
      [],
      [280, 100],
      ['2026-02-26', '2026-03-20'],
    ),
    4,
    'delivering',
    'late',
  ),
};

/** The rest of the half-year: contracts without an engagement here. */
export const direct2026: readonly ContractRow[] = [
  contract(
    '港区无人集卡调度整体技术开发',
    'development_commissioned',
    ['zitai', 'matou'],
    ['truck-auto'],
    [52000, 78],
    ['2026-04-02', '2026-05-22'],
  ),
  contract(
    '高热导压铸模具钢冶炼技术转让',
    'transfer',
    ['xinghai', 'gangtie'],
    ['tool-steel'],
    [26800, 74],
    ['2026-02-03', '2026-03-18'],
  ),
  contract(
    '全电动注塑机碳化硅驱动联合开发',
    'development_joint',
    ['jiangwan', 'haishe'],
    ['power-driver'],
    [18500, 77],
    ['2026-05-06', '2026-06-18'],
  ),
  contract(
    '光引发剂与低迁移油墨技术转让',
    'transfer',
    ['zhaobao', 'huagong'],
    ['uv-ink'],
    [12600, 72],
    ['2026-01-19', '2026-03-03'],
  ),
  contract(
    '码头势能回收微电网技术开发',
    'development_commissioned',
    ['zitai', 'matou'],
    ['port-microgrid'],
    [7200, 69],
    ['2026-03-16', '2026-04-29'],
  ),
  contract(
    '随形冷却模具成套技术许可',
    'license',
    ['yaochuan', 'hengmo'],
    ['conformal-cooling'],
    [6400, 80],
    ['2026-01-27', '2026-03-10'],
  ),
  contract(
    '长玻纤聚丙烯粒料生产技术许可',
    'license',
    ['hushan', 'shuzhi'],
    ['long-fibre'],
    [4800, 75],
    ['2026-04-14', '2026-05-27'],
  ),
  contract(
    '吊具与钢丝绳健康诊断技术开发',
    'development_commissioned',
    ['xinghai', 'gangji'],
    ['spreader-health', 'wire-rope'],
    [3600, 73],
    ['2026-02-10', '2026-03-19'],
  ),
  contract(
    '低重稀土磁体晶界扩散技术转让',
    'transfer',
    ['siming', 'dianji'],
    ['magnet'],
    [3200, 76],
    ['2026-03-05', '2026-04-15'],
  ),
  contract(
    '淬硬模具钢高速铣削工艺开发',
    'development_commissioned',
    ['hubin', 'hengmo'],
    ['hardened-milling'],
    [2600, 70],
    ['2026-05-13', '2026-06-16'],
  ),
  contract(
    '注塑机数据采集与远程运维开发',
    'development_joint',
    ['dongpu', 'haishe'],
    ['iot-gateway'],
    [2400, 74],
    ['2026-01-21', '2026-02-13'],
  ),
  contract(
    '电池托盘集成液冷技术开发',
    'development_joint',
    ['zitai', 'lvzhu'],
    ['battery-liquid'],
    [2100, 71],
    ['2026-04-23', '2026-05-26'],
  ),
  contract(
    '港机司机虚拟培训系统技术服务',
    'service',
    ['meiyu', 'gangji'],
    ['training-vr'],
    [1300, 68],
    ['2026-05-20', '2026-06-12'],
  ),
  contract(
    '轴承磨床振动诊断技术服务',
    'service',
    ['qinyue', 'zhoucheng'],
    ['edge-vibration'],
    [980, 79],
    ['2026-02-24', '2026-03-17'],
  ),
  contract(
    '冷镦线声发射监测技术转让',
    'transfer',
    ['dongpu', 'jingu'],
    ['press-monitor'],
    [720, 75],
    ['2026-03-18', '2026-04-09'],
  ),
  contract(
    '保险杠涂层剥离再生技术许可',
    'license',
    ['hushan', 'daqi'],
    ['plastic-recycle'],
    [480, 78],
    ['2026-04-28', '2026-05-21'],
  ),
  contract(
    '热作模具钢热处理技术咨询',
    'consulting',
    ['xinghai', 'gangtie'],
    ['tool-steel'],
    [160, 100],
    ['2026-06-04', '2026-06-26'],
  ),
];
