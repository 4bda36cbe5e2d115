import { addDays } from '../../calendar/dates.ts';
import type { FieldError } from '../../errors.ts';

export interface GivenDay {
  path: string;
  day: string | undefined;
  /** What happened before it, where something must have. */
  after?: string | undefined;
}

/**
 * What is wrong with the days of a contract's life: nothing has happened yet after tomorrow (a day
 * ahead is left to those who write from another zone), and nothing before what it follows.
 */
export function dayProblems(today: string, ...given: GivenDay[]): FieldError[] {
  const latest = addDays(today, 1);
  return given.flatMap(({ path, day, after }) => {
    if (day === undefined) return [];
    if (day > latest) {
      return [{ path, code: 'in_the_future', message: 'That day is still to come.' }];
    }
    if (after !== undefined && day < after) {
      return [{ path, code: 'too_early', message: `It cannot be before ${after}.` }];
    }
    return [];
  });
}
