import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { checkIndicators } from '../../src/features/matching/indicators.ts';
import { findQuantities } from '../../src/features/matching/quantities.ts';
import { readIndicators } from '../../src/features/matching/read-indicators.ts';
import { type Satisfaction, satisfactions } from '../../src/vocabulary.ts';

const pair = z.strictObject({
  need: z.string(),
  capability: z.string(),
  state: z.enum(satisfactions),
});
export type IndicatorPair = z.output<typeof pair>;

/** Pairs of sentences of our own making with what a reader would say; one JSON object a line. */
export async function readIndicatorPairs(name: string): Promise<IndicatorPair[]> {
  const text = await readFile(new URL(`../data/${name}.jsonl`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => pair.parse(JSON.parse(line)));
}

/** What the service says of a pair: `unknown` also where it reads no indicator at all. */
export function judgePair({ need, capability }: IndicatorPair): Satisfaction {
  const asked = readIndicators([
    { field: 'problem', text: need, quantities: findQuantities(need) },
  ]);
  const [check] = checkIndicators(asked, findQuantities(capability));
  return check?.satisfaction ?? 'unknown';
}

/** Of each state: how many were said, how many there are, and how many of both. */
export function measurePairs(pairs: readonly IndicatorPair[]) {
  const judged = pairs.map((one) => ({ truth: one.state, said: judgePair(one) }));
  return satisfactions.map((state) => {
    const said = judged.filter((one) => one.said === state);
    const there = judged.filter((one) => one.truth === state);
    const both = said.filter((one) => one.truth === state).length;
    return {
      state,
      there: there.length,
      precision: said.length === 0 ? 1 : both / said.length,
      recall: there.length === 0 ? 1 : both / there.length,
    };
  });
}
