import type { ClarityPart } from '../../vocabulary.ts';
import { findQuantities } from './quantities.ts';

export type Clarity = { score: number; missing: ClarityPart[] };

/** What a broker asks first; the points of all parts sum to 100. */
const parts: readonly { part: ClarityPart; points: number; tells: RegExp }[] = [
  {
    part: 'material',
    points: 15,
    tells:
      /钢|铁|铝|铜|钛|锌|镁|镍|合金|金属|聚|烯|尼龙|塑料|树脂|橡胶|纤维|棉|布|皮革|涂料|漆|涂层|镀|陶瓷|玻璃|混凝土|水泥|木材?|石墨|硅|膜|胶|油|溶剂|溶液|酸|碱|盐|粉|颗粒|浆|原料|材料|材质|饲料|药|土壤?|岩|泥|煤|气体|水质|蒸汽|细胞|菌|鱼|苗|肉|果|steel|alloy|polymer|resin|rubber|plastic|ceramic|glass|material|fib(?:er|re)|coating/i,
  },
  {
    part: 'method',
    points: 15,
    tells:
      /工艺|方法|办法|算法|流程|加工|焊|铸|锻|热处理|注塑|挤出|冲压|切削|打磨|喷|烧结|发酵|提取|萃取|蒸馏|干燥|搅拌|过滤|检测|测量|控制|仿真|模型|程序|软件|试过|换过|改过|做过|加过|用过|现(?:在|用|有)|目前|眼下|采用|靠人|人工|process|method|weld|cast|mold|mould|algorithm|currently|tried/i,
  },
  {
    part: 'efficacy',
    points: 20,
    tells:
      /提高|提升|提到|降低|降到|减少|缩短|延长|增强|改善|避免|消除|防止|达到|不超过|不低于|不高于|以上|以下|以内|耐|抗|寿命|效率|精度|强度|硬度|良率|合格率|收率|成活率|误差|稳定|节能|省|快|稳|improve|reduce|increase|lower|higher|faster|lifetime|accuracy|efficien/i,
  },
  {
    part: 'product',
    points: 15,
    tells:
      /产品|零件|部件|构件|配件|设备|装置|机组|系统|仪器?|芯片|电路|电池|电机|发动机|传感器|模块|轴承?|齿轮|阀|泵|管|罐|炉|模具|机床|机器|线缆|车|船|飞机|板|屏|件|片|器|机|桩|井|塘|product|part|device|machine|equipment|sensor|battery|chip|pump|valve|bumper/i,
  },
  {
    part: 'application',
    points: 15,
    tells:
      /用于|用在|用到|用来|应用|适用|配套|供(?:应|给)|客户|用户|工况|环境|现场|车间|户外|室外|高温|低温|潮湿|海上|海洋|井下|沿海|矿|电站|工厂|厂|农场|大棚|医院|铁路|公路|港|码头|风场|产线|生产线|工地|used (?:for|in|on)|application|customer|outdoor|environment|workshop|plant/i,
  },
];
const quantityPoints = 20;
const shortProblem = 40;

/**
 * How well a need can be matched as it stands, 0–100, and what is missing. Advice, never a wall.
 * Only looks for tell-tale words, for it runs on every need that is posted.
 */
export function clarity(need: {
  title: string;
  problem: string;
  indicators?: readonly { name: string; relation: string; value: unknown; unit?: string }[];
}): Clarity {
  // The first thousands of characters say it or nothing does; keeps the cost bounded.
  const problem = need.problem.slice(0, 4000);
  const text = `${need.title.slice(0, 400)}\n${problem}`;
  const missing: ClarityPart[] = [];
  let score = 0;
  for (const { part, points, tells } of parts) {
    if (tells.test(text)) score += points;
    else missing.push(part);
  }
  if ((need.indicators?.length ?? 0) > 0 || findQuantities(text).length > 0) {
    score += quantityPoints;
  } else missing.push('quantity');
  // A line of catchwords names everything and says nothing.
  const told = Math.min(1, problem.trim().length / shortProblem);
  return { score: Math.round(score * (0.4 + 0.6 * told)), missing };
}
