/** Which way is better: 1 more, -1 less, 0 it depends. */
type Direction = 1 | -1 | 0;

/** What numbers are about, in the words of shop floors and of papers; the longest word wins. */
const table: readonly [string, Direction, string][] = [
  [
    'life',
    1,
    '寿命 使用年限 服役期 耐久性 耐用 续航时间 续航 保质期 货架期 lifetime service life durability',
  ],
  ['ageing', 1, '老化 氙灯 盐雾 耐候 紫外 aging ageing weathering salt spray'],
  ['yield', 1, '收率 得率 产率 提取率 浸出率 yield'],
  ['conversion', 1, '转化率 conversion'],
  ['survival', 1, '成活率 存活率 成苗率 孵化率 survival'],
  [
    'removal',
    1,
    '去除率 脱除率 除去率 清除率 降解率 脱色率 净化率 去除效率 净化效率 除尘效率 过滤效率 截留率 脱硫率 脱硝率 杀菌率 抑菌率 removal',
  ],
  [
    'accuracy',
    1,
    '准确率 正确率 识别率 精确率 识别精度 分类精度 命中率 检出率 准确度 预测精度 accuracy',
  ],
  ['pass', 1, '合格率 良率 成品率 良品率 优级品率 一次通过率 pass rate'],
  ['recovery', 1, '回收率 利用率 recovery'],
  [
    'error',
    -1,
    '误差 偏差 不确定度 精度 失真 漂移 重复性 rsd 标准差 公差 error deviation tolerance',
  ],
  ['false', -1, '误报率 误判率 误识率 漏检率 漏报率 误检率 假阳性率 虚警率 false alarm'],
  ['efficiency', 1, '效率 能效 效能 efficiency'],
  ['consumption', -1, '能耗 耗电 功耗 电耗 油耗 水耗 气耗 耗能 耗量 consumption'],
  ['loss', -1, '损耗 损失率 损失 衰减 压降 压力损失 loss attenuation'],
  ['cost', -1, '成本 费用 价格 造价 单价 投资 售价 单套 cost price'],
  ['duration', -1, '时间 耗时 用时 时长 周期 工期 工时 响应 延时 延迟 恢复 time delay latency'],
  ['speed', 0, '速度 线速 车速 流速 风速 速率 speed velocity'],
  ['vibration', -1, '振速 震速 振动速度 振幅 加速度 vibration'],
  ['rotation', 0, '转速 rotation speed'],
  ['strength', 1, '强度 应力 承载力 strength'],
  ['hardness', 1, '硬度 hardness'],
  ['modulus', 1, '模量 刚度 modulus stiffness'],
  ['toughness', 1, '韧性 冲击功 toughness'],
  ['elongation', 1, '伸长率 延伸率 塑性 elongation'],
  ['shrinkage', -1, '收缩率 变形量 变形 翘曲 shrinkage'],
  ['purity', 1, '纯度 purity'],
  ['content', 0, '含量 content'],
  ['impurity', -1, '杂质 残留量 残留 灰分 impurity residue'],
  ['concentration', 0, '浓度 排放 concentration emission'],
  ['temperature', 0, '温度 工作温度 使用温度 耐温 温升 temperature'],
  ['heat', 1, '耐高温 耐热 耐热温度 热变形温度 heat resistance'],
  ['cold', -1, '耐低温 耐寒 低温 抗冻 cold'],
  ['pressure', 0, '压力 压强 耐压 pressure'],
  ['power', 0, '功率 出力 power'],
  ['voltage', 0, '电压 voltage'],
  ['current', 0, '电流 current'],
  ['frequency', 0, '频率 主频 频带 带宽 bandwidth frequency'],
  ['resistance', 0, '电阻 阻抗 resistance'],
  ['conductivity', 1, '电导率 导电率 导热系数 热导率 导率 conductivity'],
  ['ripple', -1, '纹波 噪声 噪音 杂散 noise ripple'],
  ['snr', 1, '信噪比 snr'],
  ['roughness', -1, '粗糙度 roughness'],
  ['thickness', 0, '厚度 板厚 膜厚 壁厚 层厚 thickness'],
  ['size', 0, '直径 粒径 孔径 尺寸 长度 宽度 高度 体积 面积 diameter size length'],
  ['flatness', -1, '平面度 平整度 圆度 跳动 同轴度 直线度 flatness'],
  ['leak', -1, '泄漏率 泄漏 漏率 leak'],
  ['friction', -1, '摩擦系数 磨损量 磨损率 磨损 friction wear'],
  ['weight', -1, '重量 质量 自重 减重 weight mass'],
  ['capacity', 1, '产能 处理量 产量 亩产 容量 日产 流量 capacity output'],
  ['density', 0, '密度 density'],
  ['humidity', -1, '含水率 水分 湿度 moisture humidity'],
  ['porosity', 0, '孔隙率 孔隙度 气孔率 porosity'],
  ['permeability', 0, '渗透率 透气率 透气性 permeability'],
  ['colour', -1, '色差 黄变 黄度 colour difference'],
  ['adhesion', 1, '附着力 粘结强度 剥离强度 结合强度 adhesion'],
  ['distance', 1, '作用距离 探测距离 读取距离 读距 读出距离 通信距离 距离 range distance'],
  ['sensitivity', 1, '灵敏度 sensitivity'],
  ['detection', -1, '检出限 检测限 检测下限 定量限 detection limit'],
  ['viscosity', 0, '粘度 黏度 viscosity'],
  ['resolution', -1, '分辨率 分辨力 resolution'],
  ['count', 1, '循环 次数 疲劳次数 cycles'],
  ['ph', 0, 'ph ph值 酸碱度'],
  ['transmittance', 1, '透光率 透过率 transmittance'],
  ['brightness', 1, '亮度 光效 brightness'],
  ['rate', 1, '成功率 有效率 治愈率 覆盖率 生存率 发芽率 出苗率 response rate'],
];

export type Property = { code: string; direction: Direction };
/** Every word by the property that it names. */
export const byWord = new Map<string, Property>();
for (const [code, direction, words] of table) {
  for (const word of words.split(' ')) byWord.set(word, { code, direction });
}
// English names of two words were cut in two above: the halves that are too common say nothing.
for (const word of ['service', 'rate', 'salt', 'limit', 'false', 'pass', 'range', 'difference'])
  byWord.delete(word);
