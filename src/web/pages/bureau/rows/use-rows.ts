import { useLocation, useSearchParams } from 'react-router';
import { today } from '../../../kit/dates.ts';
import { useList } from '../../../kit/use-list.ts';
import { addressWith, readQuestion } from '../question/question.ts';
import { type RowList, rowLists } from './rows-address.ts';

const names = [
  ...['groupBy', 'key', 'by', 'seller', 'buyer', 'brokerId', 'excluded'],
  ...['step', 'reached', 'answer'],
] as const;

/** What the address of a page of rows asks for. */
export function useRows() {
  const [params] = useSearchParams();
  const list = useList(names, { limit: 50 });
  const { state } = useLocation() as { state: { back?: string } | null };
  const question = readQuestion(params, today());
  const of: RowList = rowLists.find((one) => one === params.get('of')) ?? 'agreements';
  const { from, to, measure, basis, flow, asOf } = question;
  const { limit, cursor } = list.query;
  return {
    of,
    question,
    part: list.filters,
    list,
    back: state?.back ?? addressWith('/glance', question),
    /** The service's parameters that every list of agreements takes. */
    asked: { from, to, measure, basis, flow, asOf },
    period: { from, to, asOf },
    paging: { limit, cursor },
  };
}
export type Rows = ReturnType<typeof useRows>;
