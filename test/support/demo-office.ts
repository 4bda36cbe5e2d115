import { expect } from 'chai';
import { seedDemo } from '../../src/demo/seed-demo.ts';
import { type Client, createClient } from './client.ts';
import { type Service, startService } from './service.ts';

export const demoNow = new Date('2026-11-23T06:30:00Z');
const password = 'demo-for-the-tests';

/** The demo district on a day that stands still, with nobody at work but those who ask. */
export async function startDemo() {
  const service = await startService({
    env: { DEMO_PASSWORD: password },
    overrides: { clock: { now: () => demoNow } },
    work: false,
  });
  await seedDemo(service.ctx, demoNow);
  return { service, bureau: await signIn(service, 'bureau') };
}

export async function signIn(service: Service, login: string): Promise<Client> {
  const email = `${login}@demo.test`;
  const answer = await service.anonymous.post('/session', { email, password });
  expect(answer.status, email).to.equal(201);
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  return createClient(service.url, { cookie });
}

/** Every row of a list, page by page; `path` has its query. */
export async function allRows(client: Client, path: string, limit = 7) {
  // biome-ignore lint/suspicious/noExplicitAny: rows of every kind
  const items: any[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await client.get(`${path}&limit=${limit}${more}`);
    expect(status, `${path} ${JSON.stringify(body)}`).to.equal(200);
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}
