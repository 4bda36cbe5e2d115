import type { zhNeedForm } from '../zh/need-form.ts';

export const enNeedForm: typeof zhNeedForm = { newTitle: 'Post a technical need' };
