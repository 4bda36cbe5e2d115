import type { Command } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { conflict, forbidden, notFound } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import type { NextStep } from './engagement.ts';
import { mayFinishStep, sidesOf } from './engagement-access.ts';
import { refuseFuture, reminderDay } from './engagement-due.ts';
import type { EngagementEditor } from './engagement-editor.ts';
import type { ContactInput, HeldInput, MeetingInput, OutcomeInput } from './engagement-schema.ts';
import { awaitsMinutes, type EntryOf } from './engagement-timeline.ts';

/** Meetings, contacts, next steps and what came of them. */
export function createEngagementTalks({ edit, newId }: { edit: EngagementEditor; newId: NewId }) {
  function planSteps(
    cmd: Command,
    meetingId: string,
    steps: MeetingInput['nextSteps'],
  ): NextStep[] {
    const today = shanghaiDate(cmd.at);
    return steps.map((step) => {
      const remindOn = reminderDay(step.due, today);
      return { id: newId(cmd.at), ...step, meetingId, ...(remindOn && { remindOn }) };
    });
  }

  return {
    async meet(cmd: Command, id: string, input: MeetingInput) {
      const { nextSteps: steps, ...meeting } = input;
      return edit(cmd, id, { name: 'meeting', actions: ['meet'] }, (engagement) => {
        const meetingId = newId(cmd.at);
        const added = planSteps(cmd, meetingId, steps);
        return {
          values: {
            nextSteps: [...engagement.nextSteps, ...added],
            firstContactAt: engagement.firstContactAt ?? cmd.at,
          },
          happened: [
            { kind: 'meeting', ...meeting, id: meetingId, nextStepIds: added.map(({ id }) => id) },
          ],
        };
      });
    },

    /** What a planned meeting came to, written to its own entry; who came stands for who was asked. */
    async holdMeeting(cmd: Command, id: string, meetingId: string, input: HeldInput) {
      const { nextSteps: steps, at, ...said } = input;
      return edit(cmd, id, { name: 'meeting_held', actions: ['meet'] }, (engagement) => {
        const meeting = engagement.timeline.find(
          (one): one is EntryOf<'meeting'> => one.id === meetingId && one.kind === 'meeting',
        );
        if (!meeting) throw notFound('meeting');
        if (!awaitsMinutes(meeting)) {
          throw conflict('already_recorded', 'What was said at this meeting is written down.');
        }
        refuseFuture(cmd, 'at', at ?? meeting.at);
        const { id: byId, name } = cmd.actor;
        const side = sidesOf(cmd.actor, engagement)[0] ?? 'system';
        const added = planSteps(cmd, meetingId, steps);
        const entry = {
          ...meeting,
          ...said,
          at: at ?? meeting.at,
          nextStepIds: [...meeting.nextStepIds, ...added.map((one) => one.id)],
          held: { at: cmd.at, by: { id: byId, name, side } },
          // It is spoken of again, with what is new of it.
          revision: engagement.revision + 1,
        };
        return {
          values: {
            nextSteps: [...engagement.nextSteps, ...added],
            timeline: engagement.timeline.map((one) => (one === meeting ? entry : one)),
          },
          happened: [],
        };
      });
    },

    async contact(cmd: Command, id: string, { kind, ...input }: ContactInput) {
      refuseFuture(cmd, 'at', input.at);
      return edit(cmd, id, { name: 'contact', actions: ['contact'] }, ({ firstContactAt }) => ({
        values: { firstContactAt: firstContactAt ?? cmd.at },
        happened: [{ kind: 'contact', contact: kind, ...input }],
      }));
    },

    /** By the side that owes it, or by a broker or the bureau for that side. */
    async finishStep(cmd: Command, id: string, stepId: string, note: string | undefined) {
      return edit(cmd, id, { name: 'step_done', actions: ['finish_step'] }, (engagement) => {
        const step = engagement.nextSteps.find((one) => one.id === stepId);
        if (!step) throw notFound('next step');
        if (!mayFinishStep(cmd.actor, engagement, step)) throw forbidden();
        if (step.doneAt) throw conflict('already_done', 'This next step is done.');
        return {
          values: {
            nextSteps: engagement.nextSteps.map((one) =>
              one === step ? { ...step, doneAt: cmd.at } : one,
            ),
          },
          happened: [{ kind: 'step_done', nextStepId: stepId, note }],
        };
      });
    },

    async stateOutcome(cmd: Command, id: string, input: OutcomeInput) {
      const { kind, value, statedBy, statedAt, note } = input;
      refuseFuture(cmd, 'statedAt', statedAt);
      const how = { name: 'outcome', actions: ['state_outcome'], evenEnded: true } as const;
      return edit(cmd, id, how, () => ({
        values: {},
        happened: [{ kind: 'outcome', outcome: kind, value, statedBy, note, at: statedAt }],
      }));
    },
  };
}
