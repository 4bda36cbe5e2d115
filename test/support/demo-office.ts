import { expect } from 'chai';
import { seedDemo } from '../../src/demo/seed-demo.ts';
import { type Client, createClient } from './client.ts';
import { codesOf } from './contracts.ts';
import { type Service, startService } from './service.ts';

export const demoNow = new Date('2026-11-23T06:30:00Z');
export const demoPassword = 'demo-for-the-tests';

/** A service on a day that stands still, before anything is entered. */
export const startEmpty = (at = demoNow) =>
  startService({
    env: { DEMO_PASSWORD: demoPassword },
    overrides: { clock: { now: () => at } },
    work: false,
  });

interface DemoOffice {
  service: Service;
  bureau: Client;
}

/** The demo district for the tests of one suite: there before the first, closed after the last. */
export function demoOffice(): DemoOffice {
  const office = {} as DemoOffice;
  before(async () => {
    Object.assign(office, await startDemo());
  });
  after(() => office.service.close());
  return office;
}

/** The demo district on a day that stands still, with nobody at work but those who ask. */
async function startDemo(): Promise<DemoOffice> {
  const service = await startEmpty();
  await seedDemo(service.ctx, demoNow);
  return { service, bureau: await signIn(service, 'bureau') };
}

export async function signIn(service: Service, login: string): Promise<Client> {
  const email = `${login}@demo.test`;
  const answer = await service.anonymous.post('/session', { email, password: demoPassword });
  expect(answer.status, email).to.equal(201);
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  return createClient(service.url, { cookie });
}

/** Reads and insists. */
export async function read(client: Client, path: string) {
  const { status, body } = await client.get(path);
  expect(status, `${path} ${JSON.stringify(body)}`).to.equal(200);
  return body;
}

/** The codes of a request that is refused for its parameters. */
export async function codesAt(client: Client, path: string) {
  const { status, body } = await client.get(path);
  expect(status, path).to.equal(400);
  return codesOf(body);
}

/** What is not for those who work at the needs themselves. */
export async function expectOfficeOnly(service: Service, paths: readonly string[]) {
  for (const login of ['broker1', 'enterprise1', 'institute1']) {
    const client = await signIn(service, login);
    for (const path of paths) expect((await client.get(path)).status, path).to.equal(403);
  }
}

/** Every row of a list, page by page; `path` has its query. */
export async function allRows(client: Client, path: string, limit = 7) {
  // biome-ignore lint/suspicious/noExplicitAny: rows of every kind
  const items: any[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await read(client, `${path}&limit=${limit}${more}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
