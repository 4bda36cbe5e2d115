import { expect } from 'chai';
import type { Request } from 'express';
import type { Actor } from '../src/access/actor.ts';
import type { Recipient } from '../src/features/notifications/notification.ts';
import { listen } from './support/event-reader.ts';
import { type Service, startService } from './support/service.ts';

describe('GET /events', () => {
  let one: Service;
  let two: Service;
  const signedIn = new Map<string, Actor>();
  const open: { close(): Promise<void> }[] = [];

  before(async () => {
    const overrides = {
      findPeople: async (to: Recipient) => ('userId' in to ? [to.userId] : []),
      authenticate: async (req: Request) => signedIn.get(req.headers.authorization ?? '') ?? null,
    };
    one = await startService({ overrides });
    const { namespace, mongo } = one.ctx.config;
    const env = { NAMESPACE: namespace, MONGODB_URI: mongo.uri! };
    two = await startService({ overrides, env, work: false });
  });
  afterEach(async () => {
    for (const stream of open.splice(0)) await stream.close();
  });
  after(async () => {
    await two.close();
    await one.close();
  });

  let counter = 0;
  function signIn() {
    counter += 1;
    const id = `person${counter}`;
    signedIn.set(id, { id, name: id, roles: ['broker'], district: '330206' });
    return id;
  }
  async function hear(service: Service, id: string, more: Record<string, string> = {}) {
    const stream = await listen(service.url, { headers: { authorization: id, ...more } });
    open.push(stream);
    return stream;
  }
  async function tell(userId: string, key: string) {
    await one.ctx.notifications.send({
      key: `${userId}.${key}`,
      to: [{ userId }],
      kind: 'need.vetted',
      subject: { kind: 'need', id: key },
    });
    await one.settled();
  }
  const subjects = (stream: { heard: { data: { subject: { id: string } } }[] }) =>
    stream.heard.map((event) => event.data.subject.id);

  it('tells a person, in any process, what comes into the inbox', async () => {
    const id = signIn();
    const other = await hear(two, signIn());
    const [a, b] = [await hear(one, id), await hear(two, id)];
    expect(a.status).to.equal(200);
    expect(a.headers.get('content-type')).to.match(/^text\/event-stream/);
    await tell(id, 'n1');
    for (const stream of [a, b]) {
      await stream.until(() => stream.heard.length === 1);
      expect(stream.heard[0]).to.include({ event: 'notification' });
      expect(stream.heard[0]!.data).to.include({ id: stream.heard[0]!.id, kind: 'need.vetted' });
    }
    expect(other.heard).to.deep.equal([]);
  });

  it('goes on after Last-Event-ID, without gap or repetition', async () => {
    const id = signIn();
    const before = await hear(one, id);
    await tell(id, 'n1');
    await before.until(() => before.heard.length === 1);
    const last = before.heard[0]!.id!;
    await before.close();
    await tell(id, 'n2');
    await tell(id, 'n3');
    const after = await hear(two, id, { 'last-event-id': last });
    await after.until(() => after.heard.length === 2);
    await tell(id, 'n4');
    await after.until(() => after.heard.length === 3);
    expect(subjects(after)).to.deep.equal(['n2', 'n3', 'n4']);
    const junk = await hear(one, id, { 'last-event-id': '{"$gt":""}' });
    expect(junk.status).to.equal(200);
  });

  it('catches up from the store when Redis dropped the connection', async () => {
    const id = signIn();
    const stream = await hear(two, id);
    await tell(id, 'n1');
    await stream.until(() => stream.heard.length === 1);
    const { publish } = one.ctx.events;
    one.ctx.events.publish = async () => {};
    await tell(id, 'n2');
    one.ctx.events.publish = publish;
    expect(stream.heard).to.have.length(1);
    await one.ctx.redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await stream.until(() => stream.heard.length === 2);
    await tell(id, 'n3');
    await stream.until(() => stream.heard.length === 3);
    expect(subjects(stream)).to.deep.equal(['n1', 'n2', 'n3']);
  });

  it('ends when the person signs out, and stays for others', async () => {
    const [id, other] = [signIn(), signIn()];
    const [gone, stays] = [await hear(two, id), await hear(two, other)];
    await tell(id, 'n1');
    await gone.until(() => gone.heard.length === 1);
    signedIn.delete(id);
    await one.ctx.events.recheck(id);
    await one.ctx.events.recheck(other);
    await gone.until(() => gone.ended);
    await tell(other, 'n1');
    await stays.until(() => stays.heard.length === 1);
    expect(stays.ended).to.equal(false);
    expect((await hear(two, id)).status).to.equal(401);
  });

  it('is bounded for each person', async () => {
    const id = signIn();
    const streams = await Promise.all(Array.from({ length: 10 }, () => hear(one, id)));
    expect(streams.map((stream) => stream.status)).to.deep.equal(Array(10).fill(200));
    const more = await hear(one, id);
    expect(more.status).to.equal(429);
    expect(more.headers.get('retry-after')).to.equal('30');
    expect((await hear(one, signIn())).status).to.equal(200);
    await streams[0]!.close();
    await new Promise((done) => setTimeout(done, 30));
    expect((await hear(one, id)).status).to.equal(200);
  });

  it('ends when the server stops, and takes no more', async () => {
    const id = signIn();
    const stream = await hear(two, id);
    two.ctx.events.endAll();
    await stream.until(() => stream.ended);
    expect((await hear(two, id)).status).to.equal(503);
  });
});
