import type { Response } from 'express';
import type { Context } from '../../context.ts';
import { byteOrderMark, csvLine } from '../../export/csv.ts';
import { xlsxType } from '../../export/xlsx-type.ts';
import { type Route, route } from '../../http/route.ts';
import type { Column } from './column.ts';
import { columnsAnswer, columnsQuery } from './import-schema.ts';
import { headerOf, templateWorkbook } from './import-template.ts';

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
        asTemplate(res, `${query.kind}.csv`, 'text/csv; charset=utf-8');
        res.send(byteOrderMark + csvLine(headers));
      },
    ),
    route(
      {
        method: 'get',
        path: '/imports/template.xlsx',
        summary: 'An empty workbook with the headers of a kind',
        query: columnsQuery,
        answer: null,
        produces: xlsxType,
      },
      async ({ query, res }) => {
        const content = await templateWorkbook(imports.columns(query.kind));
        asTemplate(res, `${query.kind}.xlsx`, xlsxType);
        res.send(content);
      },
    ),
  ];
}

const asTemplate = (res: Response, name: string, type: string) =>
  res.status(200).set({
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="import-${name}"`,
  });

const present = ({ name, also = [], kind = 'text', codes, empty }: Column) => ({
  name,
  also: [...also],
  cell: kind,
  ...(codes && {
    codes: Object.entries(codes).map(([code, names]) => ({ code, names: [...names] })),
  }),
  needed: empty === 'refused',
});
