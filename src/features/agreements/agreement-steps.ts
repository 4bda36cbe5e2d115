import type { Command } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { AppError, conflict, forbidden, invalid, invalidField } from '../../errors.ts';
import type { NewId } from '../../ids.ts';
import type { Patch, Step } from '../../store/document-store.ts';
import type { AgreementSide } from '../../vocabulary.ts';
import type { SettingsService } from '../settings/settings-service.ts';
import {
  type Agreement,
  type AgreementStep,
  type ChangeableTerms,
  canFollow,
  changeableNames,
  statusAfter,
} from './agreement.ts';
import { canAgreement, sidesOf } from './agreement-access.ts';
import { dayProblems } from './agreement-days.ts';
import { likenessKey } from './agreement-duplicate.ts';
import type { Duplicates } from './agreement-duplicates.ts';
import { paidFen } from './agreement-money.ts';
import type { Participants } from './agreement-parties.ts';
import { registrationDueOn } from './agreement-rules.ts';
import type { ChangeInput, EndInput, PaymentInput } from './agreement-schema.ts';
import type { AgreementStore } from './agreement-store.ts';
import { termsProblems } from './agreement-terms.ts';

export interface StepParts {
  agreements: AgreementStore;
  settings: SettingsService;
  participants: Participants;
  duplicates: Duplicates;
  newId: NewId;
}

type Values = Patch<Agreement>;

/** The life of an agreement after it was written down: each step one write, by the state table. */
export function createAgreementSteps(parts: StepParts) {
  const { agreements, settings, participants, duplicates, newId } = parts;

  /** One step of the state table: allowed to this actor, from this state, with these values. */
  function act(
    cmd: Command,
    id: string,
    step: AgreementStep,
    more: Omit<Step, 'action'> | ((agreement: Agreement) => Omit<Step, 'action'>),
    values: (agreement: Agreement) => Values | Promise<Values>,
  ): Promise<Agreement> {
    const stepOf = (agreement: Agreement): Step => ({
      action: step,
      ...(typeof more === 'function' ? more(agreement) : more),
    });
    return agreements.change(cmd, cmd.actor, id, stepOf, async (agreement) => {
      if (!canAgreement(cmd.actor, step, agreement)) throw forbidden();
      if (!canFollow(agreement.status, step)) {
        throw conflict('wrong_state', `An agreement that is ${agreement.status} cannot ${step}.`);
      }
      return { ...(await values(agreement)), status: statusAfter(agreement.status, step) };
    });
  }

  /** The day given or today, refused when it lies in the future or before what it follows. */
  function dayOf(cmd: Command, path: string, given: string | undefined, after?: string): string {
    const on = given ?? shanghaiDate(cmd.at);
    const problems = dayProblems(shanghaiDate(cmd.at), { path, day: on, after });
    if (problems.length > 0) throw invalid(problems);
    return on;
  }

  const ended = (cmd: Command, input: EndInput, after: string | undefined) => ({
    on: dayOf(cmd, 'on', input.on, after),
    code: input.code,
    ...(input.note && { note: input.note }),
  });

  return {
    sign: (cmd: Command, id: string, signedAt: string) =>
      act(cmd, id, 'sign', { todo: ['signed', 'duplicates', 'notify'] }, async (agreement) => {
        dayOf(cmd, 'signedAt', signedAt);
        const signed = { ...agreement, signedAt };
        return {
          signedAt,
          likeness: likenessKey(signed),
          duplicateOf: await duplicates.originalOf(signed, id),
          brokerage: await participants.brokerageAtSigning(agreement),
        };
      }),

    confirm: (cmd: Command, id: string) => {
      const open = (agreement: Agreement): AgreementSide[] =>
        sidesOf(cmd.actor, agreement).filter((side) => !agreement.confirmations[side]);
      const step = (agreement: Agreement) => ({ todo: open(agreement).length ? ['notify'] : [] });
      return act(cmd, id, 'confirm', step, (agreement) => {
        const given = { by: cmd.actor.id, at: cmd.at, on: shanghaiDate(cmd.at) };
        const mine = Object.fromEntries(open(agreement).map((side) => [side, given]));
        return { confirmations: { ...agreement.confirmations, ...mine } };
      });
    },

    apply: (cmd: Command, id: string, input: { appliedAt?: string; disputed: boolean }) =>
      act(cmd, id, 'apply', { todo: ['notify'] }, async (agreement) => {
        const appliedAt = dayOf(cmd, 'appliedAt', input.appliedAt, agreement.signedAt);
        const { technologyValueFen } = agreement;
        const { disputed } = input;
        const application = { appliedAt, technologyValueFen, disputed };
        const rules = await settings.of(agreement.district);
        return {
          appliedAt,
          disputed,
          registrationDueOn: registrationDueOn(application, rules, addWorkingDays),
        };
      }),

    async register(cmd: Command, id: string, input: { number: string; registeredAt: string }) {
      try {
        return await act(cmd, id, 'register', { todo: ['notify'] }, (agreement) => {
          const after = agreement.appliedAt ?? agreement.signedAt;
          dayOf(cmd, 'registeredAt', input.registeredAt, after);
          return { registration: input, registeredNumber: input.number };
        });
      } catch (error) {
        throw numberTaken(error);
      }
    },

    change: (cmd: Command, id: string, input: ChangeInput) => {
      const step = { note: input.note, code: input.code, todo: ['duplicates', 'notify'] };
      return act(cmd, id, 'change', step, (agreement) => {
        const last = agreement.changes.at(-1)?.on ?? agreement.registration?.registeredAt;
        const on = dayOf(cmd, 'changedAt', input.changedAt, last);
        const { terms, before } = changedTerms(agreement, input);
        const merged = { ...agreement, ...terms };
        const problems = termsProblems(merged);
        if (paidFen(agreement.payments) > merged.contractValueFen) {
          const message = 'More than that has been paid already.';
          problems.push({ path: 'contractValueFen', code: 'below_payments', message });
        }
        if (problems.length > 0) throw invalid(problems);
        const entry = { on, before, ...(input.note && { note: input.note }) };
        return {
          ...terms,
          changes: [...agreement.changes, entry],
          likeness: likenessKey(merged),
        };
      });
    },

    pay: (cmd: Command, id: string, input: PaymentInput) =>
      act(cmd, id, 'pay', { todo: ['notify'] }, (agreement) => {
        dayOf(cmd, 'paidAt', input.paidAt);
        if (paidFen(agreement.payments) + input.amountFen > agreement.contractValueFen) {
          const message = 'The payments would be above the contract value.';
          throw invalidField('amountFen', 'above_contract_value', message);
        }
        return { payments: [...agreement.payments, { id: newId(cmd.at), ...input }] };
      }),

    /** The bureau has looked: it repeats no other agreement, whatever it looks like. */
    distinguish: (cmd: Command, id: string, note: string | undefined) =>
      act(cmd, id, 'distinguish', { note, todo: ['duplicates'] }, () => ({
        distinct: { by: cmd.actor.id, at: cmd.at, ...(note && { note }) },
        duplicateOf: undefined,
      })),

    deregister: (cmd: Command, id: string, input: EndInput) => {
      const step = { code: input.code, note: input.note, todo: ['duplicates', 'notify'] };
      return act(cmd, id, 'deregister', step, (agreement) => ({
        deregistration: ended(cmd, input, agreement.registration?.registeredAt),
      }));
    },

    revoke: (cmd: Command, id: string, input: EndInput) => {
      const step = { code: input.code, note: input.note, todo: ['duplicates', 'notify'] };
      return act(cmd, id, 'revoke', step, (agreement) => ({
        revocation: ended(cmd, input, agreement.registration?.registeredAt ?? agreement.signedAt),
        registeredNumber: undefined,
      }));
    },
  };
}

/** The terms that really differ, and what they were. */
function changedTerms(agreement: Agreement, input: ChangeInput) {
  const names = changeableNames.filter(
    (name) =>
      input[name] !== undefined && JSON.stringify(input[name]) !== JSON.stringify(agreement[name]),
  );
  const pick = (from: Partial<ChangeableTerms>) =>
    Object.fromEntries(
      names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]),
    ) as Partial<ChangeableTerms>;
  return { terms: pick(input), before: pick(agreement) };
}

/** A registration number belongs to one contract in the country. */
export function numberTaken(error: unknown): unknown {
  const taken =
    error instanceof AppError && error.errors.some((one) => one.path === 'registeredNumber');
  if (!taken) return error;
  const message = 'Another agreement has this registration number.';
  return conflict('registration_number_taken', message, [
    { path: 'number', code: 'already_exists', message },
  ]);
}
