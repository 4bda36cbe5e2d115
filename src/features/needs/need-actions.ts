import type { Actor } from '../../access/actor.ts';
import { hasRole } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { canBeEngaged, canEngage } from '../engagements/engagement-access.ts';
import { canBeDecided, depthFor } from '../matching/match.ts';
import { canFollow, canNeed, type Need, type NeedAction } from './need.ts';

/** `engage` is `POST /engagements` with this need, `decide` the decision on its matches. */
export const needActionNames = [
  'update',
  'submit',
  'confirm',
  'vet',
  'withdraw',
  'renew',
  'close',
  'engage',
  'decide',
] as const;
export type NeedActionName = (typeof needActionNames)[number];

export function actionsOnNeed(actor: Actor, need: Need): NeedActionName[] {
  const may = (action: NeedAction) =>
    canNeed(actor, action, need) && canFollow(need.status, action);
  const waitsForFirm = need.onBehalf !== undefined && need.onBehalf.confirmedAt === undefined;
  const own = actionsThat(actor, 'needs', {
    update: may('update'),
    submit: may('submit'),
    confirm: may('confirm') && waitsForFirm,
    vet: may('refuse'),
    withdraw: may('withdraw'),
    renew: may('renew') || (may('revive') && need.closeCode === 'expired'),
    close: may('close'),
  });
  const engages = hasRole(actor, 'broker', 'bureau') && canEngage(actor, need, need.leadId);
  return [
    ...own,
    ...actionsThat(actor, 'engagements', { engage: engages && canBeEngaged(need) }),
    ...actionsThat(actor, 'matches', {
      decide: depthFor(actor, need) === 'full' && canBeDecided(need),
    }),
  ];
}
