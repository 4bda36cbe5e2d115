import type { Page } from 'playwright-core';
import { wordsIn } from './words.ts';

/** Who opens what besides the places of their menu; `:need` and the like stand for a row of theirs. */
export const people: Record<string, string[]> = {
  broker1: [
    '/needs/new',
    '/needs/:need',
    '/needs/:need/compare?with=:capability',
    '/capabilities/:capability',
    '/engagements/:engagement',
    '/pipeline?view=list',
    '/agreements/new',
    '/agreements/new?engagement=:engagement',
    '/agreements/:agreement',
    '/search?q=压铸',
    '/search?kind=need&q=压铸',
    '/search?kind=capability&q=压铸&need=:need',
    '/inbox',
    '/account',
    '/no-such-page',
  ],
  enterprise1: [
    '/needs/new',
    '/needs/:need',
    '/needs/:need/edit',
    '/capabilities/:capability',
    '/engagements/:engagement',
    '/agreements/:agreement',
    '/inbox',
  ],
  institute1: [
    '/capabilities/new',
    '/capabilities/:capability',
    '/capabilities/:capability/edit',
    '/needs/:need',
    '/engagements/:engagement',
    '/agreements/:agreement',
    '/imports/:import',
    '/inbox',
  ],
  bureau: [
    '/needs/:need',
    '/engagements/:engagement',
    '/agreements/:agreement',
    '/agreements/:agreement/edit',
    '/people/:person',
    '/organizations/new',
    '/organizations/:organization',
    '/organizations/:organization/edit',
    '/reports/:report',
    '/reports/:report?part=adjustments',
    '/reports/:report/print',
    '/assignment?heap=proposed',
    '/assignment?heap=accepted',
    '/registration?heap=registered',
    '/settings/rankers',
    ...[
      'agreements',
      'achievements',
      'solved',
      'funnel',
      'proposals',
      'meetings',
      'load&brokerId=',
      'engagements',
    ].map((of) => `/rows?of=${of}&from=2026-01-01&to=2026-06-30`),
  ],
  admin: ['/people/:person'],
};

/** Where a row of each kind is asked for. */
const lists: Record<string, string> = {
  need: '/needs?limit=1&sort=-id&status=engaged',
  capability: '/capabilities?limit=1',
  engagement: '/engagements?limit=1',
  agreement: '/agreements?limit=1',
  person: '/users?limit=1',
  organization: '/organizations?limit=1',
  import: '/imports?limit=1',
  report: '/reports?limit=1',
};

/** Addresses of a person's pages, as told of and with rows filled in; no path without a row. */
export async function pathsOf(
  page: Page,
  others: readonly string[],
): Promise<[address: string, path: string | undefined][]> {
  const places = await page
    .getByRole('navigation', { name: wordsIn('zh').t.shell.menu })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const found = [];
  for (const address of [...places, ...others]) {
    found.push([address, await filled(page, address)] as [string, string | undefined]);
  }
  return found;
}

async function filled(page: Page, address: string): Promise<string | undefined> {
  let path = address;
  for (const [, kind] of address.matchAll(/:([a-z]+)/g)) {
    const { items } = await (
      await page.request.get(`/api/v1${lists[kind!]}${await ofTheirs(page, kind!)}`)
    ).json();
    if (!items?.[0]) return undefined;
    path = path.replace(`:${kind}`, items[0].id);
  }
  return path;
}

/** Institutes see what others offer too, but change only their own. */
async function ofTheirs(page: Page, kind: string): Promise<string> {
  const { user } = await (await page.request.get('/api/v1/session')).json();
  if (kind === 'capability' && user.roles.includes('institute')) {
    return `&organizationId=${user.organizationId}`;
  }
  return kind === 'engagement' && user.roles.includes('broker') ? '&mine=true' : '';
}
