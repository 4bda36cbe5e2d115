import type { EditField } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { BrokerValues } from './broker-values.ts';

/** What two versions of a profile are compared by, in words. */
export function useBrokerDifferences(): EditField<BrokerValues>[] {
  const { t, word } = useText();
  const texts = t.desks.broker;
  return [
    { name: texts.grade, keys: ['grade'], show: ({ grade }) => word('brokerGrades', grade) },
    { name: texts.capacity, keys: ['capacity'], show: ({ capacity }) => String(capacity) },
    {
      name: texts.fields,
      keys: ['fields'],
      show: ({ fields }) => fields.map((field) => word('fields', field)).join('、'),
    },
    { name: texts.employer, keys: ['employer'], show: ({ employer }) => employer?.name },
    {
      name: texts.conflicts,
      keys: ['conflicts'],
      show: ({ conflicts }) => conflicts.map(({ name }) => name).join('、'),
    },
    {
      name: texts.leave,
      keys: ['leave'],
      show: ({ leave }) => leave.map(({ from, to }) => `${from}–${to}`).join('、'),
    },
    {
      name: t.states.done,
      keys: ['active'],
      show: ({ active }) => (active ? texts.takesNeeds : texts.inactive),
    },
  ];
}
