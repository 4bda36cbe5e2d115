import type { Engagement } from '../../../api/engagements.ts';

/** A broker's name as far as this engagement tells it. */
export function brokerName(engagement: Engagement, id: string): string | undefined {
  const told = engagement as { broker?: { id: string; name?: string } };
  if (told.broker?.id === id && told.broker.name) return told.broker.name;
  return engagement.timeline?.find(({ by }) => by.id === id)?.by.name;
}
