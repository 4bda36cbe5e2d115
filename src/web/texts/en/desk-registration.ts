import type { zhDeskRegistration } from '../zh/desk-registration.ts';

export const enDeskRegistration: typeof zhDeskRegistration = {
  description:
    'Register technology contracts: take in, register, deregister, revoke. Terms go by the rule of the day of the application.',
  heapsLabel: 'State of the registration',
  heaps: {
    applied: 'To register',
    signed: 'Not handed in',
    duplicate: 'Possible duplicates',
    registered: 'Registered',
    deregistered: 'Deregistered',
    revoked: 'Revoked',
  },
  heapTexts: {
    applied: 'Applications taken in; overdue and due first on top.',
    signed: 'Signed and not yet handed in; signed first on top.',
    duplicate: 'The very same as another agreement: mark it as its own, or revoke it.',
    registered: 'On the register; entered last on top.',
    deregistered: 'Taken off the register.',
    revoked: 'Revoked as a fake, void or a duplicate.',
  },
  none: {
    applied: 'No application waits',
    signed: 'Every signed agreement is handed in',
    duplicate: 'No possible duplicates',
    registered: 'No registered agreement found',
    deregistered: 'Nothing was deregistered',
    revoked: 'Nothing was revoked',
  },
  findNumber: 'Find by registration number',
  agreement: 'Agreement',
  values: 'Contract value',
  technologyValue: 'Technology value',
  course: 'State',
  action: 'Action',
  duplicateMark: 'The very same as another agreement',
  registeredOn: (date: string) => `Registered ${date}`,
  appliedOn: (date: string) => `Applied ${date}`,
  signedOn: (date: string) => `Signed ${date}`,
  moreOf: (title: string) => `More actions: ${title}`,
  steps: {
    register: 'Register',
    apply: 'Take in',
    distinguish: 'Not a duplicate',
    deregister: 'Deregister',
    revoke: 'Revoke',
  },
  stepOf: {
    register: (title: string) => `Register: ${title}`,
    apply: (title: string) => `Take in: ${title}`,
    distinguish: (title: string) => `Not a duplicate: ${title}`,
  },
  stepTexts: {
    distinguish: (title: string) =>
      `“${title}” looks like another agreement and is not. Say how you know.`,
    deregister: (title: string) =>
      `“${title}” is taken off the register; the record and its history stay.`,
    revoke: (title: string) =>
      `“${title}” is revoked and counts no more; all sides read the reason.`,
  },
  done: {
    register: 'Registered',
    apply: 'Taken in',
    distinguish: 'Marked as its own',
    deregister: 'Deregistered',
    revoke: 'Revoked',
  },
  number: 'Registration number',
  numberHint: 'As on the certificate',
  registeredAt: 'Registered on',
  appliedAt: 'Applied on',
  disputed: 'Disputed: the longer term',
  dueThen: 'To be settled by',
  doubts: 'Look at this first',
  openOther: 'Open the other',
};
