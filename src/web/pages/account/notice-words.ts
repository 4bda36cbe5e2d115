import type { NotificationKind } from '../../../vocabulary.ts';
import type { vocabularyNames } from '../../../vocabulary-names.ts';

/** What a notice's sentence may say of its params; an absent one says nothing. */
export interface NoticeParams {
  day(name: string): string;
  instant(name: string): string;
  /** That a term was over when the notice was written. */
  over(name: string): boolean;
  count(name: string): number;
  word(table: keyof typeof vocabularyNames, name: string): string;
  is(name: string, value: string): boolean;
  has(name: string): boolean;
}

/** A sentence for every kind of the vocabulary: a missing one does not compile. */
export type NoticeWords = Record<NotificationKind, (p: NoticeParams) => string>;
