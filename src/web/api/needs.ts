import type * as z from 'zod';
import type { adviceAnswer } from '../../features/needs/need-advice-schema.ts';
import type { NeedAnswer, needBody } from '../../features/needs/need-schema.ts';
import { call } from './client.ts';
import { resource } from './resource.ts';

export type { NeedAnswer };
export type NeedInput = z.input<typeof needBody>;
/** A merge patch: `null` takes a value away. */
export type NeedChange = {
  [K in Exclude<keyof NeedInput, 'organizationId'>]?: NeedInput[K] | null;
};
export type NeedAdvice = z.output<typeof adviceAnswer>;

export const needs = resource<NeedAnswer, NeedInput, NeedChange>('/needs');

/** Advice on what is typed so far; nothing is stored. */
export const adviseOnNeed = (body: unknown, signal?: AbortSignal) =>
  call<NeedAdvice>('POST', '/needs/advice', { body, signal });
