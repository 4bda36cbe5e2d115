const digits = new Map<string, number>(
  [...'零一二三四五六七八九'].map((digit, value) => [digit, value]),
);
digits.set('〇', 0).set('两', 2);
const smallUnits = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** 三千五百, 两万, 一点五, 半, 二〇二六: the number, or undefined when the characters are none. */
export function parseChineseNumber(text: string): number | undefined {
  if (text === '半') return 0.5;
  // 六七年 is six or seven, not sixty-seven.
  if (/^[一二三四五六七八九]{2}$/.test(text)) return undefined;
  const [whole, fraction] = text.split('点');
  const value = parseWhole(whole!);
  if (value === undefined || fraction === undefined) return value;
  let place = 0.1;
  let sum = value;
  for (const character of fraction) {
    const digit = digits.get(character);
    if (digit === undefined) return undefined;
    sum += digit * place;
    place /= 10;
  }
  return sum;
}

function parseWhole(text: string): number | undefined {
  if (text === '') return undefined;
  // 三四十, 十五六 and 二三十万 are guesses.
  if (/[十百千万亿]/.test(text) && /[一二三四五六七八九]{2}/.test(text)) return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const unit = smallUnits.get(character);
    if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = undefined;
    } else if (character === '万' || character === '亿') {
      const part = section + (digit ?? 0);
      total = character === '万' ? total + part * 1e4 : (total + part) * 1e8;
      section = 0;
      digit = undefined;
    } else {
      const next = digits.get(character);
      if (next === undefined) return undefined;
      // 二〇二六: digits in a row are places.
      digit = digit === undefined ? next : digit * 10 + next;
    }
  }
  const value = total + section + (digit ?? 0);
  return value === 0 && !/[零〇]/.test(text) ? undefined : value;
}
