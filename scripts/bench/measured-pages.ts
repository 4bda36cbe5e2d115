/** A page whose speed is measured: who looks, where its rows are, and what changes them. */
export interface MeasuredPage {
  name: string;
  login: 'bureau' | 'broker1';
  path: string;
  /** What one row is, in CSS. */
  row: string;
  /** Parameters of the address that narrow the rows, or order them otherwise. */
  filter?: string;
  sort?: string;
  /** It has a button to the next page where there are enough rows. */
  paged?: boolean;
}

const tableRow = 'main tbody tr';
const period = 'from=2026-01-01&to=2026-06-30';

export const measuredPages: readonly MeasuredPage[] = [
  {
    ...{ name: 'needs', login: 'bureau', path: '/needs', row: tableRow, paged: true },
    ...{ filter: 'status=engaged', sort: 'sort=expiresOn' },
  },
  {
    ...{ name: 'capabilities', login: 'bureau', path: '/capabilities', row: tableRow, paged: true },
    filter: 'stage=mature',
  },
  {
    ...{ name: 'agreements', login: 'bureau', path: '/agreements', row: tableRow, paged: true },
    ...{ filter: 'status=signed', sort: 'sort=-signedAt' },
  },
  {
    ...{ name: 'organizations', login: 'bureau', path: '/organizations', row: tableRow },
    ...{ paged: true, filter: 'kind=institute', sort: 'sort=-id' },
  },
  {
    ...{ name: 'audit log', login: 'bureau', path: '/audit', row: 'main ol > li', paged: true },
    filter: 'kind=agreement',
  },
  {
    ...{ name: 'rows behind a figure', login: 'bureau', row: tableRow, paged: true },
    path: `/rows?of=agreements&measure=registered&${period}`,
  },
  { name: 'inbox', login: 'bureau', path: '/inbox', row: 'main a.text-link', paged: true },
  {
    ...{ name: 'search', login: 'broker1', path: '/search?kind=capability&q=铝合金' },
    ...{ row: 'main ol > li', filter: 'kind=need&q=铝合金' },
  },
  {
    ...{ name: 'board, broker', login: 'broker1', path: '/pipeline', row: 'main section a' },
    filter: 'overdue=true',
  },
  {
    ...{ name: 'board, office', login: 'bureau', path: '/pipeline', row: 'main section a' },
    filter: 'overdue=true',
  },
  {
    ...{ name: 'pipeline as a list', login: 'bureau', path: '/pipeline?view=list' },
    ...{ row: tableRow, paged: true, filter: 'view=list&stage=meeting' },
    sort: 'view=list&sort=nextDue',
  },
  { name: 'today, broker', login: 'broker1', path: '/today', row: 'main li', filter: 'kind=visit' },
  { name: 'today, office', login: 'bureau', path: '/today', row: 'main li' },
  { name: 'calendar', login: 'broker1', path: '/calendar', row: 'main td a' },
  {
    ...{ name: 'assignment desk', login: 'bureau', path: '/assignment?heap=accepted&clock=done' },
    ...{ row: tableRow, paged: true, filter: 'heap=unassigned' },
  },
  {
    ...{ name: 'registration desk', login: 'bureau', path: '/registration?heap=registered' },
    ...{ row: tableRow, paged: true, filter: 'heap=signed' },
  },
];
