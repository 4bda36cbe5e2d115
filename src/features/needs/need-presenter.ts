import type { Actor } from '../../access/actor.ts';
import { presentStored } from '../../store/present.ts';
import {
  type LayeredField,
  layeredFields,
  layerOf,
  layersSeenBy,
  type Need,
  turnOf,
} from './need.ts';
import { actionsOnNeed } from './need-actions.ts';
import type { NeedAnswer } from './need-schema.ts';

export interface NeedExtras {
  organizationName?: string | undefined;
  brokerName?: string | undefined;
  duplicates?: { id: string; similarity: number }[];
  due?: string | undefined;
}

/** A need as one reader may see it: fields of layers that the reader has not are only named. */
export function presentNeed(actor: Actor, need: Need, extras: NeedExtras = {}): NeedAnswer {
  const seen = layersSeenBy(actor, need);
  const hidden: LayeredField[] = [];
  const shown: Record<string, unknown> = {};
  for (const field of layeredFields) {
    const value = field === 'organization' ? need.organizationId : need[field];
    if (value === undefined) continue;
    if (seen.includes(layerOf(need, field))) shown[field] = value;
    else hidden.push(field);
  }
  const { organization: organizationId, ...fields } = shown;
  const inside = seen.length === 3;
  const turn = turnOf(need);
  return {
    ...presentStored(need),
    actions: actionsOnNeed(actor, need),
    status: need.status,
    district: need.district,
    ...(organizationId !== undefined && {
      organizationId: need.organizationId,
      ...(extras.organizationName && {
        organization: { id: need.organizationId, name: extras.organizationName },
      }),
    }),
    ...fields,
    hidden,
    ...(inside && {
      confidential: need.confidential,
      clarity: need.clarity,
      ...(need.externalId !== undefined && { externalId: need.externalId }),
      ...(need.onBehalf && {
        onBehalf: need.onBehalf.confirmedAt
          ? { confirmedAt: need.onBehalf.confirmedAt.toISOString() }
          : {},
      }),
      ...(need.vetting && { vetting: presentVetting(need.vetting) }),
      ...(need.brokerId && {
        brokerId: need.brokerId,
        broker: {
          id: need.brokerId,
          ...(extras.brokerName !== undefined && { name: extras.brokerName }),
        },
      }),
    }),
    ...(extras.duplicates && { duplicates: extras.duplicates }),
    ...(need.submittedAt && { submittedAt: need.submittedAt.toISOString() }),
    ...(need.expiresOn && { expiresOn: need.expiresOn }),
    ...(need.closeCode && { closeCode: need.closeCode }),
    ...(need.closedAt && { closedAt: need.closedAt.toISOString() }),
    turn: turn && { ...turn, ...(extras.due && { due: extras.due }) },
  };
}

function presentVetting(vetting: NonNullable<Need['vetting']>) {
  const { decision, at, code, note } = vetting;
  return { decision, at: at.toISOString(), ...(code && { code }), ...(note && { note }) };
}
