import { byWord, type Property } from './property-table.ts';

const words = [...byWord.keys()].sort((a, b) => b.length - a.length);
const pattern = new RegExp(
  words.map((word) => (/[a-z]/.test(word) ? `(?<![a-z])${word}(?![a-z])` : word)).join('|'),
  'g',
);

/** Verbs, measures and courtesies around the name of a thing. */
const filler =
  /提高|提升|增加|增大|降低|减少|减小|缩短|延长|达到?|要求|希望|控制|保证|保持|不得?|超过|高于|低于|小于|大于|平均|最[大小高低]|相对|绝对|总体|整体|本|该|其|此|我们|公司|客户|方法|系统|处理|执行|运行|做到|实测|仅需|最终|必须|额定|产品|成品|样品|制品|材料|设备|装置|样机|机组|实验|试验|测试|测量|结果|表明|显示|算法|可以?|能够?|仅|均|左右|以上|以下|以内|范围|性能|指标|数值|水平|条件|情况|使用|时|后|前|下|为|是|的|了|在|有|和|与|及|至|到|由|从|对|等|且|并|而|也|都|就|要|须|应|约|值|率|量|度|(?<![a-z])(?:the|should|shall|must|be|shows?|tests?|measured|service|we|our|results?|of|is|and|a|an|was|were|with|for|to|in|at)(?![a-z])/g;

export type Named = {
  property?: Property;
  /** Every property word, sorted: 电压纹波 and 纹波电压 are one. */
  all: string;
  object: string;
};

const known = new Map<string, Named>();

/** What a name or a clause measures (its last property word), and of what (the rest of it). */
export function nameOf(text: string): Named {
  let named = known.get(text);
  if (named === undefined) {
    if (known.size > 20_000) known.clear();
    named = readName(text.toLowerCase());
    known.set(text, named);
  }
  return named;
}

/** Properties that say little beside another one: 杂质含量 is about 杂质. */
const vague = new Set(['content', 'concentration', 'size']);

function readName(text: string): Named {
  const found = [...text.matchAll(pattern)].map(([word]) => byWord.get(word)!);
  // What follows 的 behind the number stands last, and names it best.
  const property = found.findLast(({ code }) => !vague.has(code)) ?? found.at(-1);
  const object = text
    // Where and when it was found: 重结晶后纯度, 测试集上识别率.
    .replace(/^.*[后时下中上内](?=[\u4e00-\u9fff]{2})/, '')
    .replace(pattern, ' ')
    .replace(filler, ' ')
    .replace(/[^\u4e00-\u9fffa-z]+|(?<![a-z])[a-z]{1,2}(?![a-z])/g, ' ')
    .replace(/\s+/g, ' ');
  const all = [...new Set(found.map(({ code }) => code))].sort().join(' ');
  return { ...(property && { property }), all, object: object.trim() };
}

/** How surely a number is about what an indicator names; `alike`: the property, of another thing. */
export type About = 'same' | 'alike' | 'other';

/**
 * The same property counts, unless both sides name things that differ: 总氮去除率 is not
 * 总磷去除率. Without a property word on either side two characters in a row must agree.
 */
export function aboutness(name: string, subject: string): About {
  const wanted = nameOf(name);
  const given = nameOf(subject);
  if (wanted.property === undefined && given.property === undefined) {
    return overlap(name, subject, 2) && agree(wanted.object, given.object) ? 'same' : 'other';
  }
  if (wanted.property === undefined || given.property === undefined) {
    return overlap(wanted.object, given.object, 2) && agree(wanted.object, given.object)
      ? 'same'
      : 'other';
  }
  if (wanted.property.code !== given.property.code && wanted.all !== given.all) return 'other';
  return agree(wanted.object, given.object) ? 'same' : 'alike';
}

/** A Chinese name ends with what it is the name of: one side's last character is in the other. */
function agree(a: string, b: string): boolean {
  const [one, other] = [chinese(a), chinese(b)];
  if (one === '' || other === '') return true;
  return other.includes(one.at(-1)!) || one.includes(other.at(-1)!);
}

const chinese = (text: string) => text.replace(/[^\u4e00-\u9fff]/g, '');

/** Whether two texts share so many Chinese characters in a row, or a whole Latin word. */
function overlap(a: string, b: string, length: number): boolean {
  for (const part of a.toLowerCase().split(/\s+/)) {
    if (/^[a-z]+$/.test(part)) {
      if (
        part.length > 2 &&
        b
          .toLowerCase()
          .split(/[^a-z]+/)
          .includes(part)
      )
        return true;
      continue;
    }
    for (let i = 0; i + length <= part.length; i += 1) {
      const piece = part.slice(i, i + length);
      if (/^[\u4e00-\u9fff]+$/.test(piece) && b.includes(piece)) return true;
    }
  }
  return false;
}

/** 工作温度 -40～85 ℃ asks for a range to be covered; 粒径 10～15 μm for one to be kept within. */
export const isCovering = (name: string): boolean =>
  /工作|使用|环境|适应|适用|耐|量程|范围|转速|频带|带宽|车速|工况|可调|operating|working|range/i.test(
    name,
  );
