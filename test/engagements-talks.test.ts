import { expect } from 'chai';
import {
  type EngagementPeople,
  engaged,
  enterEngagementPeople,
} from './support/engagement-rows.ts';
import { type Service, startService } from './support/service.ts';

describe('talks on an engagement', () => {
  let service: Service;
  let people: EngagementPeople;
  let id: string;
  const now = new Date('2026-03-02T02:00:00Z');

  before(async () => {
    service = await startService({ overrides: { clock: { now: () => now } } });
    people = await enterEngagementPeople(service);
  });
  beforeEach(async () => {
    id = await engaged(people);
  });
  after(() => service.close());

  type Name = 'broker' | 'enterprise' | 'institute' | 'bureau' | 'otherBroker';
  const post = (who: Name, path: string, body: object, headers = {}) =>
    people[who].post(`/engagements/${id}/${path}`, body, headers);
  const see = async (who: Name) => (await people[who].get(`/engagements/${id}`)).body;
  const faults = (answer: { body: { errors: { path: string; code: string }[] } }) =>
    answer.body.errors.map(({ path, code }) => `${path} ${code}`);
  const meeting = {
    at: '2026-03-04T14:00:00+08:00',
    place: '北仑实验楼 302',
    link: 'https://meeting.example/8',
    participants: [
      { side: 'enterprise', name: '王工' },
      { side: 'institute', name: '李教授' },
    ],
    minutes: '双方同意先做 500 小时老化试验。',
    nextSteps: [
      { text: '寄 20 公斤样料', ownerSide: 'enterprise', due: '2026-03-13' },
      { text: '出试验方案', ownerSide: 'institute', due: '2026-03-10' },
    ],
  };

  describe('meetings', () => {
    it('are on the timeline, with next steps that have an owner and a day', async () => {
      expect((await see('broker')).turn).to.deep.equal({
        side: 'broker',
        action: 'first_contact',
        due: '2026-03-09',
        overdue: false,
      });
      const met = await post('broker', 'meetings', meeting);
      expect(met.status).to.equal(200);
      const entry = met.body.timeline.at(-1);
      expect(entry).to.deep.include({
        kind: 'meeting',
        at: '2026-03-04T06:00:00.000Z',
        place: meeting.place,
        link: meeting.link,
        participants: meeting.participants,
        minutes: meeting.minutes,
      });
      expect(entry.by).to.include({ id: people.broker.actor!.id, side: 'broker' });
      expect(met.body.nextSteps.map((one: { id: string }) => one.id)).to.eql(entry.nextStepIds);
      expect(met.body.turn).to.include({
        side: 'institute',
        action: 'next_step',
        due: '2026-03-10',
        overdue: false,
      });
      expect(await see('broker')).to.deep.equal(met.body);
    });

    it('that were planned take their minutes, who came and the next steps once', async () => {
      const { minutes, nextSteps, ...plan } = meeting;
      const planned = await post('broker', 'meetings', plan);
      const { id: mid, held, actions } = planned.body.timeline.at(-1);
      expect({ held, actions }).to.eql({ held: false, actions: ['held'] });
      expect(planned.body.meetingsHeld).to.equal(0);
      const path = `meetings/${mid}/held`;
      const came = [...meeting.participants, { side: 'broker', name: '经纪人' }];
      const body = { at: '2026-03-02T09:00:00+08:00', participants: came, minutes, nextSteps };
      expect(faults(await post('broker', path, {}))).to.eql(['at in_the_future']);
      expect(faults(await post('broker', path, { ...body, minutes: 3 }))).to.eql([
        'minutes wrong_type',
      ]);
      for (const who of ['enterprise', 'institute'] as const) {
        expect((await post(who, path, body)).status, who).to.equal(403);
      }
      expect((await post('otherBroker', path, body)).status).to.equal(404);
      expect((await post('broker', 'meetings/none/held', body)).status).to.equal(404);
      expect((await see('enterprise')).timeline.at(-1).actions).to.eql([]);

      const done = await post('bureau', path, body, { 'idempotency-key': 'held' });
      expect(done.status, JSON.stringify(done.body)).to.equal(200);
      const again = await post('bureau', path, body, { 'idempotency-key': 'held' });
      expect(again.body.timeline).to.eql(done.body.timeline);
      const entries = done.body.timeline.filter((one: { kind: string }) => one.kind === 'meeting');
      expect(entries).to.have.length(1);
      expect(entries[0]).to.deep.include({
        ...{ id: mid, at: '2026-03-02T01:00:00.000Z', place: meeting.place, minutes },
        ...{ participants: came, held: true, actions: [] },
      });
      expect(entries[0].by.id).to.equal(people.broker.actor!.id);
      expect(done.body.nextSteps).to.have.length(2);
      expect((await see('enterprise')).meetingsHeld).to.equal(1);
      expect(await post('broker', path, body)).to.deep.include({ status: 409 });
      await service.settled();
      const told = (await people.institute.get('/notifications')).body.items
        .filter((one: { subject: { id: string } }) => one.subject.id === id)
        .map((one: { kind: string }) => one.kind);
      expect(told).to.include.members([
        'engagement.meeting',
        'engagement.meeting_held',
        'engagement.next_step',
      ]);
    });

    it('are not held by moving on, nor for a side that did not sit in them', async () => {
      await post('broker', 'stage', { to: 'meeting' });
      expect((await see('enterprise')).meetingsHeld).to.equal(0);
      await post('broker', 'meetings', {
        at: '2026-03-01T14:00:00+08:00',
        participants: [{ side: 'institute', name: '李教授' }],
      });
      expect((await see('enterprise')).meetingsHeld).to.equal(0);
      expect((await see('institute')).meetingsHeld).to.equal(1);
      expect(
        (await people.broker.get(`/engagements?needId=${(await see('broker')).needId}`)).body
          .items[0].meetingsHeld,
      ).to.equal(1);
    });

    it('show a party what it took part in', async () => {
      const inner = { ...meeting, participants: [meeting.participants[0]] };
      await post('broker', 'meetings', inner);
      const [firm, lab] = [await see('enterprise'), await see('institute')];
      expect(firm.timeline.at(-1).minutes).to.equal(meeting.minutes);
      expect(lab.timeline.at(-1)).to.include({ kind: 'meeting' });
      expect(lab.timeline.at(-1)).to.not.have.any.keys('minutes', 'place', 'link');
      expect(lab.timeline.at(-1).participants).to.eql([]);
      expect(JSON.stringify(lab)).not.to.include('王工');
      expect(lab.nextSteps.map((one: { ownerSide: string }) => one.ownerSide)).to.eql([
        'institute',
      ]);
      expect(firm.nextSteps).to.have.length(2);
    });

    it('hide the enterprise’s people and place while its name is hidden', async () => {
      await post('broker', 'meetings', meeting);
      const lab = await see('institute');
      expect(lab.timeline.at(-1).participants).to.eql([meeting.participants[1]]);
      expect(lab.timeline.at(-1)).not.to.have.property('place');
      expect(lab.timeline.at(-1).minutes).to.equal(meeting.minutes);
      await post('broker', 'stage', { to: 'meeting' });
      expect((await see('institute')).timeline[1].participants).to.eql(meeting.participants);
    });

    it('refuse every wrong field at once', async () => {
      const wrong = await post('broker', 'meetings', {
        at: '2026-02-30T10:00:00Z',
        place: '',
        link: 'javascript:alert(1)',
        participants: [{ side: 'press', name: 'x' }],
        minutes: 'a\u202eb',
        nextSteps: [{ text: '', ownerSide: 'enterprise', due: '2026-02-30', done: true }],
        colour: 'red',
      });
      expect(wrong.status).to.equal(400);
      expect(faults(wrong)).to.have.members([
        'at invalid',
        'place empty',
        'link invalid_link',
        'participants.0.side unknown_code',
        'minutes forbidden_character',
        'nextSteps.0.text empty',
        'nextSteps.0.due invalid_date',
        'nextSteps.0.done unknown_field',
        'colour unknown_field',
      ]);
      for (const link of ['ftp://x.test', 'https://', '//x.test', 'http:x']) {
        expect(faults(await post('broker', 'meetings', { ...meeting, link })), link).to.eql([
          'link invalid_link',
        ]);
      }
      const far = { ...meeting, at: '0001-01-01T00:00:00Z', nextSteps: [] };
      expect(faults(await post('broker', 'meetings', far))).to.eql(['at range']);
      expect((await see('broker')).revision).to.equal(1);
    });

    it('are entered by brokers and the office', async () => {
      const bare = { at: '2026-03-04T06:00:00Z' };
      expect((await post('enterprise', 'meetings', bare)).status).to.equal(403);
      expect((await post('institute', 'meetings', bare)).status).to.equal(403);
      expect((await post('otherBroker', 'meetings', bare)).status).to.equal(404);
      expect((await post('bureau', 'meetings', bare)).status).to.equal(200);
    });

    it('happen once for one Idempotency-Key, and survive a race', async () => {
      const key = { 'idempotency-key': 'm1' };
      const twice = await Promise.all([
        post('broker', 'meetings', meeting, key),
        post('broker', 'meetings', meeting, key),
      ]);
      expect(twice.map((one) => one.status)).to.eql([200, 200]);
      expect((await post('broker', 'meetings', { at: meeting.at }, key)).status).to.equal(422);
      const race = await Promise.all(
        ['1', '2', '3'].map((minutes) => post('broker', 'meetings', { ...meeting, minutes })),
      );
      expect(race.map((one) => one.status)).to.eql([200, 200, 200]);
      const all = (await see('broker')).timeline.filter(
        (one: { kind: string }) => one.kind === 'meeting',
      );
      expect(all).to.have.length(4);
    });
  });

  describe('next steps', () => {
    it('are done by their owner, or by a broker for it', async () => {
      const { body } = await post('broker', 'meetings', meeting);
      const [firmStep, labStep] = body.nextSteps.map((one: { id: string }) => one.id);
      expect((await post('enterprise', `next-steps/${labStep}/done`, {})).status).to.equal(403);
      const done = await post('institute', `next-steps/${labStep}/done`, { note: '方案见附件' });
      expect(done.status).to.equal(200);
      expect(done.body.turn).to.include({ side: 'enterprise', due: '2026-03-13' });
      await service.settled();
      const heard = async (who: Name) =>
        (await people[who].get('/notifications')).body.items.filter(
          (one: { kind: string; subject: { id: string } }) =>
            one.kind === 'engagement.step_done' && one.subject.id === id,
        );
      for (const who of ['broker', 'enterprise'] as const) {
        const [line, ...more] = await heard(who);
        expect(line.params, who).to.eql({ nextStepId: labStep });
        expect(more).to.eql([]);
      }
      expect(await heard('institute')).to.eql([]);
      expect(await heard('bureau')).to.eql([]);
      const again = await post('institute', `next-steps/${labStep}/done`, {});
      expect([again.status, again.body.code]).to.eql([409, 'already_done']);
      const last = await post('broker', `next-steps/${firmStep}/done`, {});
      expect(last.body.turn).to.deep.equal({
        side: 'broker',
        action: 'follow_up',
        overdue: false,
      });
      expect(last.body.timeline.at(-1)).to.include({ kind: 'step_done', nextStepId: firmStep });
      expect((await post('broker', 'next-steps/none/done', {})).status).to.equal(404);
    });

    it('that are late say so', async () => {
      const nextSteps = [{ text: '寄样', ownerSide: 'enterprise', due: '2026-03-01' }];
      const { body } = await post('broker', 'meetings', { at: meeting.at, nextSteps });
      expect(body.turn).to.include({ side: 'enterprise', overdue: true });
      expect(body.nextSteps[0].overdue).to.equal(true);
      const { body: page } = await people.bureau.get('/engagements?overdue=true&limit=100');
      expect(page.items.map((one: { id: string }) => one.id)).to.include(id);
    });
  });

  describe('contacts', () => {
    it('are the brokers’ own unless marked for all, and count as the first contact', async () => {
      const mine = await post('broker', 'contacts', { kind: 'call', note: '价格可能谈不拢' });
      expect(mine.status).to.equal(200);
      expect(mine.body.turn).to.include({ action: 'follow_up' });
      expect(mine.body.timeline.at(-1)).to.include({
        kind: 'contact',
        contact: 'call',
        note: '价格可能谈不拢',
        audience: 'brokers',
      });
      for (const who of ['enterprise', 'institute'] as const) {
        const seen = await see(who);
        expect(seen.timeline.map((one: { kind: string }) => one.kind)).to.eql(['created']);
        expect(seen.timeline[0]).not.to.have.property('audience');
      }
      await post('broker', 'contacts', { kind: 'mail', note: '资料已转', audience: 'all' });
      expect((await see('institute')).timeline.at(-1)).to.include({ note: '资料已转' });
      expect((await see('bureau')).timeline).to.have.length(3);
    });

    it('refuse every wrong field at once', async () => {
      const wrong = await post('broker', 'contacts', { kind: 'fax', audience: 'me', at: 'now' });
      expect(faults(wrong)).to.have.members([
        'kind unknown_code',
        'audience unknown_code',
        'at invalid',
        'note required',
      ]);
      const ahead = { kind: 'call', note: 'x', at: '2099-01-01T00:00:00Z' };
      expect(faults(await post('broker', 'contacts', ahead))).to.eql(['at in_the_future']);
      expect((await post('institute', 'contacts', { kind: 'call', note: 'x' })).status).to.equal(
        403,
      );
    });
  });

  describe('outcomes', () => {
    it('are claims with who stated them, and when', async () => {
      const saved = { kind: 'cost_saved_fen', value: 80_000_000, statedBy: '王总' };
      const stated = await post('enterprise', 'outcomes', { ...saved, statedAt: '2026-02-27' });
      expect(stated.status).to.equal(200);
      const months = { kind: 'months_saved', value: 24, statedBy: '王总', note: '提前两年上市' };
      await post('broker', 'outcomes', months);
      await post('bureau', 'outcomes', { kind: 'other', value: '拿到订单', statedBy: '回访' });
      const { outcomes } = await see('enterprise');
      expect(outcomes).to.have.length(3);
      expect(outcomes[0]).to.deep.include({ ...saved, statedAt: '2026-02-26T16:00:00.000Z' });
      expect(outcomes[1]).to.deep.include({ ...months, statedAt: now.toISOString() });
      expect(outcomes[2]).to.include({ kind: 'other', value: '拿到订单' });
    });

    it('do not name the enterprise’s people while its name is hidden', async () => {
      await post('enterprise', 'outcomes', { kind: 'other', value: '省钱', statedBy: '王总' });
      await post('institute', 'outcomes', { kind: 'other', value: '发表', statedBy: '李教授' });
      const hidden = await see('institute');
      expect(JSON.stringify(hidden)).to.include('李教授').and.not.include('王总');
      expect(JSON.stringify(await see('bureau'))).to.include('王总');
      await post('broker', 'stage', { to: 'meeting' });
      expect((await see('institute')).outcomes[0]).to.include({ statedBy: '王总' });
    });

    it('are whole numbers of their kind, also after the end', async () => {
      for (const value of [-1, 0.5, '3', 2 ** 53]) {
        const odd = await post('broker', 'outcomes', {
          kind: 'revenue_fen',
          value,
          statedBy: '王总',
        });
        expect(odd.status, String(value)).to.equal(400);
      }
      const wrong = await post('broker', 'outcomes', { kind: 'months_saved', value: 1.5, x: 1 });
      expect(faults(wrong).map((one) => one.split(' ')[0])).to.have.members([
        'value',
        'statedBy',
        'x',
      ]);
      expect(faults(await post('broker', 'outcomes', { kind: 'fame', note: 5 }))).to.have.members([
        'kind unknown_code',
        'value required',
        'statedBy required',
        'note wrong_type',
      ]);
      const ahead = { kind: 'months_saved', value: 3, statedBy: '王总', statedAt: '2099-01-01' };
      expect(faults(await post('broker', 'outcomes', ahead))).to.eql(['statedAt in_the_future']);
      await post('broker', 'stage', { to: 'ended', code: 'other' });
      const late = await post('enterprise', 'outcomes', {
        kind: 'revenue_fen',
        value: 1,
        statedBy: '王总',
      });
      expect(late.status).to.equal(200);
    });
  });
});
