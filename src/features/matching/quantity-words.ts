import type { Relation } from '../../vocabulary.ts';

/** Words before a number that set a bound, longest first where one holds the other. */
const bounds: readonly [Relation, string][] = [
  [
    '<=',
    '≤|≦|⩽|<=|不得?(?:高于|大于|多于)|不(?:许|得|能|要|会)?(?:超过|超|高过)|别超过|低于等于|小于等于|小于或等于|最[多高大](?:不超过)?|至多|上限|at most|no more than|not (?:to )?exceed(?:ing)?|up to|within|max(?:imum)?\\.?(?: of)?',
  ],
  [
    '>=',
    '≥|≧|⩾|>=|不得?(?:低于|小于|少于)|不(?:许|能|要|会)(?:低于|小于|少于)|大于等于|大于或等于|至少|起码|最[少低小]|保证|下限|高达|at least|no less than|not less than|min(?:imum)?\\.?(?: of)?',
  ],
  ['<', '<|小于|低于|少于|不足|不到|短于|优于|less than|below|under|fewer than|lower than'],
  [
    '>',
    '>|大于|高于|超过|超出|多于|长于|突破|more than|above|over|greater than|exceed(?:ing|s)?|longer than',
  ],
];
/** 达到: a bound when one asks for it, the very value when one has done it. */
const reached: readonly [Relation, string][] = [
  [
    '<=',
    '控制[在到]|(?:(?<![压温])降低?|减小?|减少|缩短|下降|缩小)[到至为]|压缩?[到至]|reduced? to|down to|cut to|lowered to',
  ],
  [
    '>=',
    '(?:提[高升]?|增[加大]?|延长|升高?|做|加长|扩大|放大|上升)[到至]|(?:可|能)?达到?了?|up to|reach(?:es|ed|ing)?|increased? to|raised? to|extended to|achiev(?:es|ed|ing)',
  ],
];
const changes: readonly ['up' | 'down', string][] = [
  [
    'up',
    '提高|增加|提升|增大|上升|延长|增长|增产|升高|高出?|加快|快|提速|增|多|improved? by|increased? by|higher by',
  ],
  [
    'down',
    '降低|减少|下降|缩短|减小|节约|节省|节能|减轻|压缩|(?<![压温])降|省|减|少|低|reduced? by|reduction of|lower(?:ed)? by|cut by',
  ],
];
const roughly = '约为?|大约|大概|大致|将近|接近|近|about|approximately|around|ca\\.|~';
const filler = '(?:[\\s为是了在有出上]|as|of|to|is|by)*';

type Words = readonly (readonly [string, string])[];
const anyOf = (...lists: Words[]) =>
  lists.flatMap((list) => list.map(([, words]) => words)).join('|');
const ending = (words: string) => new RegExp(`(?:${words})${filler}(${roughly})?${filler}$`, 'i');
const testers = <T extends string>(list: readonly (readonly [T, string])[]) =>
  list.map(([name, words]) => [name, ending(words)] as const);

const boundEndings = testers(bounds);
const reachedEndings = testers(reached);
const changeEndings = testers(changes);
const roughEnding = new RegExp(`(?:${roughly})${filler}$`, 'i');
const lastBound = new RegExp(
  `(?:${anyOf(bounds, reached)})${filler}(?:${roughly})?${filler}$`,
  'i',
);
const lastChange = new RegExp(`(?:${anyOf(changes)})${filler}(?:${roughly})?${filler}$`, 'i');

export type Said = {
  relation: Relation;
  reached?: true;
  change?: 'up' | 'down';
  rough?: true;
  /** How many characters of the text before the number these words take. */
  length: number;
};

/** What the words right before a number say of it. */
export function saidBefore(whole: string): Said {
  // A symbol may stand between: 粗糙度做到 Ra 0.4.
  const text = whole.replace(/(?<=[\u4e00-\u9fff])\s?[A-Z][a-z0-9]{0,2}\s?$/, '');
  const bound = boundEndings.find(([, end]) => end.test(text));
  const done = bound === undefined ? reachedEndings.find(([, end]) => end.test(text)) : undefined;
  const found = (bound ?? done) === undefined ? null : lastBound.exec(text);
  const rest = found === null ? text : text.slice(0, found.index);
  // 提高到 names a goal, 提高了 and 提高至少 a difference.
  const change = done ? undefined : changeEndings.find(([, end]) => end.test(rest));
  const changed = change === undefined ? null : lastChange.exec(rest);
  const rough = roughEnding.exec(text);
  return {
    relation: (bound ?? done)?.[0] ?? '=',
    ...(done && { reached: true }),
    ...(change && { change: change[0] }),
    ...(rough && { rough: true }),
    length:
      whole.length -
      Math.min(
        changed?.index ?? text.length,
        found?.index ?? text.length,
        rough?.index ?? text.length,
      ),
  };
}

const behind = new RegExp(
  '^\\s?(?:(?<low>以上|及以上|或以上|往上|or more|or above|or higher|and above)' +
    '|(?<high>以下|以内|之内|及以下|之下|内(?![部外在容])|不到|or less|or below|or lower)' +
    '|(?<rough>左右|上下|多(?![种个次样项处])|出头|or so))+',
);

/** What the words right behind a number and its unit say of it. */
export function saidBehind(text: string): { relation?: Relation; rough?: true; length: number } {
  const match = behind.exec(text);
  if (match === null) return { length: 0 };
  const { low, high, rough } = match.groups!;
  return {
    ...(low && { relation: '>=' as const }),
    ...(high && { relation: '<=' as const }),
    ...(rough && { rough: true as const }),
    length: match[0].length,
  };
}
