import { type Command, unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { conflict, notFound } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import { type Engagement, hasReached } from './engagement.ts';
import { refuseFuture, reminderDay } from './engagement-due.ts';
import type { EngagementEditor } from './engagement-editor.ts';
import type { EngagementNeed } from './engagement-need.ts';
import type { ReportInput, VisitInput } from './engagement-schema.ts';
import type { EngagementStore } from './engagement-store.ts';
import { type Visit, visitSeries, visitsAfterSigning } from './engagement-visits.ts';

/** 回访, planned by people and by the signing of an agreement. */
export function createEngagementVisits(parts: {
  engagements: EngagementStore;
  edit: EngagementEditor;
  followNeed: EngagementNeed;
  settings: SettingsService;
  newId: NewId;
}) {
  const { engagements, edit, followNeed, settings, newId } = parts;
  const toldTwice = unscoped('the agreement may have been heard of before');

  function planned(cmd: Command, days: readonly string[], source: Visit['source']): Visit[] {
    const today = shanghaiDate(cmd.at);
    return days.map((plannedOn) => {
      const remindOn = reminderDay(plannedOn, today);
      return { id: newId(cmd.at), plannedOn, source, ...(remindOn && { remindOn }) };
    });
  }

  const addVisits = ({ visits }: Engagement, more: readonly Visit[]) =>
    [...visits, ...more].sort((a, b) => (a.plannedOn < b.plannedOn ? -1 : 1));

  return {
    async plan(cmd: Command, id: string, { plannedAt, everyMonths }: VisitInput) {
      const first = typeof plannedAt === 'string' ? plannedAt : shanghaiDate(plannedAt);
      const how = { name: 'visits_planned', actions: ['plan_visits'] } as const;
      return edit(cmd, id, how, (engagement) => {
        const more = planned(cmd, visitSeries(first, everyMonths), 'person');
        if (typeof plannedAt !== 'string') more[0]!.plannedAt = plannedAt;
        return {
          values: { visits: addVisits(engagement, more) },
          happened: [{ kind: 'visits_planned', visitIds: more.map((one) => one.id) }],
        };
      });
    },

    async report(cmd: Command, id: string, visitId: string, input: ReportInput) {
      refuseFuture(cmd, 'at', input.at);
      return edit(cmd, id, { name: 'visit_report', actions: ['report_visit'] }, ({ visits }) => {
        const visit = visits.find((one) => one.id === visitId);
        if (!visit) throw notFound('visit');
        if (visit.reportedAt) throw conflict('already_reported', 'This visit has its report.');
        return {
          values: {
            visits: visits.map((one) => (one === visit ? { ...visit, reportedAt: cmd.at } : one)),
          },
          happened: [{ kind: 'visit_report', visitId, ...input }],
        };
      });
    },

    /**
     * An agreement that came of this engagement is signed (told by agreements, perhaps twice): at
     * least `agreed`, and a year of visits from the signing. One that has ended stays ended.
     */
    async agreementSigned(
      cmd: Command,
      signed: { engagementId: string; agreementId: string; signedAt: string },
    ): Promise<void> {
      const { engagementId, agreementId, signedAt } = signed;
      const known = await engagements.find(toldTwice, {
        _id: engagementId,
        'agreements.id': agreementId,
      });
      if (known) return followNeed(cmd, known.needId);
      const how = { name: 'agreement_signed', actions: [], evenEnded: true, todo: ['need'] };
      const doc = await edit(cmd, engagementId, how, async (engagement) => {
        const { agreements, stage: from, needDistrict, visits } = engagement;
        if (agreements.some((one) => one.id === agreementId)) return { values: {}, happened: [] };
        const moves = from !== 'ended' && !hasReached(from, 'agreed');
        const { visitEveryMonths } = await settings.of(needDistrict);
        const last = visits.filter((one) => one.source === 'agreement').at(-1)?.plannedOn ?? '';
        const days = visitsAfterSigning(signedAt, visitEveryMonths).filter((day) => day > last);
        const more = from === 'ended' ? [] : planned(cmd, days, 'agreement');
        return {
          values: {
            agreements: [...agreements, { id: agreementId, signedAt }],
            ...(moves && { stage: 'agreed' as const, stageSince: cmd.at, met: true as const }),
            visits: addVisits(engagement, more),
          },
          happened: [
            { kind: 'agreement', agreementId, signedAt },
            ...(moves ? [{ kind: 'stage', from, to: 'agreed' } as const] : []),
            ...(more.length > 0
              ? [{ kind: 'visits_planned', visitIds: more.map((one) => one.id) } as const]
              : []),
          ],
        };
      });
      await followNeed(cmd, doc.needId);
    },
  };
}
