import type { Context } from '../../context.ts';
import { byteOrderMark, csvLine } from '../../export/csv.ts';
import { type Route, route } from '../../http/route.ts';
import type { Column } from './column.ts';
import { columnsAnswer, columnsQuery } from './import-schema.ts';

/** What a list may hold, and an empty one to fill; for people, who need no other paper then. */
export function importColumnRoutes({ imports }: Pick<Context, 'imports'>): Route[] {
  return [
    route(
      {
        method: 'get',
        path: '/imports/columns',
        summary: 'The columns that an import of a kind understands',
        query: columnsQuery,
        answer: columnsAnswer,
      },
      async ({ query }) => ({ items: imports.columns(query.kind).map(present) }),
    ),
    route(
      {
        method: 'get',
        path: '/imports/template.csv',
        summary: 'An empty list with the headers of a kind',
        query: columnsQuery,
        answer: null,
        produces: 'text/csv',
      },
      async ({ query, res }) => {
        const headers = imports.columns(query.kind).map(headerOf);
        res
          .status(200)
          .set({
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': `attachment; filename="import-${query.kind}.csv"`,
          })
          .send(byteOrderMark + csvLine(headers));
      },
    ),
  ];
}

const present = ({ name, also = [], kind = 'text', codes, empty }: Column) => ({
  name,
  also: [...also],
  cell: kind,
  ...(codes && {
    codes: Object.entries(codes).map(([code, names]) => ({ code, names: [...names] })),
  }),
  needed: empty === 'refused',
});

/** What a person would write over it: the first Chinese name, else the contract's. */
const headerOf = ({ name, also = [] }: Column) =>
  also.find((one) => /\p{Script=Han}/u.test(one)) ?? name;
