import type { Broker } from './broker.ts';

/** What is needed of an account. */
export interface BrokerPerson {
  name: string;
  district: string;
  roles: readonly string[];
  disabledAt?: Date;
}

/** The accounts with these ids; who is missing does not exist. */
export type FindPersons = (ids: readonly string[]) => Promise<ReadonlyMap<string, BrokerPerson>>;

/** True while the person may work as a broker of this district. */
export function mayBroker(person: BrokerPerson | undefined, district: string): boolean {
  if (!person || person.disabledAt) return false;
  return person.district === district && person.roles.includes('broker');
}

/** Profiles as the accounts leave them: who is disabled or no broker any more is inactive. */
export function createBrokerPeople(persons: FindPersons | undefined) {
  return async function withPeople(brokers: readonly Broker[]): Promise<Broker[]> {
    if (!persons || brokers.length === 0) return [...brokers];
    const found = await persons(brokers.map(({ _id }) => _id));
    return brokers.map((broker) => ({
      ...broker,
      active: broker.active && mayBroker(found.get(broker._id), broker.district),
    }));
  };
}
