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
 * Registered and absorbed from 2026-01-01 to 2026-06-30, with `contracts-2026-direct.ts`: exactly 28
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
