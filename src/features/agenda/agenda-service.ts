import { type Actor, hasRole } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import type { Clock } from '../../clock.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { any, both, type Filter } from '../../store/filter.ts';
import type { Stored } from '../../store/stored.ts';
import { turnOf } from '../agreements/agreement.ts';
import { isTurnOf } from '../agreements/agreement-access.ts';
import { actionsOnAgreement } from '../agreements/agreement-actions.ts';
import type { AgreementStore } from '../agreements/agreement-store.ts';
import { actionsOnAssignment } from '../brokers/assignment-actions.ts';
import type { AssignmentStore } from '../brokers/assignment-store.ts';
import type { Engagement } from '../engagements/engagement.ts';
import type { EngagementAnswer } from '../engagements/engagement-schema.ts';
import type { EngagementStore } from '../engagements/engagement-store.ts';
import { type Need, readsField } from '../needs/need.ts';
import { actionsOnNeed } from '../needs/need-actions.ts';
import type { NeedStore } from '../needs/need-store.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { type AgendaItem, inOrder } from './agenda.ts';
import { engagementItems } from './engagement-items.ts';

/** Rows of one kind that are looked through; a person with more has other worries. */
const most = 500;

/** What waits for a person, and what takes place; each source asks the tables of its feature. */
export function createAgendaService(parts: {
  needs: NeedStore;
  assignments: AssignmentStore;
  engagements: EngagementStore;
  agreements: AgreementStore;
  settings: SettingsService;
  clock: Clock;
  present(actor: Actor, some: readonly Engagement[]): Promise<EngagementAnswer[]>;
}) {
  const { needs, assignments, engagements, agreements, settings, clock } = parts;

  interface Gathering {
    actor: Actor;
    now: Date;
    truncated: boolean;
  }

  async function take<T extends Stored>(
    gathering: Gathering,
    store: Pick<DocumentStore<T>, 'list'>,
    filter: Filter,
  ): Promise<T[]> {
    const page = await store.list(gathering.actor, filter, { limit: most, sort: '-id' });
    if (page.nextCursor) gathering.truncated = true;
    return page.items;
  }

  const titleOf = (actor: Actor, need: Need) =>
    readsField(actor, need, 'title') ? need.title : undefined;

  async function fromNeeds(gathering: Gathering): Promise<AgendaItem[]> {
    const { actor, now } = gathering;
    const filters: Filter[] = [];
    if (hasRole(actor, 'enterprise') && actor.organizationId) {
      const own = { organizationId: actor.organizationId };
      filters.push({ ...own, status: { $in: ['draft', 'submitted'] } });
    }
    if (hasRole(actor, 'bureau')) filters.push({ district: actor.district, status: 'submitted' });
    if (filters.length === 0) return [];
    const items: AgendaItem[] = [];
    for (const need of await take(gathering, needs, any(filters))) {
      const actions = actionsOnNeed(actor, need);
      const { submittedAt, district } = need;
      const subject = { kind: 'need' as const, id: need._id, title: titleOf(actor, need) };
      const about = { subject, needId: need._id, overdue: false };
      if (actions.includes('confirm')) items.push({ kind: 'confirm_need', ...about });
      else if (actions.includes('submit')) items.push({ kind: 'submit_need', ...about });
      const ready = !need.onBehalf || need.onBehalf.confirmedAt !== undefined;
      if (!hasRole(actor, 'bureau') || !ready || !actions.includes('vet') || !submittedAt) continue;
      const due = addWorkingDays(submittedAt, (await settings.of(district)).vetWorkingDays);
      items.push({ kind: 'vet_need', ...about, due, overdue: due < shanghaiDate(now) });
    }
    return items;
  }

  async function fromAssignments(gathering: Gathering): Promise<AgendaItem[]> {
    const { actor, now } = gathering;
    const running = { endedAt: { $exists: false } };
    const filters: Filter[] = [];
    if (hasRole(actor, 'broker')) {
      filters.push({ brokerId: actor.id, status: { $in: ['proposed', 'accepted'] } });
    }
    if (hasRole(actor, 'bureau', 'admin')) {
      filters.push({ district: actor.district, status: 'escalated' });
    }
    if (filters.length === 0) return [];
    const docs = await take(gathering, assignments, both(running, any(filters)));
    const seen = await needs.getMany(
      actor,
      docs.map(({ needId }) => needId),
    );
    return docs.flatMap((doc): AgendaItem[] => {
      const need = seen.get(doc.needId);
      const title = need && titleOf(actor, need);
      const subject = { kind: 'assignment' as const, id: doc._id, title };
      const at = doc.due?.toISOString();
      const overdue = doc.due !== undefined && doc.due <= now;
      const about = { subject, needId: doc.needId, ...(at && { at }), overdue };
      if (doc.status === 'escalated') {
        const may = actionsOnAssignment(actor, doc, now).includes('reassign');
        return may ? [{ kind: 'reassign', ...about }] : [];
      }
      if (doc.status === 'proposed') return [{ kind: 'answer_assignment', ...about }];
      // Once there is an engagement, that is what the first contact is owed on.
      return at && need?.status === 'open' ? [{ kind: 'first_contact', ...about }] : [];
    });
  }

  async function fromEngagements(gathering: Gathering): Promise<AgendaItem[]> {
    const { actor, now } = gathering;
    const { id, organizationId } = actor;
    const own: Filter[] = [{ brokerId: id }, { 'shares.brokerId': id }];
    if (organizationId && hasRole(actor, 'enterprise')) own.push({ enterpriseId: organizationId });
    if (organizationId && hasRole(actor, 'institute')) own.push({ instituteId: organizationId });
    const docs = await take(gathering, engagements, { $or: own });
    const shown = await parts.present(actor, docs);
    return docs.flatMap((doc, at) => engagementItems(actor, doc, shown[at]!, now));
  }

  async function fromAgreements(gathering: Gathering): Promise<AgendaItem[]> {
    const { actor, now } = gathering;
    const filters: Filter[] = [];
    if (actor.organizationId && hasRole(actor, 'enterprise', 'institute')) {
      const waits = { $in: ['drafted', 'signed', 'applied', 'registered'] };
      filters.push({ organizationIds: actor.organizationId, status: waits });
    }
    if (hasRole(actor, 'broker')) filters.push({ brokerIds: actor.id, status: 'drafted' });
    if (hasRole(actor, 'bureau', 'admin')) {
      filters.push({ districts: actor.district, status: 'applied' });
    }
    if (filters.length === 0) return [];
    const docs = await take(gathering, agreements, any(filters));
    return docs.flatMap((doc): AgendaItem[] => {
      const actions = actionsOnAgreement(actor, doc);
      const subject = { kind: 'agreement' as const, id: doc._id, title: doc.title };
      const about = { subject, engagementId: doc.engagementId };
      const items: AgendaItem[] = [];
      if (actions.includes('confirm') && doc.engagementId) {
        items.push({ kind: 'confirm_agreement', ...about, overdue: false });
      }
      const turn = turnOf(doc);
      if (turn && turn.action !== 'confirm' && isTurnOf(actor, doc, turn)) {
        const overdue = turn.due !== undefined && turn.due < shanghaiDate(now);
        items.push({ kind: `${turn.action}_agreement`, ...about, due: turn.due, overdue });
      }
      return items;
    });
  }

  return {
    /** All of it in order; with days, only what has a day among them. */
    async of(actor: Actor, range: { from?: string | undefined; to?: string | undefined }) {
      const now = clock.now();
      const gathering: Gathering = { actor, now, truncated: false };
      const sources = [fromNeeds, fromAssignments, fromEngagements, fromAgreements];
      const found = (await Promise.all(sources.map((source) => source(gathering)))).flat();
      const { from, to } = range;
      const items = found.filter((item) => {
        if (item.kind === 'meeting' && !from && item.at! < now.toISOString()) return false;
        // A term that runs out at 24:00 belongs to the day that ends then.
        const on = item.due ?? (item.at && shanghaiDate(new Date(Date.parse(item.at) - 1)));
        if (on === undefined) return from === undefined && to === undefined;
        return (from === undefined || on >= from) && (to === undefined || on <= to);
      });
      return { items: inOrder(items), truncated: gathering.truncated };
    },
  };
}
