import { useEffect, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { today } from '../../../kit/dates.ts';
import { type Question, questionNames, readQuestion } from './question.ts';

/** The question of the address, which always says the whole of it, and a way to change it. */
export function useQuestion(): readonly [Question, (change: Partial<Question>) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  // The text says what the address holds.
  const question = useMemo(() => readQuestion(new URLSearchParams(text), today()), [text]);

  useEffect(() => {
    const written = withQuestion(new URLSearchParams(text), question);
    if (written.toString() !== text) setParams(written, { replace: true });
  }, [text, question, setParams]);

  const change = (values: Partial<Question>) =>
    setParams((current) => {
      const next = withQuestion(current, { ...question, ...values });
      next.delete('trail');
      return next;
    });
  return [question, change];
}

function withQuestion(params: URLSearchParams, question: Question): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of questionNames) {
    const value = question[name];
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}
