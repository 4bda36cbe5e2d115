import type { Actor } from '../../access/actor.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import type { Engagement } from '../engagements/engagement.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import { readsField } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { Notification } from './notification.ts';

type Line = Pick<Notification, 'subject' | 'params'>;

/**
 * What notices are about, by the subject's id: read when somebody looks, in their scope, since
 * what they may know changes and a notice is kept.
 */
export function createNoticeTitles(parts: {
  needs: Pick<NeedStore, 'getMany'>;
  engagements: Pick<EngagementStore, 'getMany'>;
  agreements: Pick<AgreementStore, 'getMany'>;
  present(
    actor: Actor,
    some: readonly Engagement[],
  ): Promise<readonly { id: string; need: { title?: string | undefined } }[]>;
}) {
  return async function titles(actor: Actor, lines: readonly Line[]): Promise<Map<string, string>> {
    const idsOf = (kind: string) =>
      lines.flatMap(({ subject }) => (subject.kind === kind ? [subject.id] : []));
    const [needs, engagements, agreements] = await Promise.all([
      parts.needs.getMany(actor, lines.flatMap(needOf)),
      parts.engagements.getMany(actor, idsOf('engagement')),
      parts.agreements.getMany(actor, idsOf('agreement')),
    ]);
    const found: [string, string | undefined][] = lines.map((line) => {
      const need = needs.get(needOf(line)[0] ?? '');
      return [line.subject.id, need && readsField(actor, need, 'title') ? need.title : undefined];
    });
    for (const { id, need } of await parts.present(actor, [...engagements.values()])) {
      found.push([id, need.title]);
    }
    for (const { _id, title } of agreements.values()) found.push([_id, title]);
    return new Map(found.filter((one): one is [string, string] => one[1] !== undefined));
  };
}

/** An assignment is called by its need. */
function needOf({ subject, params }: Line): string[] {
  if (subject.kind === 'need') return [subject.id];
  const { needId } = params;
  return subject.kind === 'assignment' && typeof needId === 'string' ? [needId] : [];
}
