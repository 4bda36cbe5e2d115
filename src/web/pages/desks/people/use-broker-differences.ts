import type { BrokerAnswer } from '../../../api/brokers.ts';
import type { Difference } from '../../../kit/stale-comparison.tsx';
import { useText } from '../../../texts/use-text.tsx';
import type { BrokerValues } from './broker-values.ts';

/** What of a profile differs between a form and the newest version, in words. */
export function useBrokerDifferences() {
  const { t, word } = useText();
  const texts = t.desks.broker;
  return (yours: BrokerValues, theirs: BrokerAnswer): Difference[] => {
    const names = new Map(
      [yours.employer ?? [], yours.conflicts].flat().map(({ id, name }) => [id, name]),
    );
    const called = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join('、');
    const days = (leave: readonly { from: string; to: string }[]) =>
      leave.map(({ from, to }) => `${from}–${to}`).join('、');
    const fields = (list: BrokerAnswer['fields']) =>
      list.map((field) => word('fields', field)).join('、');
    const yes = (value: boolean) => (value ? texts.takesNeeds : texts.inactive);
    return [
      {
        name: texts.grade,
        yours: word('brokerGrades', yours.grade),
        theirs: word('brokerGrades', theirs.grade),
      },
      { name: texts.capacity, yours: String(yours.capacity), theirs: String(theirs.capacity) },
      { name: texts.fields, yours: fields(yours.fields), theirs: fields(theirs.fields) },
      {
        name: texts.employer,
        yours: yours.employer?.name ?? '',
        theirs: called(theirs.employerId ? [theirs.employerId] : []),
      },
      {
        name: texts.conflicts,
        yours: yours.conflicts.map((one) => one.name).join('、'),
        theirs: called(theirs.conflicts ?? []),
      },
      { name: texts.leave, yours: days(yours.leave), theirs: days(theirs.leave ?? []) },
      { name: t.states.done, yours: yes(yours.active), theirs: yes(theirs.active) },
    ].filter((one) => one.yours !== one.theirs);
  };
}
