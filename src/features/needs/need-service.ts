import { isDeepStrictEqual } from 'node:util';
import { type Actor, type Command, hasRole, unscoped } from '../../access/actor.ts';
import { addDays, shanghaiDate } from '../../calendar/dates.ts';
import { conflict, forbidden, invalidField } from '../../errors.ts';
import type { Step } from '../../store/document-store.ts';
import type { Filter } from '../../store/filter.ts';
import type { PageRequest } from '../../store/page.ts';
import type { CloseCode } from '../../vocabulary.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { canFollow, canNeed, type Need, type NeedAction, statusAfter } from './need.ts';
import type { NeedAdvice } from './need-advice.ts';
import { rowsToAsk } from './need-filter.ts';
import type { NeedInput, NeedPatch, VetInput } from './need-schema.ts';
import type { NeedStore } from './need-store.ts';

export type NeedService = ReturnType<typeof createNeedService>;

/** Whose a new need is; `onBehalf` when somebody else posts it. */
export type NeedOwner = Pick<Need, 'organizationId' | 'district'> & { onBehalf: boolean };

/** What matching, search and near-duplicates read; a change of these makes matches stale. */
const content = [
  'title',
  'problem',
  'field',
  'industry',
  'product',
  'process',
  'tried',
  'indicators',
  'confidential',
] as const;

/** What other documents say of a need. */
export type Followed = Partial<
  Pick<Need, 'brokerId' | 'leadId' | 'instituteIds' | 'ndaInstituteIds'>
> & {
  action?: 'engage' | 'release' | 'contract' | undefined;
};

export function createNeedService(parts: {
  needs: NeedStore;
  organizations: OrganizationStore;
  settings: SettingsService;
  advice: NeedAdvice;
}) {
  const { needs, organizations, settings, advice } = parts;

  /** The enterprise a new need belongs to, and whether somebody else posts it. */
  async function ownerOf(actor: Actor, organizationId: string | undefined): Promise<NeedOwner> {
    const own = hasRole(actor, 'enterprise') && actor.organizationId;
    if (own && (organizationId === undefined || organizationId === own)) {
      return { organizationId: own, district: actor.district, onBehalf: false };
    }
    if (!hasRole(actor, 'broker', 'bureau', 'system')) throw forbidden();
    if (organizationId === undefined) {
      throw invalidField('organizationId', 'required', 'Name the enterprise you post for.');
    }
    const firm = await organizations.find(unscoped('a broker posts for a firm of the district'), {
      _id: organizationId,
      kind: 'enterprise',
    });
    if (!firm || (!hasRole(actor, 'system') && firm.district !== actor.district)) {
      throw invalidField('organizationId', 'unknown', 'No such enterprise in your district.');
    }
    return { organizationId, district: firm.district, onBehalf: true };
  }

  /** One action of the state table: allowed to this actor, from this state, with these values. */
  async function act(
    cmd: Command,
    id: string,
    action: NeedAction,
    step: Omit<Step, 'action'>,
    values: (need: Need) => Partial<Need> | Promise<Partial<Need>> = () => ({}),
  ): Promise<Need> {
    return needs.change(cmd, cmd.actor, id, { action, ...step }, async (need) => {
      if (!canNeed(cmd.actor, action, need)) throw forbidden();
      if (!canFollow(need.status, action)) {
        throw conflict('wrong_state', `A need that is ${need.status} cannot ${action}.`);
      }
      return { status: statusAfter(need.status, action), ...(await values(need)) };
    });
  }

  const validity = async (need: Need, at: Date) =>
    addDays(shanghaiDate(at), (await settings.of(need.district)).needValidityDays);

  /** What a new need is made of, whoever posts it and however it comes. */
  function draftOf(cmd: Command, { onBehalf, ...owner }: NeedOwner, input: NeedInput) {
    const { organizationId: _, ...stated } = input;
    return {
      ...stated,
      ...owner,
      status: 'draft' as const,
      clarity: advice.clarity(stated),
      contentRevision: 1,
      postedBy: cmd.actor.id,
      ...(onBehalf && { onBehalf: {} }),
      instituteIds: [],
      ndaInstituteIds: [],
    };
  }

  return {
    get: (actor: Actor, id: string) => needs.get(actor, id),

    list(actor: Actor, filter: Filter, page: PageRequest) {
      const rows = rowsToAsk(actor, filter);
      return needs.list(actor, rows.length > 0 ? { $and: [filter, ...rows] } : filter, page);
    },

    /** Near-duplicates among the same firm's needs; nobody learns of another firm's. */
    duplicates: (need: Need) => advice.duplicates(need),

    async create(cmd: Command, input: NeedInput): Promise<Need> {
      const owner = await ownerOf(cmd.actor, input.organizationId);
      const step = { action: 'created', todo: owner.onBehalf ? ['notify'] : [] };
      const need = await needs.insert(cmd, draftOf(cmd, owner, input), step);
      advice.noticed(need);
      return need;
    },

    /**
     * A row of an import, whose firm was looked up and is the actor's to post for: handed in at
     * once; on behalf, the firm must still confirm.
     */
    async importOne(cmd: Command, owner: NeedOwner, input: NeedInput): Promise<Need> {
      const need = await needs.insert(
        cmd,
        { ...draftOf(cmd, owner, input), status: 'submitted', submittedAt: cmd.at },
        // The office hears of the whole import; the firm of each need that it must confirm.
        { action: 'imported', todo: owner.onBehalf ? ['notify'] : [] },
      );
      advice.noticed(need);
      return need;
    },

    async update(cmd: Command, id: string, patch: NeedPatch, ifMatch: number | undefined) {
      const touched = content.some((key) => key in patch);
      const topics = touched ? ['index', 'match'] : [];
      const changed = await act(cmd, id, 'update', { ifMatch, todo: topics }, (need) => ({
        ...(patch as Partial<Need>),
        ...(touched && {
          clarity: advice.clarity({ ...need, ...patch } as Need),
          contentRevision: need.revision + 1,
        }),
      }));
      advice.noticed(changed);
      return changed;
    },

    submit: (cmd: Command, id: string) =>
      act(cmd, id, 'submit', { todo: ['notify'] }, () => ({ submittedAt: cmd.at })),

    confirm: (cmd: Command, id: string) =>
      act(cmd, id, 'confirm', { todo: ['notify'] }, (need) => {
        if (!need.onBehalf) throw conflict('not_on_behalf', 'It was posted by the firm itself.');
        return { onBehalf: { confirmedAt: cmd.at, confirmedBy: cmd.actor.id } };
      }),

    /** 审核入库: the second reader takes the need in or refuses it with a code. */
    async vet(cmd: Command, id: string, input: VetInput): Promise<Need> {
      const accepted = input.decision === 'accepted';
      const step = accepted
        ? { todo: ['index', 'match', 'assign', 'notify'], note: input.note }
        : { todo: ['notify'], note: input.note, code: input.code };
      return act(cmd, id, accepted ? 'accept' : 'refuse', step, async (need) => {
        if (accepted && need.onBehalf && !need.onBehalf.confirmedAt) {
          throw conflict('not_confirmed', 'The enterprise has not confirmed this need yet.');
        }
        const { decision, code, note } = input;
        return {
          vetting: {
            by: cmd.actor.id,
            at: cmd.at,
            decision,
            ...(code && { code }),
            ...(note && { note }),
          },
          ...(accepted
            ? { expiresOn: await validity(need, cmd.at) }
            : { closeCode: 'refused' as const, closedAt: cmd.at }),
        };
      });
    },

    withdraw: (cmd: Command, id: string, note?: string) =>
      act(cmd, id, 'withdraw', { note, todo: ['index', 'assign', 'notify'] }, () => ({
        closeCode: 'withdrawn',
        closedAt: cmd.at,
      })),

    /** Moves the last day of validity; an expired need comes back into matching. */
    async renew(cmd: Command, id: string): Promise<Need> {
      const { status, closeCode } = await needs.get(cmd.actor, id);
      const expired = status === 'closed' && closeCode === 'expired';
      const todo = expired ? ['index', 'match', 'assign', 'notify'] : ['index'];
      return act(cmd, id, expired ? 'revive' : 'renew', { todo }, async (need) => {
        if (expired && need.closeCode !== 'expired') {
          throw conflict('wrong_state', 'Only an expired need can be renewed.');
        }
        const renewed = {
          expiresOn: await validity(need, cmd.at),
          expiryReminded: undefined,
        };
        return { ...renewed, ...(expired && { closeCode: undefined, closedAt: undefined }) };
      });
    },

    close: (cmd: Command, id: string, code: CloseCode, note?: string) =>
      act(cmd, id, 'close', { code, note, todo: ['index', 'assign', 'notify'] }, () => ({
        closeCode: code,
        closedAt: cmd.at,
      })),

    /** System: the last day of validity has passed. */
    expire: (cmd: Command, id: string) =>
      act(cmd, id, 'expire', { todo: ['index', 'assign', 'notify'] }, (need) => {
        if (!need.expiresOn || need.expiresOn >= shanghaiDate(cmd.at)) {
          throw conflict('wrong_state', 'It is still valid.');
        }
        return { closeCode: 'expired', closedAt: cmd.at };
      }),

    /**
     * Follows other features' documents, in a way that may run twice: the broker on the need, the
     * institutes engaged, the NDAs signed, and the state that these lead to. A function is asked
     * again after a lost race, so that what it reads is never older than what it overwrites.
     */
    async follow(cmd: Command, id: string, seen: Followed | ((need: Need) => Promise<Followed>)) {
      const scope = unscoped('follows another document');
      const valuesFor = async (need: Need) => {
        const { action, ...values } = typeof seen === 'function' ? await seen(need) : seen;
        const moves = action !== undefined && canFollow(need.status, action);
        return { ...values, ...(moves && { status: statusAfter(need.status, action) }) };
      };
      const need = await needs.get(scope, id);
      const first: Partial<Need> = await valuesFor(need);
      const changed = (Object.keys(first) as (keyof Need)[]).filter(
        (key) => !isDeepStrictEqual(need[key], first[key]),
      );
      if (changed.length === 0) return need;
      const todo = [
        ...(changed.includes('status') ? ['index', 'notify'] : []),
        ...(changed.includes('brokerId') ? ['lead'] : []),
      ];
      const action = first.status ?? 'followed';
      return needs.change({ ...cmd, repeat: undefined }, scope, id, { action, todo }, valuesFor);
    },
  };
}
