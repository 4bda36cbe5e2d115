import { type Field, fields } from '../../vocabulary.ts';

/** Words that betray the technology field of a text. */
const lexicon: Record<Field, string> = {
  electronics:
    '芯片 电路 集成电路 软件 算法 通信 信号 雷达 天线 传感器 处理器 图像 网络 数据库 编码 嵌入式 无线 光纤 ' +
    '半导体 显示屏 电源 滤波 频率 单片机 程序 服务器 人工智能 神经网络 机器视觉 物联网 云计算 信息系统',
  aerospace:
    '飞行器 航空 航天 卫星 火箭 无人机 直升机 机翼 导弹 飞机 高超声速 航电 姿态控制 飞控 涡扇 机载 引信 弹道 推进剂',
  advanced_manufacturing:
    '机床 加工 模具 焊接 铸造 锻造 轴承 齿轮 切削 磨削 机器人 自动化 生产线 冲压 激光 数控 装配 液压 减振 振动 ' +
    '密封 电机 伺服 泵 阀门 压缩机 控制器 注塑 故障诊断 刀具 纺织 织物 印染',
  biomedicine:
    '药 医疗 患者 临床 疾病 细胞 基因 蛋白 抗体 疫苗 试剂盒 中药 治疗 诊断 手术 血 肿瘤 免疫 原料药 中间体 药理 ' +
    '结核 酶 肽 病毒 制剂 康复 口腔 护理',
  new_materials:
    '材料 合金 钢 陶瓷 高分子 树脂 橡胶 塑料 纤维 涂层 复合材料 纳米 薄膜 石墨烯 催化剂 晶体 粉末 腐蚀 老化 ' +
    '光稳定剂 阻燃 增韧 粘接 胶黏剂 聚合物 玻璃 膜材料 镀层 磁性',
  new_energy:
    '电池 光伏 风电 风力发电 太阳能 储能 燃料电池 锂 节能 充电 变流 电网 逆变器 氢能 制氢 石油 天然气 油井 气田 ' +
    '油田 煤 锅炉 热泵 余热 发电 汽轮机 直驱 采油 储层',
  environment:
    '污水 废水 废气 除尘 污染 固废 重金属 脱硫 脱硝 环保 垃圾 回收 总氮 总磷 氨氮 排放 土壤修复 水处理 粉尘 ' +
    '资源化 生态 监测 尾矿 矿产 采矿 矿山 成矿 大气 降水',
  nuclear: '核电 反应堆 核燃料 辐射防护 同位素 中子 放射性 压水堆 核电厂 核岛 蒸汽发生器 聚变 铀',
  agriculture:
    '小麦 水稻 玉米 种植 养殖 饲料 作物 果树 蔬菜 土壤 肥料 农药 畜牧 鱼 虾 苗 种子 品种 温室 食品 发酵 乳 肉 ' +
    '茶 粮 果实 灌溉 林 病虫害 贝 猪 鸡 牛 羊 水产 保鲜 提取物',
  transport:
    '汽车 车辆 铁路 轨道 船舶 船 港口 隧道 公路 桥梁 航道 交通 高铁 机车 发动机 轮胎 底盘 物流 运输 码头 驾驶 ' +
    '跟车 车身 保险杠 悬架 调度',
  urban_social:
    '建筑 混凝土 桩 地基 基坑 抗震 隔震 楼 消防 爆破 拆除 城市 社区 教育 培训 公共 安防 规划 岩土 边坡 滑坡 地震 ' +
    '施工 给排水 管网 旅游 文化 档案 体育 政策',
};

const fieldsByWord = new Map<string, Field[]>();
for (const field of fields) {
  for (const word of lexicon[field].split(' ')) {
    fieldsByWord.set(word, [...(fieldsByWord.get(word) ?? []), field]);
  }
}
const longestWord = Math.max(...[...fieldsByWord.keys()].map((word) => word.length));

/**
 * The field that most of a text's tell-tale words belong to, longer words counting more; undefined
 * when nothing tells or two fields tie. A guess: what people state goes before it.
 */
export function guessField(text: string): Field | undefined {
  const votes = new Map<Field, number>();
  // Beyond a few thousand characters more text tells nothing new.
  const end = Math.min(text.length, 4000);
  for (let at = 0; at < end; at += 1) {
    for (let length = Math.min(longestWord, end - at); length > 0; length -= 1) {
      const found = fieldsByWord.get(text.slice(at, at + length));
      if (found === undefined) continue;
      for (const field of found) votes.set(field, (votes.get(field) ?? 0) + length);
      at += length - 1;
      break;
    }
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? undefined : first[0];
}
