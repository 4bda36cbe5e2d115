import { expect } from 'chai';
import { systemActor } from '../src/access/actor.ts';
import {
  type EngagementPeople,
  engaged,
  enterEngagementPeople,
  ledNeed,
  moveThrough,
} from './support/engagement-rows.ts';
import { type Service, startService } from './support/service.ts';
import { aForm, upload } from './support/upload-rows.ts';

describe('papers and visits of an engagement', () => {
  let service: Service;
  let people: EngagementPeople;
  let id: string;
  let now = new Date('2026-03-02T02:00:00Z');

  before(async () => {
    service = await startService({ overrides: { clock: { now: () => now } } });
    people = await enterEngagementPeople(service);
  });
  beforeEach(async () => {
    now = new Date('2026-03-02T02:00:00Z');
    id = await engaged(people, {
      budgetFen: 80_000_000,
      confidential: { budgetFen: 'nda', tried: 'assigned' },
      tried: '加过钛白粉',
    });
  });
  after(() => service.close());

  type Name = 'broker' | 'enterprise' | 'institute' | 'bureau' | 'farBureau' | 'otherBroker';
  const post = (who: Name, path: string, body: object, headers = {}) =>
    people[who].post(`/engagements/${id}/${path}`, body, headers);
  const see = async (who: Name, which = id) =>
    (await people[who].get(`/engagements/${which}`)).body;
  const needId = async () => (await see('broker')).needId as string;
  const inbox = async (who: Name) => {
    await service.settled();
    const { body } = await people[who].get('/notifications?limit=100');
    const about = body.items.filter((one: { subject: { id: string } }) => one.subject.id === id);
    return about.map((one: { kind: string }) => one.kind).reverse() as string[];
  };

  describe('NDAs', () => {
    it('signed by both open the nda layer of the need to the institute', async () => {
      const need = async () => (await people.institute.get(`/needs/${await needId()}`)).body;
      expect((await need()).hidden).to.have.members(['budgetFen', 'tried', 'organization']);
      const first = await post('enterprise', 'ndas', { signedByEnterpriseAt: '2026-03-01' });
      expect(first.status).to.equal(200);
      expect(first.body.ndas).to.have.length(1);
      expect(first.body.ndas[0]).to.include({ signed: false });
      expect((await need()).hidden).to.include('budgetFen');
      const second = await post('institute', 'ndas', {
        signedByInstituteAt: '2026-03-02T09:30:00+08:00',
      });
      expect(second.body.ndas).to.have.length(1);
      expect(second.body.ndas[0]).to.deep.include({
        signedByEnterpriseAt: '2026-02-28T16:00:00.000Z',
        signedByInstituteAt: '2026-03-02T01:30:00.000Z',
        signed: true,
      });
      expect((await need()).hidden).to.have.members(['tried', 'organization']);
      expect((await need()).budgetFen).to.equal(80_000_000);
      await post('broker', 'stage', { to: 'ended', code: 'confidentiality' });
      expect((await people.institute.get(`/needs/${await needId()}`)).body.hidden).to.include(
        'budgetFen',
      );
    });

    it('are never signed for the other party, nor in the future', async () => {
      const both = { signedByEnterpriseAt: '2026-03-01', signedByInstituteAt: '2026-03-01' };
      for (const who of ['enterprise', 'institute'] as const) {
        expect((await post(who, 'ndas', both)).status, who).to.equal(403);
      }
      expect(
        (await post('institute', 'ndas', { signedByEnterpriseAt: '2026-03-01' })).status,
      ).to.equal(403);
      const future = await post('enterprise', 'ndas', { signedByEnterpriseAt: '2026-03-03' });
      expect(future.body.errors[0]).to.include({
        path: 'signedByEnterpriseAt',
        code: 'in_the_future',
      });
      expect((await post('broker', 'ndas', {})).body.errors[0].code).to.equal('required');
      expect(
        (await post('broker', 'ndas', { signedByEnterpriseAt: 'soon', x: 1 })).body.errors,
      ).to.have.length(2);
      expect((await see('broker')).ndas).to.eql([]);
      expect((await post('broker', 'ndas', both)).body.ndas[0].signed).to.equal(true);
      const another = await post('broker', 'ndas', { signedByEnterpriseAt: '2026-03-01' });
      expect(another.body.ndas).to.have.length(2);
    });
  });

  describe('files', () => {
    const send = async (by: Name) => {
      const form = aForm(Buffer.from('%PDF-1.7 试验方案'), '方案.pdf');
      const sent = await upload(people[by], '/files', form);
      expect(sent.status, JSON.stringify(sent.body)).to.equal(201);
      return sent.body.id as string;
    };
    const opens = async (by: Name, fileId: string) =>
      (await people[by].get(`/files/${fileId}`)).status;

    it('are everybody’s on the engagement once they are attached', async () => {
      const fileId = await send('institute');
      expect(await opens('enterprise', fileId)).to.equal(404);
      const attached = await post('institute', 'files', { fileIds: [fileId, fileId] });
      expect(attached.status).to.equal(200);
      expect(attached.body.fileIds).to.eql([fileId]);
      expect(attached.body.timeline.at(-1)).to.deep.include({ kind: 'files', fileIds: [fileId] });
      // By its name at once, though what shares the file with the others follows later.
      expect(attached.body.files).to.eql([{ id: fileId, name: '方案.pdf' }]);
      await service.settled();
      for (const by of ['enterprise', 'broker', 'bureau', 'institute'] as const) {
        expect(await opens(by, fileId), by).to.equal(200);
      }
      expect(await opens('otherBroker', fileId)).to.equal(404);
      const shares = [{ brokerId: people.otherBroker.actor!.id, percent: 10 }];
      await people.broker.patch(`/engagements/${id}`, { shares });
      await service.settled();
      expect(await opens('otherBroker', fileId)).to.equal(200);
    });

    it('must be the sender’s to see', async () => {
      const fileId = await send('institute');
      const theirs = await post('enterprise', 'files', { fileIds: [fileId, 'none'] });
      expect(theirs.status).to.equal(400);
      expect(theirs.body.errors.map((one: { path: string }) => one.path)).to.eql([
        'fileIds.0',
        'fileIds.1',
      ]);
      const nda = await post('enterprise', 'ndas', { fileId });
      expect(nda.body.errors[0]).to.include({ path: 'fileId', code: 'unknown_file' });
      expect((await post('enterprise', 'files', { fileIds: [] })).status).to.equal(400);
      const own = await post('institute', 'ndas', { fileId, signedByInstituteAt: '2026-03-01' });
      expect(own.body.ndas[0]).to.include({ fileId, signed: false });
      await service.settled();
      expect(await opens('enterprise', fileId)).to.equal(200);
    });
  });

  describe('visits', () => {
    it('are planned one by one or for a year, and reported once', async () => {
      const one = await post('broker', 'visits', { plannedAt: '2026-05-05T09:00:00+08:00' });
      expect(one.body.visits).to.have.length(1);
      expect(one.body.visits[0]).to.include({
        plannedAt: '2026-05-05T01:00:00.000Z',
        plannedOn: '2026-05-05',
        source: 'person',
        overdue: false,
      });
      const series = await post('broker', 'visits', { plannedAt: '2026-04-01', everyMonths: 3 });
      const days = series.body.visits.map((visit: { plannedOn: string }) => visit.plannedOn);
      expect(days).to.eql(['2026-04-01', '2026-05-05', '2026-07-01', '2026-10-08', '2027-01-04']);
      const vid = series.body.visits[0].id;
      now = new Date('2026-04-01T07:00:00Z');
      const early = { at: '2026-04-02T06:00:00Z', note: '还没去' };
      const ahead = await post('institute', `visits/${vid}/report`, early);
      expect(ahead.body.errors[0]).to.include({ path: 'at', code: 'in_the_future' });
      const report = { at: '2026-04-01T06:00:00Z', note: '小试样已上线', experts: ['李教授'] };
      const reported = await post('institute', `visits/${vid}/report`, report);
      expect(reported.status).to.equal(200);
      expect(reported.body.timeline.at(-1)).to.deep.include({
        kind: 'visit_report',
        visitId: vid,
        note: report.note,
        experts: report.experts,
        at: '2026-04-01T06:00:00.000Z',
      });
      const again = await post('broker', `visits/${vid}/report`, report);
      expect([again.status, again.body.code]).to.eql([409, 'already_reported']);
      expect((await post('broker', 'visits/none/report', report)).status).to.equal(404);
    });

    it('refuse every wrong field at once', async () => {
      const wrong = await post('broker', 'visits', { plannedAt: 'soon', everyMonths: 0, x: 1 });
      expect(wrong.body.errors.map((one: { path: string }) => one.path)).to.have.members([
        'plannedAt',
        'everyMonths',
        'x',
      ]);
      expect((await post('enterprise', 'visits', { plannedAt: '2026-05-05' })).status).to.equal(
        403,
      );
      const planned = await post('broker', 'visits', { plannedAt: '2026-05-05' });
      const vid = planned.body.visits[0].id;
      const empty = await post('broker', `visits/${vid}/report`, { experts: [''] });
      expect(empty.body.errors.map((one: { path: string }) => one.path)).to.have.members([
        'at',
        'note',
        'experts.0',
      ]);
    });
  });

  describe('a signed agreement', () => {
    const signed = (more = {}) =>
      service.ctx.engagements.agreementSigned(
        { actor: systemActor('330206'), at: now },
        { engagementId: id, agreementId: 'a1', signedAt: '2026-02-28', ...more },
      );

    it('leads to agreed, a contracted need and a year of visits, once', async () => {
      await Promise.all([signed(), signed()]);
      await signed();
      const seen = await see('broker');
      expect(seen.stage).to.equal('agreed');
      expect(seen.agreements).to.eql([{ id: 'a1', signedAt: '2026-02-28' }]);
      const days = seen.visits.map((visit: { plannedOn: string }) => visit.plannedOn);
      expect(days).to.eql(['2026-05-28', '2026-08-28', '2026-11-30', '2027-03-01']);
      const need = await people.bureau.get(`/needs/${await needId()}`);
      expect(need.body.status).to.equal('contracted');
      await service.settled();
      expect((await see('broker')).revision).to.equal(seen.revision);
      await signed({ agreementId: 'a2', signedAt: '2026-06-30' });
      const more = (await see('broker')).visits;
      expect(more.length).to.be.within(5, 6);
    });

    it('leaves a later stage as it is, and an ended one ended', async () => {
      await moveThrough(people.broker, id, 'meeting', 'agreed', 'delivering');
      await signed();
      expect((await see('broker')).stage).to.equal('delivering');
      id = await engaged(people);
      await post('broker', 'stage', { to: 'ended', code: 'price' });
      await signed();
      const ended = await see('broker');
      expect(ended).to.deep.include({ stage: 'ended', visits: [] });
      expect(ended.agreements).to.have.length(1);
    });
  });

  describe('facts for other features', () => {
    it('say who is in it, in the asker’s scope', async () => {
      const facts = await service.ctx.engagements.facts(people.broker.actor!, id);
      expect(facts).to.deep.include({
        needId: await needId(),
        enterpriseId: people.enterpriseId,
        instituteId: people.instituteId,
        brokerId: people.broker.actor!.id,
        shares: [],
        districts: ['330206'],
      });
      expect(facts!.needVettedAt).to.be.instanceOf(Date);
      const stranger = people.otherBroker.actor!;
      expect(await service.ctx.engagements.facts(stranger, id)).to.equal(null);
    });
  });

  describe('what people hear', () => {
    it('names no text, and not to whoever did it', async () => {
      await post('broker', 'meetings', {
        at: '2026-03-04T06:00:00Z',
        participants: [{ side: 'institute', name: '李教授' }],
        nextSteps: [{ text: '寄样', ownerSide: 'enterprise', due: '2026-03-13' }],
      });
      await post('enterprise', 'ndas', { signedByEnterpriseAt: '2026-03-01' });
      await post('institute', 'stage', { to: 'ended', code: 'too_early' });
      expect(await inbox('enterprise')).to.have.members([
        'engagement.created',
        'engagement.next_step',
        'engagement.ended',
      ]);
      expect(await inbox('institute')).to.have.members([
        'engagement.created',
        'engagement.meeting',
        'engagement.nda_waiting',
      ]);
      expect(await inbox('broker')).to.have.members(['engagement.ended']);
      const { body } = await people.enterprise.get('/notifications?limit=100');
      const told = body.items.map(({ subject, ...line }: { subject: { title: string } }) => {
        // What it is about is read for the reader, in their sight; the line itself keeps no text.
        const { title, ...of } = subject;
        expect(title).to.match(/保险杠/);
        return { ...line, of };
      });
      expect(JSON.stringify(told)).not.to.match(/寄样|李教授|保险杠/);
      const ended = body.items.find((one: { kind: string }) => one.kind === 'engagement.ended');
      expect(ended.params).to.eql({ stage: 'ended', code: 'too_early' });
    });

    it('reminds once, three working days before, also when Redis forgot', async () => {
      await post('broker', 'meetings', {
        at: '2026-03-04T06:00:00Z',
        nextSteps: [{ text: '寄样', ownerSide: 'enterprise', due: '2026-03-13' }],
      });
      await post('broker', 'visits', { plannedAt: '2026-04-10' });
      await service.settled();
      const delayed = (await service.ctx.queues.counts()).engagements.delayed;
      expect(delayed).to.be.greaterThan(0);
      const reminders = async (who: Name) =>
        (await inbox(who)).filter((kind) => kind.endsWith('_due'));
      now = new Date('2026-03-10T00:59:00Z');
      await service.ctx.reconciler.run();
      expect(await reminders('enterprise')).to.eql([]);
      now = new Date('2026-03-10T01:00:00Z');
      await service.ctx.reconciler.run();
      await service.settled();
      await service.ctx.reconciler.run();
      expect(await reminders('enterprise')).to.eql(['engagement.next_step_due']);
      expect(await reminders('institute')).to.eql([]);
      now = new Date('2026-04-08T01:00:00Z');
      await service.ctx.reconciler.run();
      await service.settled();
      expect(await reminders('broker')).to.eql(['engagement.visit_due']);
      expect(await reminders('institute')).to.eql(['engagement.visit_due']);
      expect(await reminders('enterprise')).to.have.length(2);
    });
  });

  describe('the need and its lead', () => {
    it('hands the engagement to the next lead broker', async () => {
      const brokerId = people.otherBroker.actor!.id;
      await people.bureau.patch(`/brokers/${brokerId}`, { capacity: 5 });
      const { body } = await people.bureau.get(`/needs/${await needId()}/assignment`);
      const moved = await people.bureau.post(`/assignments/${body.id}/reassign`, { brokerId });
      expect(moved.status).to.equal(200);
      await service.settled();
      await people.bureau.patch(`/brokers/${brokerId}`, { capacity: 0 });
      const seen = await see('otherBroker');
      expect(seen.brokerId).to.equal(brokerId);
      expect(seen.timeline.at(-1)).to.include({ kind: 'lead', brokerId });
      expect((await people.broker.get(`/engagements/${id}`)).status).to.equal(404);
    });

    it('follows by the reconciler what a crash left behind', async () => {
      const need = await ledNeed(people);
      service.ctx.stores.needs.change = (
        (change) =>
        async (...args: Parameters<typeof change>) => {
          service.ctx.stores.needs.change = change;
          throw new Error(`the process ended before ${args.length}`);
        }
      )(service.ctx.stores.needs.change) as typeof service.ctx.stores.needs.change;
      const made = await people.broker.post('/engagements', {
        needId: need,
        instituteId: people.instituteId,
      });
      expect(made.status).to.equal(201);
      await service.settled();
      expect((await people.bureau.get(`/needs/${need}`)).body.status).to.equal('engaged');
    });
  });
});
