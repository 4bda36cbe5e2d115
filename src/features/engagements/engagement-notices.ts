import type { EngagementSide } from '../../vocabulary.ts';
import type { Recipient } from '../notifications/notification.ts';
import type { Outgoing } from '../notifications/notification-service.ts';
import { type Engagement, isSigned } from './engagement.ts';
import { openSteps, openVisits } from './engagement-due.ts';
import type { Entry, EntryOf } from './engagement-timeline.ts';

type Notice = Pick<Outgoing, 'kind' | 'params'> & { to: readonly Recipient[]; suffix?: string };

/** Who stands for a side; where no broker leads, the need's district office does. */
function peopleOf(engagement: Engagement, side: EngagementSide): Recipient {
  const { enterpriseId, instituteId, brokerId, needDistrict } = engagement;
  if (side === 'enterprise') return { organizationId: enterpriseId };
  if (side === 'institute') return { organizationId: instituteId };
  return brokerId === undefined ? { role: 'bureau', district: needDistrict } : { userId: brokerId };
}

const table = (engagement: Engagement, ...some: EngagementSide[]) =>
  some.map((side) => peopleOf(engagement, side));
const everybody = (engagement: Engagement) =>
  table(engagement, 'enterprise', 'institute', 'broker');

/** Ids, codes and dates only: what is said is read on the engagement, in the reader's scope. */
function noticesOf(engagement: Engagement, entry: Entry): Notice[] {
  switch (entry.kind) {
    case 'created':
      return [{ kind: 'engagement.created', to: everybody(engagement) }];
    case 'stage':
      return [stageNotice(engagement, entry)];
    case 'meeting':
      return meetingNotices(engagement, entry);
    case 'step_done':
      return [stepDoneNotice(engagement, entry)];
    case 'visits_planned':
      return [
        {
          kind: 'engagement.visits_planned',
          to: everybody(engagement),
          params: { count: entry.visitIds.length },
        },
      ];
    case 'visit_report':
      return [{ kind: 'engagement.visit_reported', to: everybody(engagement) }];
    case 'outcome':
      return [
        {
          kind: 'engagement.outcome',
          to: [peopleOf(engagement, 'broker'), officeOf(engagement)],
          params: { outcome: entry.outcome },
        },
      ];
    case 'nda':
      return [ndaNotice(engagement, entry)];
    case 'files':
      return [
        {
          kind: 'engagement.files',
          to: everybody(engagement),
          params: { count: entry.fileIds.length },
        },
      ];
    case 'lead':
      return [{ kind: 'engagement.lead', to: everybody(engagement) }];
    case 'agreement':
      return [
        {
          kind: 'engagement.agreement_signed',
          to: [...everybody(engagement), officeOf(engagement)],
          params: { agreementId: entry.agreementId, signedAt: entry.signedAt },
        },
      ];
    default:
      return [];
  }
}

const officeOf = ({ needDistrict }: Engagement): Recipient => ({
  role: 'bureau',
  district: needDistrict,
});

function stageNotice(engagement: Engagement, { to: stage, code }: EntryOf<'stage'>): Notice {
  return {
    kind: stage === 'ended' ? 'engagement.ended' : 'engagement.stage',
    to: everybody(engagement),
    params: { stage, ...(code && { code }) },
  };
}

/** Those who sit in a meeting; one without named participants is everybody's. */
function partiesOf(engagement: Engagement, { participants }: EntryOf<'meeting'>): Recipient[] {
  const present = new Set(participants.map(({ side }) => side));
  if (present.size === 0) return everybody(engagement);
  return table(engagement, ...[...present].filter((side) => side !== 'other'));
}

/** To whom a step is known: who owes it, who sat where it was agreed, and the broker. */
function stepDoneNotice(engagement: Engagement, { nextStepId }: EntryOf<'step_done'>): Notice {
  const step = engagement.nextSteps.find(({ id }) => id === nextStepId);
  const meeting = engagement.timeline.find(
    (one): one is EntryOf<'meeting'> => one.kind === 'meeting' && one.id === step?.meetingId,
  );
  const told = [
    ...table(engagement, 'broker', ...(step ? [step.ownerSide] : [])),
    ...(meeting?.audience === 'all' ? partiesOf(engagement, meeting) : []),
  ];
  const distinct = new Map(told.map((one) => [JSON.stringify(one), one]));
  return { kind: 'engagement.step_done', to: [...distinct.values()], params: { nextStepId } };
}

function meetingNotices(engagement: Engagement, entry: EntryOf<'meeting'>): Notice[] {
  const invited = partiesOf(engagement, entry);
  const steps = engagement.nextSteps.filter(({ id }) => entry.nextStepIds.includes(id));
  return [
    ...(entry.audience === 'all'
      ? [
          {
            kind: entry.held ? 'engagement.meeting_held' : 'engagement.meeting',
            to: invited,
            params: { at: entry.at.toISOString() },
            ...(entry.held && { suffix: 'held' }),
          },
        ]
      : []),
    ...steps.map(({ id, ownerSide, due }) => ({
      kind: 'engagement.next_step',
      to: [peopleOf(engagement, ownerSide)],
      params: { nextStepId: id, due },
      suffix: id,
    })),
  ];
}

function ndaNotice(engagement: Engagement, { ndaId, signed }: EntryOf<'nda'>): Notice {
  if (signed) return { kind: 'engagement.nda_signed', to: everybody(engagement) };
  const nda = engagement.ndas.find((one) => one.id === ndaId);
  if (!nda || isSigned(nda)) return { kind: 'engagement.nda_waiting', to: [] };
  const side = nda.signedByEnterpriseAt ? 'institute' : 'enterprise';
  return { kind: 'engagement.nda_waiting', to: [peopleOf(engagement, side)] };
}

const subjectOf = ({ _id }: Engagement) => ({ kind: 'engagement', id: _id });

/** What to tell of the entries that came with this revision or a later one. */
export function noticesSince(engagement: Engagement, revision: number): Outgoing[] {
  return engagement.timeline
    .filter((entry) => entry.revision >= revision)
    .flatMap((entry) =>
      noticesOf(engagement, entry)
        .filter(({ to }) => to.length > 0)
        .map(({ suffix, ...notice }) => ({
          ...notice,
          key: ['engagement', engagement._id, entry.id, ...(suffix ? [suffix] : [])].join('.'),
          subject: subjectOf(engagement),
          except: [entry.kind === 'meeting' && entry.held ? entry.held.by.id : entry.by.id],
        })),
    );
}

/** Reminders of what is due soon, for the next steps and visits whose day has come. */
export function remindersBy(
  engagement: Engagement,
  day: string,
): { ids: string[]; notices: Outgoing[] } {
  const isDue = (one: { remindOn?: string; remindedAt?: Date }) =>
    one.remindOn !== undefined && !one.remindedAt && one.remindOn <= day;
  const steps = openSteps(engagement).filter(isDue);
  const visits = openVisits(engagement).filter(isDue);
  const notice = (id: string) => ({
    key: `engagement.${engagement._id}.${id}.due`,
    subject: subjectOf(engagement),
  });
  return {
    ids: [...steps, ...visits].map(({ id }) => id),
    notices: [
      ...steps.map(({ id, ownerSide, due }) => ({
        ...notice(id),
        kind: 'engagement.next_step_due',
        to: [peopleOf(engagement, ownerSide)],
        params: { nextStepId: id, due },
      })),
      ...visits.map(({ id, plannedOn }) => ({
        ...notice(id),
        kind: 'engagement.visit_due',
        to: everybody(engagement),
        params: { visitId: id, due: plannedOn },
      })),
    ],
  };
}
