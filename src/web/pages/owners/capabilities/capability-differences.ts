import type { Difference } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { CapabilityValues } from './capability-values.ts';

/** Where two versions of a capability differ, each in the reader's words. */
export function useCapabilityDifferences() {
  const { t, word } = useText();
  const words = t.capabilities.form;
  const rows: [string, (values: CapabilityValues) => string][] = [
    [words.title, ({ title }) => title],
    [words.abstract, ({ abstract }) => abstract],
    [words.keywords, ({ keywords }) => keywords],
    [words.field, ({ field }) => word('fields', field || undefined)],
    [words.stage, ({ stage }) => word('capabilityStages', stage || undefined)],
    [words.trl, ({ trl }) => trl],
    [
      words.ip,
      ({ ip }) => ip.map((right) => Object.values(right).filter(Boolean).join(' ')).join('\n'),
    ],
    [words.experts, ({ experts }) => experts],
    [words.equipment, ({ equipment }) => equipment],
    [words.cases, ({ cases }) => cases],
    [
      words.modes,
      ({ cooperationModes }) =>
        cooperationModes.map((mode) => word('cooperationModes', mode)).join('、'),
    ],
    [words.visibility, ({ visibility }) => word('capabilityVisibilities', visibility)],
    [words.validUntil, ({ validUntil }) => validUntil],
  ];
  return (yours: CapabilityValues, theirs: CapabilityValues): Difference[] =>
    rows
      .map(([name, text]) => ({ name, yours: text(yours), theirs: text(theirs) }))
      .filter((row) => row.yours !== row.theirs);
}
