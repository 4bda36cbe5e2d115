import { addressWith, type Question } from '../question/question.ts';

/** Lists behind figures. */
export const rowLists = [
  'agreements',
  'achievements',
  'solved',
  'funnel',
  'proposals',
  'meetings',
  'load',
  'engagements',
] as const;
export type RowList = (typeof rowLists)[number];

/** Which rows of a list: the parameters of the service, and the name of a group or broker. */
export type RowPart = Record<string, string | undefined>;

/** The page that shows the rows behind a figure. */
export const rowsAddress = (of: RowList, question: Question, part: RowPart = {}): string =>
  addressWith('/rows', question, { of, ...part });
