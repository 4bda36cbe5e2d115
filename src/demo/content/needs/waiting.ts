import { goal, type NeedRow } from '../need-row.ts';

/** Open needs: a broker is asked or has just accepted, or nobody yet. */
export const waitingNeeds = {
  odorTrim: {
    firm: 'daqi',
    field: 'new_materials',
    title: '内饰件气味三点五级过不了',
    problem:
      '门板用的改性聚丙烯，主机厂气味要求三级以内，我们测三点五，烘料也没用。料厂说是助剂，我们说是回料，扯不清，要有人能查出来是谁的味道。',
    indicators: [goal('气味等级', '<=', 3, '级')],
    budgetWan: 80,
    modes: ['service', 'consulting'],
  },
  headerSensor: {
    firm: 'gaoqiang',
    field: 'advanced_manufacturing',
    title: '冷镦机夜班断针没人知道',
    problem:
      '冷镦机一个人看八台，夜里断了冲针还在打，一晚上废几千件。希望机器自己知道异常马上停，装起来不要动机床。',
    indicators: [goal('停机反应', '<=', 100, 'ms')],
    budgetWan: 140,
    modes: ['transfer'],
  },
  barrelHeat: {
    firm: 'dongshe',
    field: 'new_energy',
    title: '料筒加热圈费电又烫人',
    problem:
      '电阻加热圈一大半热散在车间里，夏天四十度。想换感应加热，怕控温不准也怕改造影响出厂认证，要能配套给整机的方案。',
    indicators: [goal('节电', '>=', 40, '%'), goal('外壁温度', '<=', 60, '℃')],
    budgetWan: 200,
    modes: ['license', 'joint'],
  },
  ropeCheck: {
    firm: 'diaoju',
    field: 'transport',
    title: '钢丝绳内部断丝看不出来',
    problem:
      '客户的轮胎吊钢丝绳到期就换，其实有的还好，有的里面已经断了。我们做维保，想有个仪器挂上去跑一遍就知道能不能用。',
    indicators: [goal('断丝定量误差', '<=', 5, '%')],
    budgetWan: 60,
    modes: ['transfer', 'service'],
  },
  tubeCoat: {
    firm: 'yiliao',
    field: 'biomedicine',
    title: '导尿管润滑涂层一泡就掉',
    problem:
      '亲水涂层浸水后头几次很滑，拉几趟就掉渣，注册检验过不去。现在用进口涂液，价钱高，想换国产并帮着做生物相容性。',
    indicators: [goal('摩擦系数', '<=', 0.06, ''), goal('循环摩擦', '>=', 30, '次')],
    budgetWan: 150,
    modes: ['license'],
    confidential: { tried: 'nda' },
    tried: '试过两家等离子预处理。',
  },
  fishFreeze: {
    firm: 'shipin',
    field: 'agriculture',
    title: '带鱼解冻出水多，客户嫌柴',
    problem:
      '小黄鱼、带鱼风冷速冻，解冻一出水一成多，商超退货。听说有浸渍速冻，怕鱼有味道，想先拿几百斤试试。',
    indicators: [goal('汁液流失率', '<=', 5, '%')],
    budgetWan: 120,
    modes: ['service', 'transfer'],
  },
  presSensor: {
    firm: 'chuangan',
    field: 'electronics',
    title: '压力传感器上到一百八十度漂移大',
    problem:
      '注塑机喷嘴和液压客户要高温压力传感器，我们的扩散硅到一百五十度就漂。想引进耐高温芯片或者一起流片，封装我们自己能做。',
    indicators: [goal('工作温度', '>=', 200, '℃'), goal('精度', '<=', 0.25, '%FS')],
    budgetWan: 500,
    modes: ['license', 'joint'],
    confidential: { budgetFen: 'assigned' },
  },
  sandReuse: {
    firm: 'zhuzao',
    field: 'environment',
    title: '废砂一年两千吨，运费越来越贵',
    problem:
      '树脂砂废砂以前填路基，现在没人要，一吨运费加处理两百多。想再生回用，怕灼减高做出来的件有气孔。',
    indicators: [goal('再生率', '>=', 90, '%'), goal('灼减', '<=', 0.3, '%')],
    budgetWan: 420,
    modes: ['transfer', 'joint'],
  },
  paintWater: {
    firm: 'tuliao',
    field: 'new_materials',
    title: '水性漆喷在焊缝上总闪锈',
    problem:
      '想把机床、塑机用的溶剂漆换成水性的，一到黄梅天焊缝边上就泛黄锈。树脂买过好几家的，耐盐雾不到五百小时。',
    indicators: [goal('耐盐雾', '>=', 800, 'h')],
    budgetWan: 160,
    modes: ['commissioned'],
  },
  tiBolt: {
    firm: 'jingu',
    field: 'aerospace',
    title: '想做钛合金紧固件，温镦开裂',
    problem:
      '航空客户来问钛合金螺栓，我们用自己的多工位机加热打了一批，头下有折叠，有的裂。缺加热和润滑的经验，也不懂体系怎么过。',
    indicators: [goal('剪切强度', '>=', 660, 'MPa')],
    budgetWan: 350,
    modes: ['joint', 'consulting'],
  },
  fenderLoad: {
    firm: 'matou',
    field: 'transport',
    title: '台风天不知道缆绳还扛不扛得住',
    problem:
      '台风来的时候大船靠着，缆绳绷得吓人，只能靠老师傅看。想在系缆桩上装个能读数的，超了就报警，三年不用管。',
    budgetWan: 180,
    modes: ['joint', 'service'],
  },
  wasteHeat: {
    firm: 'lvzhu',
    field: 'new_energy',
    title: '熔铝炉烟气七百度白白排掉',
    problem:
      '三台熔铝炉排烟七百度，换热器半年就被腐蚀漏了。想把热用来烘料或者预热模具，设备要耐得住，两年能回本。',
    indicators: [goal('炉耗下降', '>=', 12, '%')],
    budgetWan: 300,
    modes: ['joint'],
  },
  footprint: {
    firm: 'wenju',
    field: 'environment',
    title: '欧洲客户要每支笔的碳足迹',
    problem:
      '客户发来一张表要填每个产品的碳排放，我们只有一张总电表，几百个品种怎么分。请咨询公司一个品种两万，做不起，要能自己算的办法。',
    budgetWan: 50,
    modes: ['consulting', 'service'],
  },
  visionDefect: {
    firm: 'xinmo',
    field: 'electronics',
    title: '高光件划伤缩痕靠灯下看',
    problem:
      '高光黑饰板反光厉害，人在灯下看半天还漏。品种多批量小，不可能拍几千张坏件，想要少量样品就能用的检测。',
    indicators: [goal('漏检率', '<=', 0.3, '%'), goal('换型时间', '<=', 20, 'min')],
    budgetWan: 100,
    modes: ['transfer'],
  },
} as const satisfies Record<string, NeedRow>;
