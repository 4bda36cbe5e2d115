import { expect } from 'chai';
import { addDays } from '../src/calendar/dates.ts';
import { assignmentWhen } from './support/brokers.ts';
import type { Client } from './support/client.ts';
import {
  anAgreement,
  type ContractPlace,
  done,
  startContracts,
  today,
} from './support/contracts.ts';
import { aNeed, openNeed } from './support/rows.ts';

interface Item {
  kind: string;
  subject: { kind: string; id: string; title?: string };
  due?: string;
  at?: string;
  overdue: boolean;
  engagementId?: string;
  partId?: string;
}

describe('the agenda', () => {
  let place: ContractPlace;
  let engagementId: string;
  const soon = new Date(Date.now() + 3 * 86_400_000).toISOString();
  const later = addDays(today(), 30);
  before(async () => {
    place = await startContracts();
    ({ engagementId } = await place.engage());
  });
  after(() => place.service.close());

  const agenda = async (client: Client, query = ''): Promise<Item[]> => {
    const { status, body } = await client.get(`/agenda?limit=200${query}`);
    expect(status).to.equal(200);
    return body.items;
  };
  const kinds = async (client: Client, query = '') => [
    ...new Set((await agenda(client, query)).map(({ kind }) => kind)),
  ];

  it('tells a broker what is asked, the first contact, steps, meetings and visits', async () => {
    const asked = await openNeed(place);
    const { id } = await assignmentWhen(place.bureau, asked, 'proposed');
    const before = await agenda(place.broker);
    const { body } = await place.broker.get('/agenda?limit=1&kind=first_contact');
    const ofKind = (kind: string) => before.filter((one) => one.kind === kind).length;
    expect(body.kinds).to.include({
      answer_assignment: ofKind('answer_assignment'),
      first_contact: ofKind('first_contact'),
    });
    const answer = before.find(({ kind }) => kind === 'answer_assignment')!;
    expect(answer.subject).to.deep.equal({ kind: 'assignment', id, title: aNeed.title });
    expect(before.find(({ kind }) => kind === 'first_contact')!.engagementId).to.equal(
      engagementId,
    );

    await done(place.broker, `/engagements/${engagementId}/meetings`, {
      at: soon,
      place: '一号车间',
      participants: [
        { side: 'enterprise', name: '王工' },
        { side: 'broker', name: '经纪人' },
      ],
      nextSteps: [
        { text: '寄样件', ownerSide: 'enterprise', due: addDays(today(), -1) },
        { text: '约下次', ownerSide: 'broker', due: later },
      ],
    });
    await done(place.broker, `/engagements/${engagementId}/visits`, { plannedAt: later });
    const items = await agenda(place.broker);
    expect(items.map(({ kind }) => kind)).to.not.include('first_contact');
    expect(items[0]).to.include({ kind: 'next_step', overdue: true });
    const dated = items.map(({ at, due }) => at ?? due!);
    expect(dated.toSorted()).to.deep.equal(dated);
    expect(await kinds(place.broker)).to.have.members([
      'answer_assignment',
      'next_step',
      'meeting',
      'visit',
    ]);
    await done(place.broker, `/assignments/${id}/decline`, { code: 'other' });
  });

  it('tells each party its own, in its own scope', async () => {
    const firm = await agenda(place.enterprise);
    const steps = firm.filter(({ kind }) => kind === 'next_step');
    expect(steps).to.have.length(1);
    expect(firm.some(({ kind }) => kind === 'meeting')).to.equal(true);
    // The institute did not sit in that meeting, and may not yet know who the firm is.
    const theirs = await agenda(place.institute);
    expect(theirs.map(({ kind }) => kind)).to.deep.equal(['visit']);
    expect(theirs[0]).to.not.have.property('enterprise');
    expect(await agenda(place.otherBroker)).to.deep.equal([]);
    expect(await agenda(place.farInstitute)).to.deep.equal([]);
  });

  it('asks an enterprise to submit and to confirm, and the bureau to vet', async () => {
    const draft = await done(place.enterprise, '/needs', aNeed);
    const body = { ...aNeed, organizationId: place.enterpriseId };
    const behalf = await done(place.broker, '/needs', body);
    const about = async (client: Client, id: string) =>
      (await agenda(client)).filter(({ subject }) => subject.id === id).map(({ kind }) => kind);
    expect(await about(place.enterprise, draft.id)).to.deep.equal(['submit_need']);
    expect(await about(place.enterprise, behalf.id)).to.deep.equal(['confirm_need']);
    await done(place.broker, `/needs/${behalf.id}/submit`);
    expect(await about(place.bureau, behalf.id)).to.deep.equal([]);
    await done(place.enterprise, `/needs/${behalf.id}/confirm`);
    expect(await about(place.bureau, behalf.id)).to.deep.equal(['vet_need']);
    expect(await about(place.strangerBureau, behalf.id)).to.deep.equal([]);
    await done(place.enterprise, `/needs/${draft.id}/withdraw`);
    expect(await about(place.enterprise, draft.id)).to.deep.equal([]);
  });

  it('asks the parties to confirm an agreement, and the bureau to register it', async () => {
    const { id } = await done(place.broker, '/agreements', { ...anAgreement(place), engagementId });
    expect(await kinds(place.broker)).to.include('sign_agreement');
    expect(await kinds(place.institute)).to.not.include('sign_agreement');
    await done(place.broker, `/agreements/${id}/sign`, { signedAt: today() });
    expect(await kinds(place.broker)).to.not.include('sign_agreement');
    expect(await kinds(place.enterprise)).to.include('confirm_agreement');
    await done(place.enterprise, `/agreements/${id}/confirm`);
    expect(await kinds(place.enterprise)).to.not.include('confirm_agreement');
    expect(await kinds(place.institute)).to.include('confirm_agreement');
    await done(place.institute, `/agreements/${id}/confirm`);
    expect(await kinds(place.institute)).to.include('apply_agreement');
    expect(await kinds(place.enterprise)).to.not.include('apply_agreement');
    await done(place.broker, `/agreements/${id}/apply`);
    const [item] = (await agenda(place.bureau, '&kind=register_agreement'))!;
    expect(item!.subject.id).to.equal(id);
    expect(item!.due! > today()).to.equal(true);
    expect(await kinds(place.institute)).to.not.include('apply_agreement');
  });

  it('asks the seller to sign what no broker leads', async () => {
    const { id } = await done(place.bureau, '/agreements', anAgreement(place));
    const about = async (client: Client) =>
      (await agenda(client)).filter(({ subject }) => subject.id === id).map(({ kind }) => kind);
    expect(await about(place.institute)).to.deep.equal(['sign_agreement']);
    for (const other of [place.enterprise, place.broker, place.bureau]) {
      expect(await about(other)).to.deep.equal([]);
    }
  });

  it('leaves escalated assignments to the bureau', async () => {
    const needId = await openNeed(place);
    const { id } = await assignmentWhen(place.bureau, needId, 'proposed');
    await place.service.ctx.stores.assignments.model.updateOne(
      { _id: id },
      { $set: { status: 'escalated', escalation: 'no_broker' }, $unset: { brokerId: 1, due: 1 } },
    );
    const items = await agenda(place.bureau, '&kind=reassign,vet_need');
    expect(items.some(({ subject }) => subject.id === id)).to.equal(true);
    expect(await kinds(place.farBureau)).to.not.include('reassign');
  });

  it('pages, takes a range, and refuses nonsense', async () => {
    const all = await agenda(place.broker);
    const walked: Item[] = [];
    let cursor = '';
    do {
      const { body } = await place.broker.get(`/agenda?limit=2${cursor}`);
      expect(body.total).to.equal(all.length);
      walked.push(...body.items);
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(walked).to.deep.equal(all);
    const range = await agenda(place.broker, `&from=${later}&to=${later}`);
    expect(range.length).to.be.greaterThan(0);
    expect(range.every(({ due }) => due === later)).to.equal(true);
    const wrong = await place.broker.get('/agenda?from=2026-02-02&to=2026-02-01&kind=x&limit=0');
    expect(wrong.status).to.equal(400);
    expect((await place.broker.get('/agenda?cursor=x')).body.errors[0].code).to.equal(
      'invalid_cursor',
    );
    expect((await place.service.anonymous.get('/agenda')).status).to.equal(401);
  });

  it('is a calendar as well, with the same UID each time and lines that are folded', async () => {
    const path = `/engagements/${engagementId}/calendar.ics`;
    const first = await place.broker.get(path);
    expect(first.headers.get('content-type')).to.equal('text/calendar; charset=utf-8');
    const text: string = first.body;
    const uids = (one: string) => one.match(/^UID:.*$/gm);
    expect(uids(text)).to.deep.equal(uids((await place.broker.get(path)).body));
    expect(text)
      .to.match(/^BEGIN:VCALENDAR\r\n/)
      .and.match(/END:VCALENDAR$/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).to.be.at.most(75);
    const stamp = `${soon.slice(0, 19).replace(/[-:]/g, '')}Z`;
    expect(text).to.include(`DTSTART:${stamp}`).and.include('LOCATION:一号车间');
    expect(text).to.include(`DTSTART;VALUE=DATE:${later.replaceAll('-', '')}`);

    const theirs: string = (await place.institute.get(path)).body;
    expect(theirs).to.include('UID:visit-').and.not.include('UID:meeting-');
    expect(theirs).to.not.include('一号车间');
    expect((await place.farInstitute.get(path)).status).to.equal(404);

    const mine = await place.enterprise.get(`/agenda.ics?from=${today()}&to=${later}`);
    expect(uids(mine.body)!.length).to.be.greaterThan(1);
    expect((await place.enterprise.get('/agenda.ics?from=x')).status).to.equal(400);
  });
});
