import type { AnalysedField } from './analyse.ts';
import type { Indicator } from './indicators.ts';
import { nameOf } from './properties.ts';
import type { Quantity } from './quantities.ts';
import { unitOf } from './units.ts';

/** From here on a sentence says what is wanted. */
const wish =
  /希望|要求|目标|指标|想要|想把|想将|想让|要(?=达|不|超|高|低|优|降|提|减|压|升|大于|小于|高于|低于|控制|到|在|有|做到|能)|求|盼|最好|务必|必须|客户要|标准是|要能|要做到|只要|期望|争取|力争|需要|需达|应达|须达|(?:能|可)(?:达到|做到|测到|用)|want|need|require|target|should|must|hope/i;
/** What is the case, was tried or is feared; a wish behind it in the same sentence still counts. */
const present =
  /现在|目前|眼下|现有|去年|前年|上月|试过|用过|做过|换过|自己|以前|已经|只有|才|老是|一直|每年|一年|每天|每月|年产|日产|日处理|赔|损失|花了|手头|手里|我们是|我厂|员工|不敢|掉到|跌到|currently|so far|at present|last year|tried/;
/** 6转到20转都稳: the wish may stand behind. */
const wishBehind = /^[^，。；,;！？\n]{0,12}(?:都要|都能|都行|都稳|要稳|就行|即可|才行)/;
/** Numbers of these are conditions and money matters, not what a capability is measured by. */
const aside = /预算|经费|投资|注册|订单|工期|万元|元$/;
const most = 12;

/**
 * What a need's text asks for in numbers, where nobody has put it into the list: bounds and goals
 * that stand in a wish. Shop-floor texts hold more numbers of how bad it is than of how good it
 * must be, so what is not plainly asked for is left out.
 */
export function readIndicators(
  fields: readonly Pick<AnalysedField, 'field' | 'text' | 'quantities'>[],
): Indicator[] {
  return fields
    .flatMap(({ field, text, quantities }) =>
      quantities.flatMap((quantity) => {
        const indicator = asked(text, quantity);
        const { start, end } = quantity;
        return indicator === undefined ? [] : [{ ...indicator, source: { field, start, end } }];
      }),
    )
    .slice(0, most);
}

function asked(text: string, quantity: Quantity): Indicator | undefined {
  const { relation, value, upper, unit, change, subject, reached, rough } = quantity;
  if (subject === '' || aside.test(subject)) return undefined;
  const outcome = isOutcome(subject);
  if (!outcome && /元|块钱|^[年天周月]|个月|小时$/.test(unit)) return undefined;
  // With the first words of the bound: 要 is a wish where 达到 or 不超过 follows.
  const sentence = text.slice(startOfSentence(text, quantity.start), quantity.start + 2);
  const wished = wishBehind.test(text.slice(quantity.end))
    ? sentence.length
    : lastMatch(sentence, wish);
  const clause = sentence.slice(
    Math.max(sentence.lastIndexOf('，'), sentence.lastIndexOf(',')) + 1,
  );
  if (present.test(clause)) return undefined;
  // 不超过 forbids wherever it stands; 不到 and 超过 alone tell how it is.
  const forbids = (relation === '<=' || relation === '>=') && !reached && outcome;
  if (!forbids && (wished < 0 || lastMatch(sentence, present) > wished)) return undefined;
  const bound = relation !== '=' || change !== undefined || reached === true;
  const direction = nameOf(subject).property?.direction ?? 0;
  if (!bound && (direction === 0 || rough)) return undefined;
  return {
    name: outcome ? tidy(subject) : (nameByUnit(unit) ?? tidy(subject)),
    relation:
      relation === '=' || (reached && direction !== 0)
        ? change !== undefined || direction > 0
          ? '>='
          : '<='
        : relation,
    value,
    ...(upper !== undefined && { upper }),
    unit,
    ...(change && { change }),
  };
}

/** Where the words do not say what is measured, some units do. */
function nameByUnit(unit: string): string | undefined {
  const names: Record<string, string> = {
    'rev1 s-1': '转速',
    temperature: '温度',
    's-1': '频率',
    'm1 s-1': '速度',
  };
  return names[unitOf(unit)?.dimension ?? ''];
}

const isOutcome = (subject: string) => nameOf(subject).property !== undefined;

function startOfSentence(text: string, at: number): number {
  const before = text.slice(0, at);
  return (
    Math.max(...['。', '！', '？', '；', '\n', '. '].map((stop) => before.lastIndexOf(stop))) + 1
  );
}

function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(new RegExp(pattern, 'gi'))) last = index;
  return last;
}

/** 希望成活率 is 成活率. */
function tidy(subject: string): string {
  const name = subject
    .replace(
      /^.*(?:希望|要求|目标|指标|想要|想把|求|盼|最好|必须|期望)[:：是]?(?:把|将|让|能(?![耗效量力源级])|有)?/,
      '',
    )
    .replace(/^(?:the|an?)\s|\s(?:should|must|shall|needs? to)(?:\s.*)?$/gi, '')
    .replace(/(?:要求|必须|须|要)$/, '')
    .replace(/^[、和与及,，\s]+/, '')
    .replace(/[:：（(的在到为是\s]+$/, '')
    .trim();
  return name === '' ? subject : name;
}
