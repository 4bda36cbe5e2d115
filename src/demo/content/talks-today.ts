import type { EngagementStage } from '../../vocabulary.ts';
import type { InstituteKey } from './institutes.ts';
import type { NeedKey } from './needs/all.ts';

/** Talks as they stand on the day of the seeding. */
export interface Going {
  need: NeedKey;
  broker: number;
  institute: InstituteKey;
  capability: string;
  /** Days since the introduction. */
  days: number;
  stage: Exclude<EngagementStage, 'delivering' | 'completed'>;
  nda?: true;
  /** How the last next step stands today. */
  step?: 'overdue' | 'coming';
  /** Days from today to a planned visit of the experts. */
  visitIn?: number;
}

export const going: readonly Going[] = [
  {
    need: 'containerId',
    broker: 3,
    institute: 'wangchao',
    capability: 'rfid-container',
    days: 4,
    stage: 'introduced',
  },
  {
    need: 'lampLens',
    broker: 1,
    institute: 'chuyun',
    capability: 'lamp-optics',
    days: 2,
    stage: 'introduced',
  },
  {
    need: 'castPorosity',
    broker: 1,
    institute: 'xinghai',
    capability: 'casting-porosity',
    days: 24,
    stage: 'meeting',
    step: 'overdue',
  },
  {
    need: 'weldBox',
    broker: 2,
    institute: 'dongpu',
    capability: 'robot-weld',
    days: 31,
    stage: 'meeting',
    step: 'coming',
  },
  {
    need: 'knitRepel',
    broker: 5,
    institute: 'wangchao',
    capability: 'textile-finish',
    days: 19,
    stage: 'meeting',
    step: 'coming',
  },
  {
    need: 'shellDry',
    broker: 6,
    institute: 'xinghai',
    capability: 'investment-shell',
    days: 58,
    stage: 'evaluating',
    step: 'overdue',
    visitIn: 9,
  },
  {
    need: 'bearingWarp',
    broker: 4,
    institute: 'xinghai',
    capability: 'bearing-steel',
    days: 63,
    stage: 'evaluating',
    nda: true,
    step: 'coming',
  },
  {
    need: 'resinNylon',
    broker: 8,
    institute: 'siming',
    capability: 'pa-high-temp',
    days: 96,
    stage: 'negotiating',
    nda: true,
    step: 'overdue',
  },
  {
    need: 'pumpLeak',
    broker: 7,
    institute: 'qinyue',
    capability: 'hydrogen-valve',
    days: 88,
    stage: 'negotiating',
    step: 'coming',
    visitIn: 16,
  },
  {
    need: 'cableChain',
    broker: 1,
    institute: 'hushan',
    capability: 'flame-retard',
    days: 110,
    stage: 'agreed',
    nda: true,
    step: 'coming',
    visitIn: 5,
  },
  {
    need: 'dustDock',
    broker: 15,
    institute: 'chuyun',
    capability: 'dust-monitor',
    days: 47,
    stage: 'ended',
  },
  {
    need: 'steelThick',
    broker: 18,
    institute: 'chuyun',
    capability: 'laser-thickness',
    days: 72,
    stage: 'ended',
  },
];
