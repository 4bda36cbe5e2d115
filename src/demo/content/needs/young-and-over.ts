import { goal, type NeedRow } from '../need-row.ts';

/** Needs that nobody works on yet (drafts, submitted), and those that came to nothing. */
export const youngNeeds = {
  micaNoise: {
    firm: 'dianji',
    field: 'electronics',
    title: '车窗电机异音靠老师傅听',
    problem: '一条线一个老师傅听声音，听久了也不准，明年要退休。想用机器代替，节拍五秒，车间吵。',
    indicators: [goal('节拍', '<=', 5, 's')],
    budgetWan: 70,
    modes: ['transfer'],
  },
  platingNi: {
    firm: 'jingu',
    field: 'environment',
    title: '锌镍废水镍离子不达标',
    problem:
      '新标准镍要零点一以下，我们车间出水零点五上下，加药越加越多，污泥也多。地方小，放不下大池子。',
    indicators: [goal('出水镍', '<=', 0.1, 'mg/L')],
    budgetWan: 130,
    modes: ['service'],
  },
  oilFog: {
    firm: 'lingmo',
    field: 'environment',
    title: '压铸车间油烟看不见对面',
    problem:
      '脱模剂喷出来的烟车间里散不掉，工人意见大，屋顶风机抽出去又被投诉。想每台机收，滤芯不要老换。',
    budgetWan: 90,
    modes: ['service'],
  },
  pvStand: {
    firm: 'guangfu',
    field: 'new_energy',
    title: '跟踪支架怕台风，客户不敢用',
    problem:
      '我们做固定支架多，想做跟踪的，沿海客户怕台风扭断。需要有人算、有人做风洞，给一套能放心卖的图。',
    indicators: [goal('抗风等级', '>=', 15, '级')],
    budgetWan: 260,
    modes: ['commissioned'],
  },
  mudDry: {
    firm: 'yinran',
    field: 'environment',
    title: '印染污泥八成水，运一车水',
    problem: '压滤以后还有八成水，一吨外运四百多，味道大。想在厂里弄干，热源有定型机的余热可以用。',
    indicators: [goal('含水率', '<=', 35, '%')],
    budgetWan: 200,
    modes: ['service', 'joint'],
  },
  rubberMould: {
    firm: 'chaomo',
    field: 'advanced_manufacturing',
    title: '橡胶模具积碳洗一次停半天',
    problem: '模具四百度积碳，下模用药水泡半天，花纹还会洗坏。想在机台上直接洗，别伤皮纹。',
    budgetWan: 40,
    modes: ['service', 'transfer'],
  },
  bioYarn: {
    firm: 'huaxian',
    field: 'new_materials',
    title: '生物基聚酯一高速就断头',
    problem:
      '客户要生物基纱线，切片买来纺到三千米每分就断头，低速又不经济。想知道是切片问题还是组件问题。',
    indicators: [goal('纺丝速度', '>=', 3200, 'm/min')],
    budgetWan: 110,
    modes: ['joint'],
  },
  penLine: {
    firm: 'bixin',
    title: '制笔装配还靠手工，换型一天',
    problem: '一天做八十个品种，装配线换型要一天，老是卡笔芯。想要小批也能自动的线，价钱不要太高。',
    budgetWan: 150,
    modes: ['transfer'],
  },
  shopPlan: {
    firm: 'haili',
    title: '二十多台机器排产全靠一个人脑子',
    problem: '排产的师傅一请假就乱，换模换色没算进去，老延期。软件买过一套用不起来，要懂车间的人。',
  },
  coolantSmell: {
    firm: 'chuanshan',
    title: '切削液三个月就臭',
    problem: '加工线切削液三个月发臭，换一次十几吨废液，工人手上起疹子。',
    budgetWan: 30,
  },
  gridAudit: {
    firm: 'zhenzhi',
    title: '厂房线路老，怕起火',
    problem: '厂房二十年了，线路乱，消防来查过几次，想要能提前报警的东西。',
  },
  zincMagnet: {
    firm: 'dianji',
    field: 'new_materials',
    title: '磁钢重稀土太贵，想少用',
    problem: '磁瓦里的镝价钱涨得厉害，听说扩散法能少用一半，想换供应或自己上炉子。',
    confidential: { budgetFen: 'nda' },
    budgetWan: 600,
    modes: ['transfer'],
  },
} as const satisfies Record<string, NeedRow>;

export const pastNeeds = {
  perpetual: {
    firm: 'guangfu',
    field: 'new_energy',
    title: '收购自发电节能装置技术',
    problem: '有人推荐一种不用外接能源的发电装置，想请高校鉴定后投资生产。',
  },
  cheapSteel: {
    firm: 'hengmo',
    title: '找便宜的进口模具钢渠道',
    problem: '想找价格低的进口模具钢，每月二十吨，要现货。',
    budgetWan: 100,
  },
  oldResin: {
    firm: 'huagong',
    field: 'new_materials',
    title: '催化剂滤布老是破',
    problem: '反应釜出来的浆料过滤，滤布一个月破一次，催化剂跑到成品里。想换能反吹的过滤管。',
    indicators: [goal('过滤精度', '<=', 1, 'µm')],
    budgetWan: 180,
    modes: ['transfer'],
  },
  helperFoam: {
    firm: 'zhuji',
    field: 'new_materials',
    title: '织物抗菌整理剂想换天然原料',
    problem: '季铵盐类的客户不要了，想用壳聚糖之类的做抗菌整理，耐洗二十次。',
    indicators: [goal('抑菌率', '>=', 95, '%', '洗涤 20 次后')],
    budgetWan: 60,
  },
  glueGap: {
    firm: 'haili',
    field: 'new_materials',
    title: '车门护板卡扣处缩痕',
    problem: '护板背面有卡扣，正面就有缩痕，喷漆都盖不住。试过减胶位、改保压，只好一半。',
    indicators: [goal('缩痕深度', '<=', 0.02, 'mm')],
    budgetWan: 50,
    modes: ['commissioned'],
  },
} as const satisfies Record<string, NeedRow>;
