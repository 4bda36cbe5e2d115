import { useEffect, useMemo } from 'react';
import { today } from '../../../kit/dates.ts';
import { useAddress } from '../../../kit/use-address.ts';
import { type Question, questionNames, readQuestion } from './question.ts';

/** The question of the address, which always says the whole of it, and a way to change it. */
export function useQuestion(): readonly [Question, (change: Partial<Question>) => void] {
  const [params, change] = useAddress();
  const text = params.toString();
  // The text says what the address holds.
  const question = useMemo(() => readQuestion(new URLSearchParams(text), today()), [text]);
  const whole = questionNames.every((name) => params.has(name) || !question[name]);

  useEffect(() => {
    if (!whole) change((now) => ({ ...readQuestion(now, today()) }));
  }, [whole, change]);

  return [question, (values) => change({ ...values, trail: undefined }, { replace: false })];
}
