import { goal, type NeedRow } from '../need-row.ts';

/** Needs with talks going on, or given up. */
export const engagedNeeds = {
  containerId: {
    firm: 'matou',
    field: 'electronics',
    title: '堆场里集卡和箱子位置对不上',
    problem:
      '堆场卫星信号被箱子挡，系统里的箱位和实际差一排两排，司机下来找。想要贴个标签或者装个基站就能定到半米以内，设备要扛得住海风和撞。',
    indicators: [goal('定位误差', '<=', 0.5, 'm')],
    budgetWan: 600,
    modes: ['joint', 'service'],
  },
  lampLens: {
    firm: 'yunfan',
    field: 'electronics',
    title: '贯穿尾灯亮度不匀，中间一段发暗',
    problem:
      '一米二长的贯穿尾灯，厚壁导光条分三段注塑，接头处暗一截，客户要求看不出接缝。改了两轮模具还不行，光学设计和模具要一起看。',
    indicators: [goal('均匀性', '>=', 80, '%')],
    budgetWan: 220,
    modes: ['commissioned'],
    confidential: { product: 'assigned' },
    product: '贯穿式尾灯',
  },
  castPorosity: {
    firm: 'lvzhu',
    field: 'advanced_manufacturing',
    title: '副车架压铸气孔多，焊接就冒泡',
    problem:
      '副车架压铸完要焊支架，一焊就冒气孔，探伤退货两成。真空机上了一台，抽不到位，排气道老是堵，想找懂工艺的人到现场看。',
    indicators: [goal('型腔真空度', '<=', 5000, 'Pa'), goal('探伤合格率', '>=', 97, '%')],
    budgetWan: 380,
    modes: ['joint', 'consulting'],
  },
  weldBox: {
    firm: 'gangji',
    field: 'advanced_manufacturing',
    title: '箱形梁单件多，机器人示教比焊还慢',
    problem:
      '每台起重机的梁都不一样，机器人示教要半天，焊只要一小时。焊工越来越难招，要一种不用示教、装配有偏差也能跟得上的焊接办法。',
    indicators: [goal('编程时间', '<=', 10, 'min'), goal('一次探伤合格率', '>=', 97, '%')],
    budgetWan: 1500,
    modes: ['joint', 'transfer'],
    confidential: { budgetFen: 'assigned' },
  },
  knitRepel: {
    firm: 'zhenzhi',
    field: 'new_materials',
    title: '针织运动面料要无氟拒水',
    problem:
      '客户明年禁含氟整理剂，我们试的无氟助剂洗十次就不拒水了，手感还发硬。面料是锦氨弹力的，焙烘温度不能太高，想找能耐洗三十次的。',
    indicators: [goal('拒水等级', '>=', 4, '级', '洗涤 30 次后'), goal('焙烘温度', '<=', 150, '℃')],
    budgetWan: 90,
    modes: ['license', 'service'],
  },
  shellDry: {
    firm: 'rongmo',
    field: 'advanced_manufacturing',
    title: '精铸型壳干燥太慢，雨季天天等',
    problem:
      '硅溶胶型壳一层要干八个小时，黄梅天十二个小时，订单压着做不出来。加风加温又裂，想要快干的料或者干燥房的办法。',
    indicators: [goal('层间干燥时间', '<=', 3, 'h')],
    budgetWan: 150,
    modes: ['transfer'],
  },
  bearingWarp: {
    firm: 'zhoucheng',
    field: 'advanced_manufacturing',
    title: '薄壁套圈淬火后椭圆',
    problem:
      '新能源车用的薄壁轴承套圈，淬火后椭圆零点三毫米，磨削余量只好放大，磨一遍砂轮就多花钱。盐浴炉是前年买的，不想换设备。',
    indicators: [goal('椭圆变形', '<=', 0.15, 'mm')],
    budgetWan: 320,
    modes: ['consulting', 'joint'],
  },
  resinNylon: {
    firm: 'shuzhi',
    field: 'new_materials',
    title: '想做耐高温尼龙，聚合没经验',
    problem:
      '常规尼龙利润薄，想上耐高温的，电子连接器客户已经问过。我们有聚合釜和切粒线，缺单体配比和黏度控制的经验，三百度以上怎么不发黄。',
    indicators: [goal('熔点', '>=', 300, '℃'), goal('吸水率', '<=', 1.2, '%')],
    budgetWan: 3000,
    modes: ['license', 'joint'],
    confidential: { budgetFen: 'nda', process: 'assigned' },
    process: '间歇聚合',
  },
  pumpLeak: {
    firm: 'famen',
    field: 'new_energy',
    title: '想转做储氢瓶口阀，密封过不了',
    problem:
      '我们做工业阀门二十年，想转氢能，七十兆帕的瓶口阀打样三次，泄压以后密封圈起泡，氢气漏。要能设计、能做氢循环试验的单位一起搞。',
    indicators: [goal('压力循环', '>=', 50000, '次')],
    budgetWan: 800,
    modes: ['joint'],
  },
  cableChain: {
    firm: 'xianlan',
    field: 'new_materials',
    title: '拖链电缆阻燃料一弯就白',
    problem:
      '岸桥用的拖链电缆，无卤料弯几十万次就发白开裂，有卤的客户不要。挤出速度也上不去，想要又阻燃又耐弯的料。',
    indicators: [goal('弯曲次数', '>=', 5000000, '次'), goal('氧指数', '>=', 34, '%')],
    budgetWan: 260,
    modes: ['commissioned', 'license'],
  },
  dustDock: {
    firm: 'matou',
    field: 'environment',
    title: '散货泊位扬尘，喷水又费又冻',
    problem:
      '矿粉卸船的时候扬尘，周边老投诉。现在靠人看了再开喷淋，水费大、冬天结冰滑，希望哪里起尘喷哪里，能留记录给环保看。',
    budgetWan: 240,
    modes: ['service'],
  },
  steelThick: {
    firm: 'gangtie',
    field: 'electronics',
    title: '带钢在线测厚被水汽干扰',
    problem:
      '热轧后面的测厚仪一有水汽就跳数，射线的手续麻烦。想换激光的，要能在灰尘和水汽里稳定，能和压下联动。',
    indicators: [goal('重复性', '<=', 3, 'µm')],
    budgetWan: 120,
    modes: ['transfer'],
  },
} as const satisfies Record<string, NeedRow>;
