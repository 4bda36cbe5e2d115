/** Whom everyone else waits for. */
export const turnSides = [
  'enterprise',
  'institute',
  'broker',
  'bureau',
  'seller',
  'buyer',
  'system',
  'other',
] as const;
export type TurnSide = (typeof turnSides)[number];

/** What the one whose turn it is owes. */
export const turnActions = [
  'submit',
  'confirm',
  'vet',
  'assign',
  'engage',
  'follow_up',
  'first_contact',
  'next_step',
  'visit',
  'sign_nda',
  'sign',
  'apply',
  'register',
  'answer',
  'reassign',
  'propose',
] as const;
export type TurnAction = (typeof turnActions)[number];

/** What waits for somebody, in `GET /agenda`. */
export const agendaKinds = [
  'answer_assignment',
  'first_contact',
  'next_step',
  'meeting',
  'visit',
  'submit_need',
  'confirm_need',
  'vet_need',
  'reassign',
  'sign_agreement',
  'confirm_agreement',
  'apply_agreement',
  'register_agreement',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];
