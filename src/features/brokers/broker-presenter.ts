import type { Actor } from '../../access/actor.ts';
import { actionsThat } from '../../schema/actions.ts';
import { presentStored } from '../../store/present.ts';
import { type Broker, canBroker } from './broker.ts';
import type { BrokerAnswer } from './broker-schema.ts';

/** Colleagues and firms read who a broker is; the rest is for the office and the broker in person. */
export function presentBroker(actor: Actor, doc: Broker): BrokerAnswer {
  const { _id, district, name, grade, fields, active } = doc;
  const actions = [
    ...actionsThat(actor, 'brokers', { update: canBroker(actor, 'update', doc) }),
    ...(canBroker(actor, 'read_load', doc) ? (['load'] as const) : []),
  ];
  const known = { actions, userId: _id, district, name, grade, fields: [...fields], active };
  if (!canBroker(actor, 'read_private', doc)) return { ...presentStored(doc), ...known };
  const { capacity, employerId, conflicts, leave, externalId, record } = doc;
  return {
    ...presentStored(doc),
    ...known,
    capacity,
    ...(employerId && { employerId }),
    conflicts: [...conflicts],
    leave: [...leave],
    ...(externalId && { externalId }),
    record,
  };
}
