import { expect } from 'chai';
import type { Client } from './support/client.ts';
import { type Service, startService } from './support/service.ts';

describe('notifications', () => {
  let service: Service;
  let first: Client;
  let second: Client;
  let outsider: Client;
  let readers: string[];

  before(async () => {
    service = await startService({
      overrides: {
        findPeople: async (to) => {
          if ('userId' in to) return [to.userId];
          if ('role' in to) return to.district === '330206' ? readers : [];
          return to.organizationId === 'org' ? [first.actor!.id] : [];
        },
      },
    });
    first = service.as({ roles: ['bureau'] });
    second = service.as({ roles: ['bureau'] });
    outsider = service.as({ roles: ['bureau'], district: '330203' });
    readers = [first.actor!.id, second.actor!.id];
  });
  after(() => service.close());

  const office = { role: 'bureau', district: '330206' } as const;
  const send = (key: string, more: object = {}) =>
    service.ctx.notifications.send({
      key,
      to: [office],
      kind: 'need.submitted',
      subject: { kind: 'need', id: 'n1' },
      params: { code: 'other', days: 3 },
      ...more,
    });
  const inbox = async (client: Client, query = '') =>
    (await client.get(`/notifications${query}`)).body;

  it('reach everybody they are for, once each, however often they are sent', async () => {
    await Promise.all([send('n1:submitted:1'), send('n1:submitted:1'), send('n1:submitted:1')]);
    await service.settled();
    await send('n1:submitted:1');
    await service.ctx.notifications.deliver('n1.submitted.1');
    await service.settled();
    for (const client of [first, second]) {
      const { items, unread } = await inbox(client);
      expect(items).to.have.length(1);
      expect(unread).to.equal(1);
      expect(items[0]).to.include({ kind: 'need.submitted', revision: 1 });
      expect(items[0].subject).to.deep.equal({ kind: 'need', id: 'n1' });
      expect(items[0].params).to.deep.equal({ code: 'other', days: 3 });
    }
    expect((await inbox(outsider)).items).to.deep.equal([]);
  });

  it('count a person once who is meant in two ways', async () => {
    const to = [office, { organizationId: 'org' }, { userId: first.actor!.id }];
    await send('n1:twice', { to, kind: 'need.vetted' });
    await service.settled();
    const { items } = await inbox(first);
    expect(items.filter((one: { kind: string }) => one.kind === 'need.vetted')).to.have.length(1);
  });

  it('are one person’s own: another person’s line is not found', async () => {
    const [line] = (await inbox(first)).items;
    expect((await first.get(`/notifications/${line.id}`)).body).to.deep.equal(line);
    for (const [method, path] of [
      ['get', `/notifications/${line.id}`],
      ['post', `/notifications/${line.id}/read`],
    ] as const) {
      const answer = await second[method](path);
      expect(answer.status).to.equal(404);
      expect(answer.body.code).to.equal('not_found');
    }
    expect((await service.anonymous.get('/notifications')).status).to.equal(401);
  });

  it('are read once, and listed by being read or not', async () => {
    const [line] = (await inbox(first)).items;
    const read = await first.post(`/notifications/${line.id}/read`);
    expect(read.status).to.equal(200);
    expect(read.body.readAt).to.be.a('string');
    expect(read.headers.get('etag')).to.equal('"2"');
    const again = await first.post(`/notifications/${line.id}/read`);
    expect(again.body.readAt).to.equal(read.body.readAt);
    expect((await inbox(first, '?unread=false')).items.map(idOf)).to.deep.equal([line.id]);
    expect((await inbox(first, '?unread=true')).items.map(idOf)).not.to.include(line.id);
    expect((await first.post('/notifications/read-all')).body).to.deep.equal({ unread: 0 });
    expect((await inbox(first)).unread).to.equal(0);
    expect((await inbox(second)).unread).to.equal(2);
  });

  it('come in pages, newest first', async () => {
    for (let n = 0; n < 5; n++) await send(`page:${n}`, { params: { n } });
    await service.settled();
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await inbox(second, `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map((one: { params: { n?: number } }) => one.params.n ?? -1));
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).to.deep.equal([-1, -1, 0, 1, 2, 3, 4]);
    const query = '?limit=0&sort=kind&unread=maybe&kind=x';
    const wrong = await second.get(`/notifications${query}`);
    expect(wrong.status).to.equal(400);
    expect(wrong.body.errors.map((one: { path: string }) => one.path)).to.have.members([
      'limit',
      'sort',
      'unread',
      'kind',
    ]);
  });

  it('wait in the store while Redis is away, for the reconciler', async () => {
    const { add } = service.ctx.queues;
    service.ctx.queues.add = async () => {
      throw new Error('Redis is away');
    };
    await send('n2:submitted:1', { subject: { kind: 'need', id: 'n2' } });
    service.ctx.queues.add = add;
    const arrived = async () =>
      (await inbox(first)).items.filter(
        (one: { subject: { id: string } }) => one.subject.id === 'n2',
      );
    expect(await arrived()).to.deep.equal([]);
    await service.ctx.reconciler.run();
    await service.settled();
    expect(await arrived()).to.have.length(1);
  });

  it('take no operator in a filter', async () => {
    expect((await second.get('/notifications?unread[$gt]=')).status).to.equal(400);
  });

  it('refuse a key or a kind that cannot be kept', async () => {
    await expectRejection(send('with space'));
    await expectRejection(send('k', { kind: 'Need Submitted' }));
  });
});

const idOf = (one: { id: string }) => one.id;

async function expectRejection(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).to.be.instanceOf(RangeError);
}
