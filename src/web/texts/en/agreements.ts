import type { zhAgreements } from '../zh/agreements.ts';

export const enAgreements: typeof zhAgreements = { title: 'Agreements' };
