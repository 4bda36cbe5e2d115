import type { EditField } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { CapabilityValues } from './capability-values.ts';

/** What two versions of a capability are compared by, in the reader's words. */
export function useCapabilityDifferences(): EditField<CapabilityValues>[] {
  const { t, word } = useText();
  const words = t.capabilities.form;
  return [
    { name: words.title, keys: ['title'], show: ({ title }) => title },
    { name: words.abstract, keys: ['abstract'], show: ({ abstract }) => abstract },
    { name: words.keywords, keys: ['keywords'], show: ({ keywords }) => keywords },
    { name: words.field, keys: ['field'], show: ({ field }) => word('fields', field || undefined) },
    {
      name: words.stage,
      keys: ['stage'],
      show: ({ stage }) => word('capabilityStages', stage || undefined),
    },
    { name: words.trl, keys: ['trl'], show: ({ trl }) => trl },
    {
      name: words.ip,
      keys: ['ip'],
      show: ({ ip }) =>
        ip.map((right) => Object.values(right).filter(Boolean).join(' ')).join('\n'),
    },
    { name: words.experts, keys: ['experts'], show: ({ experts }) => experts },
    { name: words.equipment, keys: ['equipment'], show: ({ equipment }) => equipment },
    { name: words.cases, keys: ['cases'], show: ({ cases }) => cases },
    {
      name: words.modes,
      keys: ['cooperationModes'],
      show: ({ cooperationModes }) =>
        cooperationModes.map((mode) => word('cooperationModes', mode)).join('、'),
    },
    {
      name: words.visibility,
      keys: ['visibility'],
      show: ({ visibility }) => word('capabilityVisibilities', visibility),
    },
    { name: words.validUntil, keys: ['validUntil'], show: ({ validUntil }) => validUntil },
  ];
}
