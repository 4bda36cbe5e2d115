import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { adviseOnNeed } from '../../api/needs.ts';
import { type NeedValues, needInput } from './need-values.ts';

/** So long nobody types before advice is asked for. */
const pauseMs = 600;

/** Advice on what is typed so far; the last one stays while newer is on its way. */
export function useAdvice(values: NeedValues, needId?: string) {
  const { deadline, budgetFen, cooperationModes, confidential, industry, ...read } =
    needInput(values);
  const indicators = (read.indicators ?? []).filter(
    ({ name, value }) => name.trim() !== '' && [value].flat().every((one) => !Number.isNaN(one)),
  );
  const text = JSON.stringify({ ...read, indicators, ...(needId && { needId }) });
  const [asked] = useDebouncedValue(text, pauseMs);
  const enough = values.title.trim().length + values.problem.trim().length >= 4;
  return useQuery({
    queryKey: ['advice', asked],
    queryFn: ({ signal }) => adviseOnNeed(JSON.parse(asked), signal),
    enabled: enough,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
    retry: false,
  });
}
