import { Text } from '@mantine/core';
import type { Engagement } from '../../../api/engagements.ts';
import { dateText } from '../../../kit/dates.ts';
import { money } from '../../../kit/money.ts';
import { useText } from '../../../texts/use-text.tsx';

type Outcome = Pick<
  Engagement['outcomes'][number],
  'kind' | 'value' | 'statedBy' | 'statedAt' | 'note'
>;

/** What came of it, and who said so. */
export function OutcomeText({ outcome }: { outcome: Outcome }) {
  const { t, word, language } = useText();
  const { kind, value, statedBy, statedAt, note } = outcome;
  const amount = () => {
    if (typeof value === 'string') return value;
    return kind === 'months_saved' ? t.engagements.one.months(value) : money(value, language);
  };
  const when = dateText(statedAt, language);
  return (
    <>
      <Text size="sm" mt={2} className="pre-line">
        {kind === 'other' ? '' : `${word('outcomeKinds', kind)} `}
        <strong>{amount()}</strong>
        {note && `\n${note}`}
      </Text>
      <Text size="xs" c="dimmed">
        {statedBy ? t.engagements.one.statedBy(statedBy, when) : t.engagements.one.statedOn(when)}
      </Text>
    </>
  );
}
