import type { NeedRow } from '../need-row.ts';
import { contractedNeeds } from './contracted.ts';
import { engagedNeeds } from './engaged.ts';
import { waitingNeeds } from './waiting.ts';
import { pastNeeds, youngNeeds } from './young-and-over.ts';

const all = { ...contractedNeeds, ...engagedNeeds, ...waitingNeeds, ...youngNeeds, ...pastNeeds };

export type NeedKey = keyof typeof all;

export const needRows: Record<NeedKey, NeedRow> = all;
