import type { zhDeskRankers } from '../zh/desk-rankers.ts';

export const enDeskRankers: typeof zhDeskRankers = {
  title: 'Versions of the ranker',
  link: 'Versions of the ranker',
  description:
    'The order is learnt from the decisions of brokers. Every version is kept, and can be taken up again.',
  none: 'Nothing was learnt yet: the version as shipped is in use.',
  learnt: 'Learnt here',
  shipped: 'As shipped',
  madeOn: 'Made',
  activatedOn: 'Activated',
  decisions: 'Decisions behind it',
  holdOut: 'Hold-out (pairs in the right order)',
  holdOutText: (needs: number, before: string, after: string) =>
    `${needs} needs: before ${before}, this one ${after}`,
  gain: 'Gain',
  gainText: (gain: string, low: string) => `${gain} (at least ${low})`,
  brier: 'Error of the probability (Brier)',
  notCalibrated: 'Too few decisions for a probability: bands only.',
  byBand: 'Band',
  byProbability: 'Probability',
  decided: 'Decided',
  shortlisted: 'Shortlisted',
  interval: 'Share (95% interval)',
  foretold: 'Foretold',
  cameTrue: 'Came true',
  goBack: 'Go back to this one',
  goBackText: (version: string) =>
    `Every match list is made anew with ${version}, within some minutes.`,
  activated: 'Taken up again; lists are being made anew',
};
