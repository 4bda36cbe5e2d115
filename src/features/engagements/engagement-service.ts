import {
  type Actor,
  type Command,
  hasRole,
  isUnscoped,
  type Scope,
  unscoped,
} from '../../access/actor.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { conflict, forbidden, invalid, invalidField } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import type { BrokerStore } from '../brokers/broker-store.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { Need } from '../needs/need.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { canMoveTo, type Engagement, hasReached, type Share } from './engagement.ts';
import { canBeEngaged, canEngage, knowsEnterprise } from './engagement-access.ts';
import { dueDays } from './engagement-due.ts';
import type { EngagementEditor } from './engagement-editor.ts';
import type { EngagementNeed } from './engagement-need.ts';
import type { EngagementInput, EngagementPatch, StageInput } from './engagement-schema.ts';
import type { EngagementStore } from './engagement-store.ts';

/** What other features may know of an engagement: who is in it, and of which need. */
export type EngagementFacts = Pick<
  Engagement,
  'needId' | 'capabilityId' | 'enterpriseId' | 'instituteId' | 'brokerId' | 'shares' | 'districts'
> & {
  id: string;
  stage: Engagement['stage'];
  needVettedAt?: Date;
  /** The asker may not know yet who the enterprise is. */
  enterpriseHidden?: true;
};

export function createEngagementService(parts: {
  engagements: EngagementStore;
  needs: NeedStore;
  organizations: OrganizationStore;
  capabilities: CapabilityStore;
  brokers: Pick<BrokerStore, 'getMany'>;
  settings: SettingsService;
  edit: EngagementEditor;
  followNeed: EngagementNeed;
  /** The broker who has accepted the need. */
  leadOf(needId: string): Promise<string | undefined>;
  newId: NewId;
}) {
  const { engagements, needs, organizations, capabilities, brokers } = parts;
  const { settings, edit, followNeed } = parts;

  async function instituteOf(id: string) {
    const found = await organizations.find(unscoped('institutes are public'), {
      _id: id,
      kind: 'institute',
    });
    return found ?? raise(invalidField('instituteId', 'unknown', 'No such institute.'));
  }

  async function checkCapability(actor: Actor, id: string, instituteId: string) {
    const found = await capabilities.find(actor, { _id: id });
    if (found?.organizationId !== instituteId) {
      const message = 'No such capability of this institute.';
      throw invalidField('capabilityId', 'unknown', message);
    }
  }

  /** A share opens the brokers' own notes, so it is for somebody who is a broker. */
  async function checkSharers(shares: readonly Share[]) {
    const ids = shares.map(({ brokerId }) => brokerId);
    const known = await brokers.getMany(unscoped('brokers of several districts share'), ids);
    const faults = ids.flatMap((id, at) =>
      known.has(id)
        ? []
        : [{ path: `shares.${at}.brokerId`, code: 'unknown', message: 'No such broker.' }],
    );
    if (faults.length > 0) throw invalid(faults);
  }

  /** The need follows at once; when that fails, the follow-up does it again. */
  async function followed(cmd: Command, written: Engagement): Promise<Engagement> {
    await followNeed(cmd, written.needId).catch(() => {});
    return written;
  }

  async function needToEngage(cmd: Command, needId: string): Promise<Need> {
    const need = await needs.get(cmd.actor, needId);
    if (!canEngage(cmd.actor, need, await parts.leadOf(needId))) throw forbidden();
    if (!canBeEngaged(need)) {
      throw conflict('wrong_state', `A need that is ${need.status} cannot be engaged.`);
    }
    return need;
  }

  return {
    get: (actor: Actor, id: string) => engagements.get(actor, id),

    async create(cmd: Command, input: EngagementInput): Promise<Engagement> {
      const { needId, instituteId, capabilityId } = input;
      const { actor, at } = cmd;
      const need = await needToEngage(cmd, needId);
      const institute = await instituteOf(instituteId);
      if (capabilityId) await checkCapability(actor, capabilityId, instituteId);
      const { firstContactWorkingDays } = await settings.of(need.district);
      const brokerId = need.brokerId ?? (hasRole(actor, 'broker') ? actor.id : undefined);
      const side = need.brokerId === actor.id ? 'broker' : 'bureau';
      const fields = {
        needId,
        ...(capabilityId && { capabilityId }),
        enterpriseId: need.organizationId,
        instituteId,
        needDistrict: need.district,
        districts: [...new Set([need.district, institute.district])],
        ...(brokerId && { brokerId }),
        shares: [],
        stage: 'introduced' as const,
        stageSince: at,
        open: true as const,
        timeline: [
          {
            kind: 'created' as const,
            ...(capabilityId && { capabilityId }),
            id: parts.newId(at),
            at,
            enteredAt: at,
            by: { id: actor.id, name: actor.name, side: side as 'broker' | 'bureau' },
            revision: 1,
            audience: 'all' as const,
          },
        ],
        nextSteps: [],
        visits: [],
        ndas: [],
        fileIds: [],
        agreements: [],
        firstContactDue: addWorkingDays(at, firstContactWorkingDays),
      };
      const step = { action: 'created', todo: ['need', 'notify'] };
      const doc = await engagements.insert(cmd, { ...fields, ...dueDays(fields) }, step);
      return followed(cmd, doc);
    },

    async update(cmd: Command, id: string, patch: EngagementPatch, ifMatch: number | undefined) {
      const how = { name: 'updated', actions: ['update'] as const, ifMatch };
      return edit(cmd, id, { ...how, todo: ['files'] }, async (engagement) => {
        if (patch.capabilityId) {
          await checkCapability(cmd.actor, patch.capabilityId, engagement.instituteId);
        }
        if (patch.shares) await checkSharers(patch.shares);
        return { values: patch, happened: patch.shares ? [{ kind: 'shares' }] : [] };
      });
    },

    /** The next stage, or the end with a code that the other side reads. */
    async move(cmd: Command, id: string, input: StageInput, ifMatch: number | undefined) {
      const { to, code, note } = input;
      const ends = to === 'ended';
      const action = ends ? 'end' : 'stage';
      const how = { name: to, actions: [action] as const, code, ifMatch, evenEnded: true };
      const doc = await edit(cmd, id, { ...how, todo: ['need'] }, ({ stage: from }) => {
        if (!canMoveTo(from, to)) {
          throw conflict('wrong_state', `An engagement that is ${from} cannot be ${to}.`);
        }
        return {
          values: {
            stage: to,
            stageSince: cmd.at,
            ...(hasReached(to, 'meeting') && { met: true }),
            ...(ends && { open: undefined, endCode: code }),
          },
          happened: [{ kind: 'stage', from, to, code, note }],
        };
      });
      return followed(cmd, doc);
    },

    /** For agreements and reports; `null` where the scope does not see it. */
    async facts(scope: Scope, id: string): Promise<EngagementFacts | null> {
      const found = await engagements.find(scope, { _id: id });
      if (!found) return null;
      const { needId, capabilityId, enterpriseId, instituteId, brokerId } = found;
      const { shares, districts, stage } = found;
      const need = await needs.find(unscoped('its engagement is in sight'), { _id: needId });
      const vetted = need?.vetting?.decision === 'accepted' ? need.vetting.at : undefined;
      return {
        id,
        needId,
        enterpriseId,
        instituteId,
        shares,
        districts,
        stage,
        ...(capabilityId && { capabilityId }),
        ...(brokerId && { brokerId }),
        ...(vetted && { needVettedAt: vetted }),
        ...(!isUnscoped(scope) &&
          (!need || !knowsEnterprise(scope, found, need)) && { enterpriseHidden: true as const }),
      };
    },
  };
}

function raise(error: Error): never {
  throw error;
}
