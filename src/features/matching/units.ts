import { type Atom, atoms, onlyBefore, onlyBehind } from './unit-table.ts';

/** A unit by what it measures; `value * factor + offset` is in the dimension's base unit. */
export type Unit = { dimension: string; factor: number; offset?: number };

/** What a Chinese unit is the first character of, and then no unit. */
const wordsBeginningWith: Record<string, string> = {
  米: '粒饭粉糠曲汤黄',
  克: '隆服氏罗里拉朗斯',
  安: '全装排徽',
  欧: '洲美元盟',
  瓦: '斯片',
  帕: '金',
  成: '本品果功立员分都为熟型矿活长份就人药绩套像膜岩虫体正因鱼对',
  倍: '增频率数捻他压半',
  天: '然津线气文体山生敌麻',
  年: '代龄级份轻鉴度画均',
  周: '围边向转易长密岁期',
  秒: '差',
  转: '化移让动录基子速换变型运诊角向入炉盘轴筒座染印录',
  次: '级要生氯序品数日声谐磷亚谷',
  升: '高温级降压至到华力沉速起',
  丝: '绸网状杆织素瓜氨攸束径印带虫',
  方: '面案法向式程形差位便格',
  度: '数量假过日',
  元: '素件器组模宵代宝胡参法体硬气催共配混酸醇羧复系材线',
  吨: '位',
  寸: '口',
};

const degrees = new Set(['℃', '°C', '摄氏度', '℉', '华氏度', 'K']);
const aDegree: Atom = { factor: 1, powers: { degree: 1 } };
const longest = Math.max(...[...atoms.keys()].map((name) => name.length));
/** What a unit may begin with: most numbers are followed by something else. */
const starts = new Set([...atoms.keys(), ...degrees].map((name) => name[0]!));
const exponent = /\^?[-−]?[1-4](?![0-9.]|\s?[a-zA-Zμ])|⁻?[¹²³⁴]/y;
const stroke = /\s?(?:\/|每|·|•|⋅|\*|\.(?=[a-zA-Z]))\s?/y;

/** The longest name at a place: a Latin one ends with its letters, 年代 is no 年. */
function nameAt(text: string, at: number): string | undefined {
  if (!starts.has(text[at] ?? '')) return undefined;
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const name = text.slice(at, at + length);
    if (!atoms.has(name) && !degrees.has(name)) continue;
    const next = text[at + length] ?? '';
    if (/[a-zA-ZμΩ]$/.test(name) ? /[a-zA-Zμ]/.test(next) : begins(name, next)) continue;
    return name;
  }
  return undefined;
}

const begins = (name: string, next: string) =>
  name.length === 1 && next !== '' && wordsBeginningWith[name]?.includes(next) === true;

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

type Factor = { name: string; raised: string; divides: boolean };

/** A unit at a place of a text, as people write them: mg/L, kg·m⁻³, W/(m·K), 公里每小时, 米/秒. */
export function unitAt(text: string, at: number): string | undefined {
  const end = factorsAt(text, at)?.end;
  return end === undefined ? undefined : text.slice(at, end);
}

function factorsAt(text: string, at: number): { factors: Factor[]; end: number } | undefined {
  const name = nameAt(text, at);
  if (name === undefined || onlyBehind.has(name)) return undefined;
  const raised = matchAt(exponent, text, at + name.length);
  const factors: Factor[] = [{ name, raised, divides: false }];
  let end = at + name.length + raised.length;
  let divides = false;
  let open = false;
  for (;;) {
    const separator = matchAt(stroke, text, end);
    if (separator === '') break;
    const bracket: boolean = text[end + separator.length] === '(' && !open;
    const from = end + separator.length + (bracket ? 1 : 0);
    const next = nameAt(text, from);
    if (next === undefined) break;
    if (!open) divides = /[/每]/.test(separator);
    const power = matchAt(exponent, text, from + next.length);
    factors.push({ name: next, raised: power, divides });
    end = from + next.length + power.length;
    open ||= bracket;
    if (open && text[end] === ')') {
      open = false;
      end += 1;
    }
  }
  return onlyBefore.has(name) && factors.length === 1 ? undefined : { factors, end };
}

/** The unit of 每分钟6转: what stands before the number divides what stands behind it. */
export function perBefore(text: string): { unit: string; start: number } | undefined {
  const start = text.lastIndexOf('每');
  if (start < 0 || text.length - start > 6) return undefined;
  const name = text.slice(start + (text[start + 1] === '一' ? 2 : 1)).trim();
  return name !== '' && atoms.has(name) ? { unit: name, start } : undefined;
}

const known = new Map<string, Unit | undefined>();

/** The unit by its spelling, or undefined: quantities of unknown units are not compared. */
export function unitOf(spelling: string): Unit | undefined {
  const name = spelling.trim().replaceAll('％', '%').replaceAll('µ', 'μ');
  if (!known.has(name)) {
    // Spellings come from people: what was seen is kept, but not without end.
    if (known.size > 5000) known.clear();
    known.set(name, read(name));
  }
  return known.get(name);
}

function read(name: string): Unit | undefined {
  if (name === '') return { dimension: 'number', factor: 1 };
  if (name === '℉' || name === '华氏度') {
    return { dimension: 'temperature', factor: 5 / 9, offset: (-32 * 5) / 9 };
  }
  if (name === 'K') return { dimension: 'temperature', factor: 1, offset: -273.15 };
  if (degrees.has(name)) return { dimension: 'temperature', factor: 1 };
  // A machine's 转 alone is turns a minute.
  const spelled = name === '转' ? '转/分钟' : name;
  const found = factorsAt(spelled, 0);
  if (found?.end !== spelled.length) return undefined;
  const powers = new Map<string, number>();
  let factor = 1;
  for (const { name: part, raised, divides } of found.factors) {
    const atom = atoms.get(part) ?? aDegree;
    const power = (divides ? -1 : 1) * powerOf(raised);
    factor *= atom.factor ** power;
    for (const [base, times] of Object.entries(atom.powers)) {
      powers.set(base, (powers.get(base) ?? 0) + times * power);
    }
  }
  const dimension = [...powers]
    .filter(([, power]) => power !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([base, power]) => `${base}${power}`)
    .join(' ');
  return { dimension: dimension === '' ? 'ratio' : dimension, factor };
}

function powerOf(raised: string): number {
  if (raised === '') return 1;
  const digits = raised
    .replace(/[⁻−]/g, '-')
    .replace(/[¹²³⁴]/g, (one) => String('¹²³⁴'.indexOf(one) + 1));
  return Number(digits.replace('^', ''));
}

/** 度 is an angle or a temperature: it is compared with whichever the other side states. */
export function comparable(a: string, b: string): boolean {
  const loose = new Set(['deg1', 'temperature']);
  return a === b || (loose.has(a) && loose.has(b));
}
