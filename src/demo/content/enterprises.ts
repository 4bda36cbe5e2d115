import type { Tier } from '../../vocabulary.ts';

/** Forty invented firms as a harbour district with its moulds, cars and presses has them. */
export interface EnterpriseRow {
  key: string;
  name: string;
  /** GB/T 4754. */
  industry: string;
  tier?: Tier;
}

const firm = (key: string, name: string, industry: string, tier?: Tier): EnterpriseRow => ({
  key,
  name,
  industry,
  ...(tier && { tier }),
});

export const enterprises: readonly EnterpriseRow[] = [
  firm('gangji', '宁波港屿起重机械有限公司', 'C3432', 'champion'),
  firm('haili', '北仑海砺汽配厂', 'C3670', 'technology'),
  firm('mingfan', '宁波铭帆屿汽车部件有限公司', 'C3670', 'little_giant'),
  firm('daqi', '北仑砌石汽车饰件有限公司', 'C3670', 'specialized'),
  firm('chuanshan', '北仑穿岬底盘件有限公司', 'C3670', 'specialized'),
  firm('yunfan', '宁波云舸车灯有限公司', 'C3670', 'innovative'),
  firm('hengmo', '北仑恒榫模具有限公司', 'C3525', 'champion'),
  firm('lingmo', '北仑灵刃压铸模具厂', 'C3525', 'specialized'),
  firm('xinmo', '北仑昕榫精密模具有限公司', 'C3525', 'little_giant'),
  firm('chaomo', '宁波潮刻橡胶模具厂', 'C3525', 'high_growth'),
  firm('haishe', '宁波海塬注塑机有限公司', 'C3523', 'champion'),
  firm('dongshe', '北仑东塬塑机有限公司', 'C3523', 'little_giant'),
  firm('luogan', '北仑螺脊塑机螺杆厂', 'C3523', 'technology'),
  firm('diaoju', '北仑锚链吊具有限公司', 'C3432', 'specialized'),
  firm('matou', '北仑潮信集装箱码头服务有限公司', 'G5532', 'technology'),
  firm('huagong', '北仑青峙湾精细化工有限公司', 'C2614', 'specialized'),
  firm('shuzhi', '宁波岬光合成树脂有限公司', 'C2651', 'little_giant'),
  firm('zhuji', '北仑澜青助剂有限公司', 'C2661', 'technology'),
  firm('tuliao', '北仑虹屿涂料有限公司', 'C2641', 'innovative'),
  firm('yinran', '北仑锦汐印染有限公司', 'C1713', 'technology'),
  firm('zhenzhi', '宁波棉澜针织有限公司', 'C1761', 'high_growth'),
  firm('huaxian', '北仑纤潮化纤有限公司', 'C2822', 'specialized'),
  firm('jingu', '北仑钉岭紧固件有限公司', 'C3482', 'little_giant'),
  firm('gaoqiang', '宁波铆屿高强螺栓有限公司', 'C3482', 'specialized'),
  firm('wenju', '宁波笔屿文具有限公司', 'C2411', 'champion'),
  firm('bixin', '北仑墨汐制笔厂', 'C2412', 'innovative'),
  firm('zhuzao', '北仑砂屿精密铸造有限公司', 'C3391', 'specialized'),
  firm('lvzhu', '宁波铝澜压铸有限公司', 'C3392', 'little_giant'),
  firm('rongmo', '北仑熔岬精铸厂', 'C3391', 'technology'),
  firm('famen', '北仑闸汐阀门有限公司', 'C3443', 'technology'),
  firm('yeya', '宁波液塬液压有限公司', 'C3444', 'specialized'),
  firm('zhoucheng', '北仑滚澜轴承有限公司', 'C3451', 'little_giant'),
  firm('mifeng', '北仑密屿密封件有限公司', 'C2913', 'innovative'),
  firm('dianji', '宁波磁汐电机有限公司', 'C3812', 'specialized'),
  firm('xianlan', '北仑缆屿线缆有限公司', 'C3831', 'technology'),
  firm('guangfu', '北仑日汐光伏支架有限公司', 'C3311', 'high_growth'),
  firm('gangtie', '北仑炉岬特钢有限公司', 'C3130', 'specialized'),
  firm('shipin', '北仑潮鲜水产加工厂', 'C1361', 'high_growth'),
  firm('yiliao', '宁波澜心医疗器械有限公司', 'C3584', 'innovative'),
  firm('chuangan', '北仑感屿传感器有限公司', 'C4021', 'technology'),
];

/** Buyers elsewhere, to whom institutes and firms of the district sell: the output flow. */
export const buyersElsewhere = [
  { name: '舟渚船舶修造有限公司', district: '330902', body: '91330902MADEM001A' },
  { name: '嘉塘汽车零部件有限公司', district: '330402', body: '91330402MADEM002B' },
  { name: '苏澜装备制造有限公司', district: '320506', body: '91320506MADEM003C' },
] as const;
