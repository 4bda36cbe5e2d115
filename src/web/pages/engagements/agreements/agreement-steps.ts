import type { Agreement } from '../../../api/agreements.ts';
import type { Messages } from '../../../texts/language.ts';

export type AgreementStep = Agreement['actions'][number];
type Label = Exclude<keyof Messages['agreements']['actions'], 'done'>;

/** A field of a small form; days begin with today. */
export interface StepField {
  name: string;
  label: Label;
  kind: 'day' | 'line' | 'money' | 'note' | 'check';
  required?: boolean;
}

/** What each simple step asks for, in the order of its body, and the last part of its address. */
export const simpleSteps: Partial<
  Record<AgreementStep, { path: string; text?: Label; fields: readonly StepField[] }>
> = {
  confirm: { path: 'confirm', text: 'confirmText', fields: [] },
  sign: {
    path: 'sign',
    fields: [{ name: 'signedAt', label: 'signedAt', kind: 'day', required: true }],
  },
  apply: {
    path: 'apply',
    fields: [
      { name: 'appliedAt', label: 'appliedAt', kind: 'day' },
      { name: 'disputed', label: 'disputed', kind: 'check' },
    ],
  },
  register: {
    path: 'register',
    fields: [
      { name: 'number', label: 'number', kind: 'line', required: true },
      { name: 'registeredAt', label: 'registeredAt', kind: 'day', required: true },
    ],
  },
  pay: {
    path: 'payments',
    fields: [
      { name: 'paidAt', label: 'paidAt', kind: 'day', required: true },
      { name: 'amountFen', label: 'amount', kind: 'money', required: true },
      { name: 'note', label: 'note', kind: 'note' },
    ],
  },
  distinguish: {
    path: 'distinguish',
    text: 'distinguishText',
    fields: [{ name: 'note', label: 'note', kind: 'note' }],
  },
};

/** Steps in the order in which they are usual; the rest stands in a menu. */
export const stepOrder: readonly AgreementStep[] = [
  'confirm',
  'sign',
  'apply',
  'register',
  'pay',
  'update',
  'change',
  'distinguish',
  'deregister',
  'revoke',
];
