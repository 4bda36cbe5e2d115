import type * as z from 'zod';
import type { AuditLine, auditAnswer } from '../../features/audit/audit-schema.ts';
import { resource } from './resource.ts';

export type { AuditLine };

export const audit = resource<never, never, never, z.output<typeof auditAnswer>>('/audit');
