import type * as z from 'zod';
import type {
  AgreementAnswer,
  agreementBody,
  agreementPatch,
} from '../../features/agreements/agreement-schema.ts';
import { resource } from './resource.ts';

export type Agreement = AgreementAnswer;
export type AgreementBody = z.input<typeof agreementBody>;

export type AgreementChange = z.input<typeof agreementPatch>;

export const agreements = resource<AgreementAnswer, AgreementBody, AgreementChange>('/agreements');
