import { useQuery } from '@tanstack/react-query';
import { brokers } from '../../../api/brokers.ts';
import { organizations } from '../../../api/organizations.ts';
import { useText } from '../../../texts/use-text.tsx';
import { useGroupName } from '../group-name.ts';
import type { Period } from '../question/period.ts';
import type { RowPart } from './rows-address.ts';

/** Which part of the figures the rows are, in words, each with its name. */
export function usePartText({ part, question }: { part: RowPart; question: Period }): string[] {
  const { t, word } = useText();
  const nameOf = useGroupName();
  const { groupBy, key, by, seller, buyer, excluded, step, reached, answer } = part;
  const known = key !== undefined && key !== 'unknown';
  const brokerId = part.brokerId ?? (groupBy === 'broker' && known ? key : undefined);
  const broker = useQuery({ ...brokers.one(brokerId ?? ''), enabled: brokerId !== undefined });
  const institute = useQuery({
    ...organizations.one(key ?? ''),
    enabled: groupBy === 'institute' && known,
  });
  const named = (name: string, value: string | undefined) =>
    value === undefined ? [] : [t.bureau.rows.named(name, value)];
  const group = () =>
    groupBy === 'institute' && known
      ? (institute.data?.name ?? key)
      : nameOf(groupBy ?? '', key ?? '');
  return [
    ...(groupBy && groupBy !== 'broker' && key !== undefined
      ? named(word('groupings', groupBy), group())
      : []),
    ...(groupBy === 'broker' && !known ? [t.bureau.brokers.without] : []),
    ...named(word('agreementSides', 'seller'), seller && nameOf(by ?? '', seller)),
    ...named(word('agreementSides', 'buyer'), buyer && nameOf(by ?? '', buyer)),
    ...named(word('groupings', 'broker'), brokerId && (broker.data?.name ?? '…')),
    ...named(t.bureau.excluded.reason, excluded && word('exclusionReasons', excluded)),
    ...named(
      reached === 'false' ? t.bureau.funnel.notReached : t.bureau.funnel.reached,
      step && word('funnelSteps', step),
    ),
    ...named(t.bureau.rows.answer, answer && word('proposalAnswers', answer)),
    ...(step ? [t.bureau.funnel.postedIn(t.bureau.period.name(question))] : []),
  ];
}
