import { expect } from 'chai';
import { systemActor, unscoped } from '../src/access/actor.ts';
import { addDays, shanghaiDate } from '../src/calendar/dates.ts';
import { workingDeadline } from '../src/calendar/working-days.ts';
import { enterPerson, signIn } from './support/account-rows.ts';
import { assignmentWhen, enterBroker, until } from './support/brokers.ts';
import { enterNeedPeople, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('assignment', function () {
  this.timeout(60_000);
  let service: Service;
  let clock: { ahead: number };
  let district: string;
  let count = 330_300;

  before(async () => {
    clock = { ahead: 0 };
    const now = () => new Date(Date.now() + clock.ahead);
    service = await startService({ overrides: { clock: { now } } });
  });
  after(() => service.close());

  /** Each test has a district to itself, so that only its own brokers can be asked. */
  async function people() {
    count += 1;
    district = String(count);
    clock.ahead = 0;
    return enterNeedPeople(service, district);
  }

  const runs = (body: { history: { brokerId: string; outcome: string }[] }) =>
    body.history.map(({ brokerId, outcome }) => `${brokerId} ${outcome}`);

  it('asks the broker of the field, who accepts', async () => {
    const team = await people();
    await enterBroker(service, team.bureau, { fields: ['transport'], grade: 'senior' });
    const expert = await enterBroker(service, team.bureau, { fields: ['new_materials'] });
    const asked = new Date();
    const needId = await openNeed(team, {
      field: 'new_materials',
      confidential: { problem: 'assigned' },
    });
    const proposed = await assignmentWhen(team.bureau, needId, 'proposed');
    expect(proposed).to.include({ needId, brokerId: expert.id, overdue: false });
    expect(proposed.due).to.equal(workingDeadline(asked, 2).toISOString());
    expect(proposed.turn).to.deep.equal({ side: 'broker', action: 'answer' });
    const [turn] = proposed.history;
    expect(
      turn.parts.reduce((sum: number, part: { points: number }) => sum + part.points, 0),
    ).to.equal(turn.score);

    // The firm sees who is asked, and not what was weighed.
    const firm = await team.enterprise.get(`/needs/${needId}/assignment`);
    expect(firm.body.history[0]).not.to.have.any.keys('score', 'parts');
    // The broker asked reads the layer; another broker does not.
    const read = await until(
      () => expert.client.get(`/needs/${needId}`),
      ({ body }) => body.problem !== undefined,
    );
    // Who is asked may read, but does not lead yet.
    const close = await expert.client.post(`/needs/${needId}/close`, { code: 'solved' });
    expect(close.status).to.equal(403);
    expect(read.body.problem).to.be.a('string');
    expect((await team.broker.get(`/needs/${needId}`)).body.hidden).to.include('problem');
    expect((await team.broker.get(`/needs/${needId}/assignment`)).status).to.equal(404);

    const inbox = await until(
      () => expert.client.get('/notifications'),
      ({ body }) => body.items.length > 0,
    );
    expect(inbox.body.items[0]).to.deep.include({
      kind: 'assignment.proposed',
      subject: { kind: 'assignment', id: proposed.id, title: read.body.title },
      params: { needId, due: proposed.due },
    });

    const mine = await expert.client.get('/assignments?mine=true');
    expect(mine.body.items.map((one: { id: string }) => one.id)).to.deep.equal([proposed.id]);
    const accepted = await expert.client.post(`/assignments/${proposed.id}/accept`);
    expect([accepted.status, accepted.body.status]).to.deep.equal([200, 'accepted']);
    expect(accepted.body.due).to.equal(workingDeadline(asked, 5).toISOString());
    expect(runs(accepted.body)).to.deep.equal([`${expert.id} accepted`]);
    expect((await team.bureau.get(`/needs/${needId}/assignment`)).body.status).to.equal('accepted');
    const load = await team.bureau.get(`/brokers/${expert.id}/load`);
    expect(load.body).to.include({ proposed: 0, accepted: 1, load: 1, room: 4 });
    const again = await expert.client.post(`/assignments/${proposed.id}/accept`);
    expect([again.status, again.body.code]).to.deep.equal([409, 'wrong_state']);
  });

  it('passes on when a broker declines, and shows no more to who declined', async () => {
    const team = await people();
    const first = await enterBroker(service, team.bureau, { grade: 'senior' });
    const second = await enterBroker(service, team.bureau, { grade: 'junior' });
    const needId = await openNeed(team, {
      field: 'new_materials',
      confidential: { problem: 'assigned' },
    });
    const { id } = await assignmentWhen(team.bureau, needId, 'proposed');
    const path = `/assignments/${id}`;
    await until(
      () => first.client.get(`/needs/${needId}`),
      ({ body }) => body.problem !== undefined,
    );
    for (const body of [{}, { code: 'bored' }, { code: 'price', why: 'x' }]) {
      expect((await first.client.post(`${path}/decline`, body)).status).to.equal(400);
    }
    const key = { 'idempotency-key': 'decline-1' };
    const decline = () =>
      first.client.post(`${path}/decline`, { code: 'wrong_field', note: '不熟悉老化' }, key);
    const declined = await decline();
    expect([declined.status, declined.body.status]).to.deep.equal([200, 'declined']);
    expect(declined.body).not.to.have.property('brokerId');
    expect((await decline()).body).to.deep.equal(declined.body);
    // At once, before any job has run.
    expect((await first.client.get(`/needs/${needId}`)).body.hidden).to.include('problem');
    expect((await first.client.get(path)).status).to.equal(404);
    expect((await first.client.post(`${path}/accept`)).status).to.equal(409);

    const next = await assignmentWhen(team.bureau, needId, 'proposed');
    expect(runs(next)).to.deep.equal([`${first.id} declined`, `${second.id} proposed`]);
    expect(next.history[0]).to.include({ code: 'wrong_field', note: '不熟悉老化' });
    // The second broker reads the own turn only.
    const theirs = await second.client.get(path);
    expect(runs(theirs.body)).to.deep.equal([`${second.id} proposed`]);
    const freed = await until(
      () => service.ctx.stores.brokers.get(unscoped('the test looks inside'), first.id),
      (broker) => broker.claims.length === 0 && broker.record.asked === 1,
    );
    expect(freed.claims).to.deep.equal([]);
    expect(freed.record).to.deep.equal({ asked: 1, expired: 0, led: 0, solved: 0 });
  });

  it('passes on when the time is over, and goes to the bureau after three', async () => {
    const team = await people();
    const brokers = await Promise.all([1, 2, 3, 4].map(() => enterBroker(service, team.bureau)));
    const needId = await openNeed(team);
    let body = await assignmentWhen(team.bureau, needId, 'proposed');
    for (let misses = 1; misses <= 3; misses += 1) {
      clock.ahead = Date.parse(body.due) - Date.now() + 60_000;
      const late = brokers.find(({ id }) => id === body.brokerId)!;
      const tooLate = await late.client.post(`/assignments/${body.id}/accept`);
      expect([tooLate.status, tooLate.body.code]).to.deep.equal([409, 'term_over']);
      const desk = await team.bureau.get('/assignments?overdue=true');
      expect(desk.body.items.map((one: { id: string }) => one.id)).to.include(body.id);
      await service.ctx.reconciler.run();
      const status = misses < 3 ? 'proposed' : 'escalated';
      body = await assignmentWhen(
        team.bureau,
        needId,
        status,
        ({ history }) => history.length === (misses < 3 ? misses + 1 : 3),
      );
    }
    expect(body.history.map((turn: { outcome: string }) => turn.outcome)).to.deep.equal([
      'expired',
      'expired',
      'expired',
    ]);
    expect(new Set(body.history.map((turn: { brokerId: string }) => turn.brokerId)).size).to.equal(
      3,
    );
    expect(body).to.include({ escalation: 'three_misses' });
    expect(body.turn).to.deep.equal({ side: 'bureau', action: 'reassign' });
    const desk = await team.bureau.get('/assignments?status=escalated');
    expect(desk.body.items.map((one: { needId: string }) => one.needId)).to.deep.equal([needId]);
    // Nobody else is asked by the system, however often it looks.
    await service.ctx.reconciler.run();
    await service.settled();
    expect((await team.bureau.get(`/assignments/${body.id}`)).body.status).to.equal('escalated');

    const path = `/assignments/${body.id}/reassign`;
    const fourth = brokers.find(
      ({ id }) => !body.history.some((turn: { brokerId: string }) => turn.brokerId === id),
    )!;
    expect((await fourth.client.post(path, { brokerId: fourth.id })).status).to.equal(403);
    const named = await team.bureau.post(path, { brokerId: fourth.id, note: '已电话沟通' });
    expect([named.status, named.body.status, named.body.brokerId]).to.deep.equal([
      200,
      'proposed',
      fourth.id,
    ]);
    expect(named.body.history[3].by).to.equal(team.bureau.actor!.id);
    expect((await fourth.client.post(`/assignments/${body.id}/accept`)).status).to.equal(200);
  });

  it('never asks who has a tie, no room, a leave, or who vetted', async () => {
    const team = await people();
    const today = shanghaiDate(new Date());
    const tied = { conflicts: [team.enterpriseId] };
    await enterBroker(service, team.bureau, { employerId: team.enterpriseId });
    const declared = await enterBroker(service, team.bureau, tied);
    const full = await enterBroker(service, team.bureau, { capacity: 0 });
    await enterBroker(service, team.bureau, { active: false });
    const leave = [{ from: addDays(today, -3), to: today }];
    const away = await enterBroker(service, team.bureau, { leave });
    const vetter = await enterBroker(service, team.bureau);
    const needId = await openNeed({ enterprise: team.enterprise, bureau: vetter.client });
    const body = await assignmentWhen(team.bureau, needId, 'escalated');
    expect(body).to.include({ escalation: 'no_broker' });
    expect(body.history).to.deep.equal([]);
    // Nor may the bureau.
    const path = `/assignments/${body.id}/reassign`;
    const refused = async (brokerId: string) => {
      const answer = await team.bureau.post(path, { brokerId });
      expect(answer.status).to.equal(409);
      return answer.body.errors.map((error: { code: string }) => error.code);
    };
    expect(await refused(declared.id)).to.deep.equal(['conflict_of_interest']);
    expect(await refused(full.id)).to.deep.equal(['no_capacity']);
    expect(await refused(away.id)).to.deep.equal(['on_leave']);
    expect(await refused(vetter.id)).to.deep.equal(['vetted_this_need']);
    const unknown = await team.bureau.post(path, { brokerId: 'nobody' });
    expect([unknown.status, unknown.body.errors[0].path]).to.deep.equal([400, 'brokerId']);
    // Room appears: the need finds its broker by itself.
    await team.bureau.patch(`/brokers/${full.id}`, { capacity: 1 });
    const asked = await assignmentWhen(team.bureau, needId, 'proposed');
    expect(asked.brokerId).to.equal(full.id);
  });

  it('asks people with an account, and nobody whose account is disabled', async () => {
    const team = await people();
    const person = await enterPerson(service, team.bureau, { name: '林晓' });
    const entered = await team.bureau.post('/brokers', {
      userId: person.id,
      fields: ['new_materials'],
      capacity: 3,
    });
    expect([entered.status, entered.body.name]).to.deep.equal([201, '林晓']);
    const client = await signIn(service, person.email);
    const first = await openNeed(team);
    const { id } = await assignmentWhen(team.bureau, first, 'proposed');
    expect((await client.post(`/assignments/${id}/accept`)).status).to.equal(200);
    await team.bureau.post(`/users/${person.id}/disable`);
    const second = await openNeed(team);
    const waiting = await assignmentWhen(team.bureau, second, 'escalated');
    const named = await team.bureau.post(`/assignments/${waiting.id}/reassign`, {
      brokerId: person.id,
    });
    expect([named.status, named.body.errors[0].code]).to.deep.equal([409, 'inactive']);
  });

  it('calls a question back from a broker who goes on leave or declares a tie', async () => {
    const team = await people();
    const first = await enterBroker(service, team.bureau, { grade: 'senior' });
    const second = await enterBroker(service, team.bureau, { grade: 'intermediate' });
    const third = await enterBroker(service, team.bureau, { grade: 'junior' });
    const needId = await openNeed(team, { field: 'new_materials' });
    const { id, brokerId, due } = await assignmentWhen(team.bureau, needId, 'proposed');
    expect(brokerId).to.equal(first.id);
    // A leave after the time to answer changes nothing; one within it does.
    const lastDay = shanghaiDate(new Date(Date.parse(due) - 1));
    const later = { from: addDays(lastDay, 1), to: addDays(lastDay, 5) };
    await first.client.patch(`/brokers/${first.id}`, { leave: [later] });
    await service.settled();
    expect((await first.client.get(`/assignments/${id}`)).body.status).to.equal('proposed');
    await first.client.patch(`/brokers/${first.id}`, { leave: [{ from: lastDay, to: lastDay }] });
    await assignmentWhen(team.bureau, needId, 'proposed', (now) => now.brokerId === second.id);
    await second.client.patch(`/brokers/${second.id}`, { conflicts: [team.enterpriseId] });
    const now = await assignmentWhen(
      team.bureau,
      needId,
      'proposed',
      (body) => body.brokerId === third.id,
    );
    expect(runs(now)).to.deep.equal([
      `${first.id} recalled`,
      `${second.id} recalled`,
      `${third.id} proposed`,
    ]);
    // A lead who turns out to have a tie leads no longer; lower capacity takes nothing away.
    await third.client.post(`/assignments/${id}/accept`);
    await team.bureau.patch(`/brokers/${third.id}`, { capacity: 0 });
    await service.settled();
    const load = await team.bureau.get(`/brokers/${third.id}/load`);
    expect(load.body).to.include({ capacity: 0, load: 1, room: 0 });
    await third.client.patch(`/brokers/${third.id}`, { conflicts: [team.enterpriseId] });
    const escalated = await assignmentWhen(team.bureau, needId, 'escalated');
    expect(escalated).to.include({ escalation: 'conflict_of_interest' });
    await until(
      () => team.bureau.get(`/needs/${needId}`),
      ({ body }) => body.brokerId === undefined,
    );
    expect((await team.bureau.get(`/needs/${needId}`)).body).not.to.have.property('brokerId');
  });

  it('ends with the need, frees the place, counts the record, and starts anew', async () => {
    const team = await people();
    const broker = await enterBroker(service, team.bureau, { capacity: 1 });
    const needId = await openNeed(team);
    const { id } = await assignmentWhen(team.bureau, needId, 'proposed');
    await broker.client.post(`/assignments/${id}/accept`);
    const waiting = await openNeed(team);
    await assignmentWhen(team.bureau, waiting, 'escalated');
    const closed = await broker.client.post(`/needs/${needId}/close`, { code: 'solved' });
    expect(closed.status).to.equal(200);
    const ended = await assignmentWhen(team.bureau, needId, 'accepted', (body) => body.endedAt);
    expect(ended.turn).to.equal(null);
    expect(runs(ended)).to.deep.equal([`${broker.id} ended`]);
    const after = await until(
      () => broker.client.get(`/brokers/${broker.id}`),
      ({ body }) => body.record.led === 1,
    );
    expect(after.body.record).to.deep.equal({ asked: 1, expired: 0, led: 1, solved: 1 });
    const gone = await team.bureau.post(`/assignments/${id}/reassign`, { brokerId: 'x' });
    expect([gone.status, gone.body.code]).to.deep.equal([409, 'need_closed']);
    // The place goes to the need that had to wait, and comes back when that is withdrawn.
    const asked = await assignmentWhen(team.bureau, waiting, 'proposed');
    await team.enterprise.post(`/needs/${waiting}/withdraw`, {});
    await assignmentWhen(team.bureau, waiting, 'expired', (body) => body.endedAt);
    expect((await broker.client.post(`/assignments/${asked.id}/accept`)).status).to.equal(409);
    const load = await broker.client.get(`/brokers/${broker.id}/load`);
    expect(load.body).to.include({ load: 0, room: 1 });

    // An expired need that is renewed is asked about anew.
    const lapsed = await openNeed(team);
    const before = await assignmentWhen(team.bureau, lapsed, 'proposed');
    // Accepted, because a proposal would run out long before the need does, and count as missed.
    await broker.client.post(`/assignments/${before.id}/accept`);
    clock.ahead = 200 * 86_400_000;
    const system = { actor: systemActor(district), at: new Date(Date.now() + clock.ahead) };
    await service.ctx.needs.expire(system, lapsed);
    await assignmentWhen(team.bureau, lapsed, 'accepted', (body) => body.endedAt);
    await team.enterprise.post(`/needs/${lapsed}/renew`);
    const anew = await assignmentWhen(team.bureau, lapsed, 'proposed');
    expect(anew).to.include({ id: before.id, brokerId: broker.id });
    expect(anew).not.to.have.property('endedAt');
  });

  it('says when the first contact is overdue', async () => {
    const team = await people();
    const broker = await enterBroker(service, team.bureau);
    const needId = await openNeed(team);
    const { id } = await assignmentWhen(team.bureau, needId, 'proposed');
    const { body } = await broker.client.post(`/assignments/${id}/accept`);
    clock.ahead = Date.parse(body.due) - Date.now() + 60_000;
    await service.ctx.reconciler.run();
    const late = await assignmentWhen(
      team.bureau,
      needId,
      'accepted',
      (now) => now.contactOverdue === true,
    );
    expect(late.brokerId).to.equal(broker.id);
  });

  it('keeps to its district and to its roles', async () => {
    const team = await people();
    await enterBroker(service, team.bureau);
    const needId = await openNeed(team);
    const { id } = await assignmentWhen(team.bureau, needId, 'proposed');
    const elsewhere = await people();
    const stranger = await enterBroker(service, elsewhere.bureau);
    for (const who of [elsewhere.bureau, stranger.client, elsewhere.enterprise, team.institute]) {
      expect((await who.get(`/assignments/${id}`)).status).to.equal(404);
      expect((await who.get(`/needs/${needId}/assignment`)).status).to.equal(404);
      expect((await who.get('/assignments')).body.items).to.deep.equal([]);
    }
    const post = (who: typeof team.bureau, action: string, body?: unknown) =>
      who.post(`/assignments/${id}/${action}`, body).then(({ status }) => status);
    expect(await post(stranger.client, 'accept')).to.equal(404);
    expect(await post(stranger.client, 'decline', { code: 'price' })).to.equal(404);
    expect(await post(elsewhere.bureau, 'reassign', { brokerId: stranger.id })).to.equal(404);
    expect(await post(team.bureau, 'reassign', { brokerId: stranger.id })).to.equal(400);
    expect(await post(team.enterprise, 'accept')).to.equal(403);
    expect(await post(team.bureau, 'accept')).to.equal(403);
    expect(await post(team.enterprise, 'reassign', { brokerId: stranger.id })).to.equal(403);
    expect((await team.bureau.get('/needs/none/assignment')).status).to.equal(404);
    expect((await service.anonymous.get('/assignments')).status).to.equal(401);
    expect((await team.bureau.get('/assignments?status[$ne]=x')).status).to.equal(400);
  });
});
