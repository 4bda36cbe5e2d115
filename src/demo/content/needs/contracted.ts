import { goal, type NeedRow } from '../need-row.ts';

/** Needs behind brokered contracts of 2025 and 2026. */
export const contractedNeeds = {
  bumperFade: {
    firm: 'daqi',
    field: 'new_materials',
    title: '保险杠户外两年就发白开裂',
    product: '聚丙烯保险杠',
    process: '注塑，不喷漆',
    problem:
      '我们给主机厂做免喷涂保险杠，聚丙烯料，客户反映晒两年就发白，边角还有细裂纹。换过三家改性料，不是颜色跑就是低温一碰就碎，希望有一种料能直接用在现有模具上。',
    indicators: [
      goal('氙灯老化后色差', '<=', 2, 'ΔE', '3000 小时'),
      goal('缺口冲击强度', '>=', 8, 'kJ/m²', '-30℃'),
    ],
    budgetWan: 300,
    modes: ['commissioned', 'license'],
    tried: '加过两种光稳定剂，成本涨了一成，效果只多撑半年。',
    confidential: { budgetFen: 'assigned', tried: 'nda' },
  },
  diecastCrack: {
    firm: 'lingmo',
    field: 'advanced_manufacturing',
    title: '压铸模做到五六万模次就龟裂',
    problem:
      '铝合金变速箱壳体的压铸模，热作钢，五六万模次浇口附近就开始龟裂，铸件表面拉伤，补焊以后更快坏。客户要求寿命十万模次以上，不然要扣款。',
    indicators: [goal('首次龟裂模次', '>=', 100000, '次')],
    budgetWan: 180,
    modes: ['commissioned', 'service'],
    confidential: { budgetFen: 'assigned' },
  },
  dyeSalt: {
    firm: 'yinran',
    field: 'environment',
    title: '染色废水含盐高，回用不了',
    problem:
      '活性染料染棉，废水盐分高、颜色深，生化后面接了反渗透，膜一个礼拜就堵。园区要求中水回用一半以上，吨水费用又不能太贵，现在每天一千多吨愁着往外排。',
    indicators: [goal('回用率', '>=', 50, '%'), goal('吨水运行成本', '<=', 10, '元')],
    budgetWan: 900,
    modes: ['service', 'joint'],
  },
  gridVision: {
    firm: 'jingu',
    field: 'advanced_manufacturing',
    title: '螺栓混料、缺牙靠人工挑不干净',
    problem:
      '一天出口一百多万件螺栓，目检六个人两班倒，还是每个月有客户投诉混规格、头部裂纹。想上自动分选，规格多，换一次型不能超过十五分钟。',
    indicators: [goal('分选速度', '>=', 500, '件/分'), goal('漏检率', '<=', 20, 'ppm')],
    budgetWan: 160,
    modes: ['transfer'],
  },
  craneSway: {
    firm: 'gangji',
    field: 'transport',
    title: '岸桥小车停下来箱子还要晃十几秒',
    product: '岸边集装箱起重机',
    problem:
      '新出口的岸桥客户要半自动作业，现在小车到位以后吊具还要晃十几秒，风一大司机就得手动稳。对手已经有防摇，我们自己编的算法在绳长变化时不稳，需要成熟方案装进我们的电控柜。',
    indicators: [goal('停摆时间', '<=', 5, 's', '六级风'), goal('对位偏差', '<=', 50, 'mm')],
    budgetWan: 40000,
    modes: ['joint', 'license'],
    confidential: { budgetFen: 'nda', organization: 'assigned' },
  },
  freeAlloy: {
    firm: 'lvzhu',
    field: 'new_materials',
    title: '一体化压铸件一热处理就变形',
    problem:
      '减震塔和后地板越做越大，固溶处理以后变形三四毫米，校正费工还裂。听说有免热处理的铝合金，但国外牌号要专利费，想找能授权、流动性也够的国产材料。',
    indicators: [goal('铸态延伸率', '>=', 10, '%'), goal('屈服强度', '>=', 125, 'MPa')],
    budgetWan: 6000,
    modes: ['license', 'joint'],
    confidential: { budgetFen: 'assigned' },
  },
  servoSave: {
    firm: 'haishe',
    field: 'advanced_manufacturing',
    title: '大型注塑机保压切换有冲击，克重不稳',
    product: '二板式注塑机',
    problem:
      '一千八百吨以上的机器，注射转保压那一下压力冲一下，做薄壁桶克重差千分之五，客户拿日本机器比。希望控制算法能放进我们自己的控制器，顺便把电耗降下来。',
    indicators: [goal('克重重复精度', '<=', 0.1, '%'), goal('电耗降低', '>=', 15, '%')],
    budgetWan: 12000,
    modes: ['license', 'joint'],
    confidential: { budgetFen: 'nda' },
  },
  screwLife: {
    firm: 'luogan',
    field: 'advanced_manufacturing',
    title: '打玻纤料螺杆三个月就磨掉一圈',
    problem:
      '客户打百分之五十玻纤尼龙，我们的渗氮螺杆三个月棱就磨圆了，塑化慢、黑点多。整体合金的太贵，想要一种熔覆或者喷涂的办法，旧螺杆也能修。',
    indicators: [goal('寿命', '>=', 12, '月'), goal('熔覆层硬度', '>=', 60, 'HRC')],
    budgetWan: 400,
    modes: ['transfer', 'service'],
  },
  penInk: {
    firm: 'wenju',
    field: 'new_materials',
    title: '中性笔放半年就断墨',
    problem:
      '出口的中性笔海运加仓库要放八个月，到客户手上有百分之二三写不出来，笔头干、颜料沉。用进口墨水没问题但是贵，想自己配，书写要顺，不堵头。',
    indicators: [goal('四十度储存', '>=', 12, '月'), goal('书写长度', '>=', 800, 'm')],
    budgetWan: 2000,
    modes: ['transfer'],
  },
  motorEff: {
    firm: 'dianji',
    field: 'new_energy',
    title: '高效电机不用稀土做不到五级',
    problem:
      '国外客户明年要超高能效电机，稀土价钱一天一个样，我们想用铁氧体或者磁阻的路子，但是转子结构强度和振动没底，样机试了两台都叫。',
    indicators: [goal('效率', '>=', 96, '%', '22kW 额定负载'), goal('噪声', '<=', 68, 'dB')],
    budgetWan: 2400,
    modes: ['transfer', 'commissioned'],
  },
  gearWhine: {
    firm: 'mingfan',
    field: 'advanced_manufacturing',
    title: '电驱减速器高速啸叫',
    problem:
      '给新能源车配的减速器，一万二千转往上车里能听见尖叫，主机厂要求整改。齿形我们按图磨的，三坐标也合格，就是叫，不知道磨纹还是修形的问题。',
    indicators: [goal('台架噪声降低', '>=', 4, 'dB'), goal('齿轮精度', '<=', 4, '级')],
    budgetWan: 1800,
    modes: ['joint'],
    confidential: { indicators: 'assigned', budgetFen: 'assigned' },
  },
  coolLoop: {
    firm: 'xinmo',
    field: 'advanced_manufacturing',
    title: '深腔件冷却慢，周期下不来',
    problem:
      '做收纳箱和饰件的模具，深腔底部冷不透，周期四十多秒，件还翘。普通水路转不过去，想试打印镶件，但不知道寿命和漏水风险。',
    indicators: [goal('成型周期缩短', '>=', 20, '%'), goal('镶件寿命', '>=', 300000, '模次')],
    budgetWan: 700,
    modes: ['commissioned', 'service'],
  },
  sealHeat: {
    firm: 'mifeng',
    field: 'new_materials',
    title: '电驱油封一百五十度就漏',
    problem:
      '油封原来配变速箱没问题，换到电驱上转速高、油温一百五十度，跑几百小时唇口就硬了。氟胶的低温又过不去，要高低温都行的胶料配方。',
    indicators: [
      goal('压缩永久变形', '<=', 30, '%', '150℃ 1000 h'),
      goal('低温回缩', '<=', -40, '℃'),
    ],
    budgetWan: 500,
    modes: ['commissioned'],
  },
  vocPaint: {
    firm: 'gangji',
    field: 'environment',
    title: '港机大件喷涂废气间歇排，治理费电',
    problem:
      '大件喷房一天喷几个小时，风量十几万，浓度低，活性炭换得勤，催化炉一直烧着费气。希望浓缩以后再处理，喷的时候开、不喷的时候省。',
    indicators: [goal('净化率', '>=', 95, '%'), goal('能耗降低', '>=', 30, '%')],
    budgetWan: 3600,
    modes: ['service'],
  },
  hydroPump: {
    firm: 'yeya',
    field: 'advanced_manufacturing',
    title: '柱塞泵低速启动烧配流盘',
    problem:
      '三十五兆帕的柱塞泵，冬天低速带载启动，配流盘会拉伤，返修率百分之三。换铜料和涂层都试过，只是晚一点坏，想从润滑结构上解决。',
    indicators: [goal('容积效率', '>=', 95, '%'), goal('台架寿命', '>=', 2000, 'h')],
    budgetWan: 1200,
    modes: ['license'],
  },
  dieDust: {
    firm: 'lvzhu',
    field: 'environment',
    title: '铝灰堆了两个库房没人收',
    problem:
      '熔炼出来的铝灰算危废，外运一吨两千多还排队，遇水还冒氨味。想在厂里或者园区就地处理掉，最好能变成能卖的东西。',
    indicators: [goal('处理能力', '>=', 5, '吨/日')],
    budgetWan: 1600,
    modes: ['joint', 'transfer'],
  },
  boltCrack: {
    firm: 'gaoqiang',
    field: 'advanced_manufacturing',
    title: '十二点九级螺栓装上几天后断头',
    problem:
      '镀锌的高强螺栓装配三五天后头下断裂，断口看着像氢脆。去氢时间加到十二小时还是偶尔有，想知道到底多长够，有没有快一点的检验办法。',
    indicators: [goal('延迟断裂率', '<=', 1, 'ppm')],
    budgetWan: 260,
    modes: ['consulting', 'commissioned'],
  },
} as const satisfies Record<string, NeedRow>;
