import { dateText, today } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import type { Question } from './question.ts';

/** A question in words: `2026年上半年 · 认定登记 · 按登记 · 引进 · 截至2026年11月23日`. */
export function useQuestionText() {
  const { t, word, language } = useText();
  return ({ from, to, measure, basis, flow, asOf }: Question): string =>
    [
      t.bureau.period.name({ from, to }),
      word('measures', measure),
      word('bases', basis),
      word('flows', flow),
      t.bureau.question.asOfDay(dateText(asOf ?? today(), language)),
    ].join(' · ');
}
