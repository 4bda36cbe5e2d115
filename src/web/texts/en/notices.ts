import type { NoticeWords } from '../../pages/account/notice-words.ts';

const why = (reason: string) => (reason ? ` (${reason})` : '');

export const enNotices: NoticeWords = {
  'need.confirm_wanted': () => 'A need was posted for you. Check it and confirm it.',
  'need.confirmed': () => 'The enterprise confirmed the need that you posted for it.',
  'need.submitted': () => 'A need was submitted. Please vet it.',
  'need.vetted': (p) =>
    p.is('decision', 'accepted')
      ? 'The need was accepted: it is being matched, and a broker is being found.'
      : `The need was refused${why(p.word('decisionCodes', 'code'))}. See the note and post it again.`,
  'need.closed': (p) => `The need was closed${why(p.word('closeCodes', 'code'))}.`,
  'need.expires_soon': (p) =>
    `The need is valid until ${p.day('expiresOn')}. Extend it if it is still open.`,
  'assignment.proposed': (p) => `You are asked to lead a need. Answer by ${p.day('due')}.`,
  'assignment.accepted': () => 'A broker took your need and will call you soon.',
  'assignment.taken_back': () => 'A need that you were asked to lead was taken back.',
  'assignment.contact_overdue': () =>
    'The first contact is overdue: call the enterprise and note it.',
  'assignment.escalated': (p) =>
    `A need finds no broker${why(p.word('escalationReasons', 'reason'))}. Please name one.`,
  'engagement.created': () => 'A new engagement was begun.',
  'engagement.stage': (p) => `An engagement moved on to: ${p.word('engagementStages', 'stage')}.`,
  'engagement.ended': (p) => `An engagement ended${why(p.word('decisionCodes', 'code'))}.`,
  'engagement.meeting': (p) => `Meeting: ${p.instant('at')}.`,
  'engagement.next_step': (p) => `You have a new next step, due ${p.day('due')}.`,
  'engagement.next_step_due': (p) =>
    p.over('due')
      ? `A next step is overdue since ${p.day('due')}.`
      : `A next step is due soon: ${p.day('due')}.`,
  'engagement.visits_planned': (p) => `Visits planned: ${p.count('count')}.`,
  'engagement.visit_due': (p) =>
    p.over('due')
      ? `A visit is overdue since ${p.day('due')}.`
      : `A visit is due soon: ${p.day('due')}.`,
  'engagement.meeting_held': (p) => `The meeting of ${p.instant('at')} was recorded.`,
  'engagement.step_done': () => 'A next step of an engagement is done.',
  'engagement.visit_reported': () => 'A visit was reported on.',
  'engagement.outcome': (p) => `A new outcome was entered: ${p.word('outcomeKinds', 'outcome')}.`,
  'engagement.nda_waiting': () => 'The other side signed the NDA. It waits for your signature.',
  'engagement.nda_signed': () => 'Both sides signed the NDA; what it covers can be read now.',
  'engagement.files': (p) => `Files added to an engagement: ${p.count('count')}.`,
  'engagement.lead': () => 'The lead broker of an engagement changed.',
  'engagement.agreement_signed': (p) =>
    p.has('signedAt')
      ? `An agreement was signed on ${p.day('signedAt')}.`
      : 'An agreement was signed.',
  'agreement.recorded': () => 'An agreement was recorded. Both parties, please check it.',
  'agreement.signed': () => 'An agreement was signed. Both parties, please confirm it.',
  'agreement.confirmed': () => 'A party confirmed an agreement.',
  'agreement.applied': () => 'An agreement was handed in for registration.',
  'agreement.registered': () => 'An agreement was registered.',
  'agreement.changed': () => 'A change of an agreement was registered.',
  'agreement.paid': () => 'A payment under an agreement was entered.',
  'agreement.deregistered': () => 'An agreement was taken off the register.',
  'agreement.revoked': () => 'The registration of an agreement was revoked.',
  'agreement.duplicate_flagged': () => 'An agreement looks like another. Please compare them.',
  'agreement.duplicate_cleared': () => 'An agreement was found to repeat no other.',
  'import.done': (p) =>
    p.count('failed') > 0
      ? `Import done (${p.word('importKinds', 'kind')}): ${p.count('done')} rows in, ${p.count('failed')} in error. Download and repair them.`
      : `Import done (${p.word('importKinds', 'kind')}): all ${p.count('done')} rows are in.`,
  'import.failed': (p) => `An import failed (${p.word('importKinds', 'kind')}). See why.`,
  'import.needs_submitted': (p) => `Imported needs wait for vetting: ${p.count('done')}.`,
};
