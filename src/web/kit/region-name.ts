import type { Language } from '../texts/language.ts';

/** Names of GB/T 2260 divisions: the district's own surroundings, big cities, and every province. */
const names: Record<string, readonly [zh: string, en: string]> = {
  330203: ['海曙区', 'Haishu'],
  330205: ['江北区', 'Jiangbei'],
  330206: ['北仑区', 'Beilun'],
  330211: ['镇海区', 'Zhenhai'],
  330212: ['鄞州区', 'Yinzhou'],
  330213: ['奉化区', 'Fenghua'],
  330225: ['象山县', 'Xiangshan'],
  330226: ['宁海县', 'Ninghai'],
  330281: ['余姚市', 'Yuyao'],
  330282: ['慈溪市', 'Cixi'],
  3301: ['杭州市', 'Hangzhou'],
  3302: ['宁波市', 'Ningbo'],
  3303: ['温州市', 'Wenzhou'],
  3304: ['嘉兴市', 'Jiaxing'],
  3305: ['湖州市', 'Huzhou'],
  3306: ['绍兴市', 'Shaoxing'],
  3307: ['金华市', 'Jinhua'],
  3308: ['衢州市', 'Quzhou'],
  3309: ['舟山市', 'Zhoushan'],
  3310: ['台州市', 'Taizhou'],
  3311: ['丽水市', 'Lishui'],
  2101: ['沈阳市', 'Shenyang'],
  2102: ['大连市', 'Dalian'],
  2201: ['长春市', 'Changchun'],
  2301: ['哈尔滨市', 'Harbin'],
  3201: ['南京市', 'Nanjing'],
  3202: ['无锡市', 'Wuxi'],
  3205: ['苏州市', 'Suzhou'],
  3401: ['合肥市', 'Hefei'],
  3501: ['福州市', 'Fuzhou'],
  3502: ['厦门市', 'Xiamen'],
  3601: ['南昌市', 'Nanchang'],
  3701: ['济南市', 'Jinan'],
  3702: ['青岛市', 'Qingdao'],
  4101: ['郑州市', 'Zhengzhou'],
  4201: ['武汉市', 'Wuhan'],
  4301: ['长沙市', 'Changsha'],
  4401: ['广州市', 'Guangzhou'],
  4403: ['深圳市', 'Shenzhen'],
  5101: ['成都市', 'Chengdu'],
  6101: ['西安市', "Xi'an"],
  6201: ['兰州市', 'Lanzhou'],
  11: ['北京市', 'Beijing'],
  12: ['天津市', 'Tianjin'],
  13: ['河北省', 'Hebei'],
  14: ['山西省', 'Shanxi'],
  15: ['内蒙古自治区', 'Inner Mongolia'],
  21: ['辽宁省', 'Liaoning'],
  22: ['吉林省', 'Jilin'],
  23: ['黑龙江省', 'Heilongjiang'],
  31: ['上海市', 'Shanghai'],
  32: ['江苏省', 'Jiangsu'],
  33: ['浙江省', 'Zhejiang'],
  34: ['安徽省', 'Anhui'],
  35: ['福建省', 'Fujian'],
  36: ['江西省', 'Jiangxi'],
  37: ['山东省', 'Shandong'],
  41: ['河南省', 'Henan'],
  42: ['湖北省', 'Hubei'],
  43: ['湖南省', 'Hunan'],
  44: ['广东省', 'Guangdong'],
  45: ['广西壮族自治区', 'Guangxi'],
  46: ['海南省', 'Hainan'],
  50: ['重庆市', 'Chongqing'],
  51: ['四川省', 'Sichuan'],
  52: ['贵州省', 'Guizhou'],
  53: ['云南省', 'Yunnan'],
  54: ['西藏自治区', 'Tibet'],
  61: ['陕西省', 'Shaanxi'],
  62: ['甘肃省', 'Gansu'],
  63: ['青海省', 'Qinghai'],
  64: ['宁夏回族自治区', 'Ningxia'],
  65: ['新疆维吾尔自治区', 'Xinjiang'],
};

/**
 * What people call a region: a division, or the nearest division above it that is known, with the
 * code then; a country by its own name.
 */
export function regionName(code: string, language: Language): string {
  const place = language === 'zh' ? 0 : 1;
  if (/^[A-Z]{2}$/.test(code)) {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  }
  if (!/^\d{6}$/.test(code)) return code;
  if (names[code]) return names[code][place];
  const above = names[code.slice(0, 4)] ?? names[code.slice(0, 2)];
  return above ? `${above[place]} ${code}` : code;
}
