import { type Actor, unscoped } from '../../access/actor.ts';
import type { Grouping } from '../../vocabulary.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import type { BrokerStore } from '../brokers/broker-store.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { CountedAchievement } from './report-achievements.ts';

export type ReportNaming = ReturnType<typeof createReportNaming>;

/** Words for the ids of a page of rows; who may read them was decided with the rows. */
export function createReportNaming(parts: {
  needs: NeedStore;
  capabilities: CapabilityStore;
  brokers: Pick<BrokerStore, 'getMany'>;
  agreements: AgreementStore;
  organizationNames(ids: readonly string[]): Promise<Map<string, string>>;
}) {
  const { needs, capabilities, brokers, agreements, organizationNames } = parts;
  const ownRows = unscoped('names beside rows that the office was given already');

  async function firms(ids: readonly string[]) {
    const names = await organizationNames(ids);
    return (id: string) => {
      const name = names.get(id);
      return name === undefined ? undefined : { id, name };
    };
  }

  /** Brokers of other districts may have a share as well. */
  async function brokerNames(ids: readonly (string | undefined)[]): Promise<Map<string, string>> {
    const known = ids.filter((id) => id !== undefined && id !== '') as string[];
    const found = await brokers.getMany(ownRows, known);
    return new Map([...found].map(([id, { name }]) => [id, name]));
  }

  return {
    firms,
    brokerNames,

    /** Names of institutes and brokers; the other groupings have codes for keys. */
    async keys(groupBy: Grouping | undefined, groups: readonly { key: string }[]) {
      const keys = groups.map((group) => group.key);
      if (groupBy === 'broker') return brokerNames(keys);
      return groupBy === 'institute' ? organizationNames(keys) : new Map<string, string>();
    },

    /** Needs of the office's own district; the office reads all their layers. */
    async needs(actor: Actor, ids: readonly string[]) {
      const found = await needs.getMany(actor, ids);
      const firm = await firms([...found.values()].map((one) => one.organizationId));
      return (id: string) => {
        const need = found.get(id);
        return need && presentNeed(need, firm(need.organizationId));
      };
    },

    agreements: (ids: readonly string[]) => agreements.getMany(ownRows, ids),

    /** Counted achievements as their capabilities and agreements are called now. */
    async achievements(actor: Actor, counted: readonly CountedAchievement[]) {
      const [known, named] = await Promise.all([
        capabilities.getMany(
          actor,
          counted.map((one) => one.capabilityId),
        ),
        agreements.getMany(
          ownRows,
          counted.map((one) => one.agreementId),
        ),
      ]);
      const firm = await firms([...known.values()].map((one) => one.organizationId));
      return counted.map((one) => {
        const found = known.get(one.capabilityId);
        return {
          ...one,
          ...(found && { title: found.title, institute: firm(found.organizationId) }),
          agreementTitle: named.get(one.agreementId)?.title ?? '',
        };
      });
    },
  };
}

/** A need beside a figure. */
export const presentNeed = (need: Need, organization?: { id: string; name: string }) => ({
  needId: need._id,
  title: need.title,
  ...(organization && { organization }),
  status: need.status,
  ...(need.closeCode && { closeCode: need.closeCode }),
});
