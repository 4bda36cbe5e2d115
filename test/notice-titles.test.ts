import { expect } from 'chai';
import type { Client } from './support/client.ts';
import { type ContractPlace, startContracts } from './support/contracts.ts';
import { aNeed, openNeed } from './support/rows.ts';

describe('what a notice is about', () => {
  let place: ContractPlace;
  before(async () => {
    place = await startContracts();
  });
  after(() => place.service.close());

  let sent = 0;
  async function titleFor(client: Client, subject: { kind: string; id: string }, params = {}) {
    sent += 1;
    const { notifications } = place.service.ctx;
    const to = [{ userId: client.actor!.id }];
    const kind = subject.kind === 'assignment' ? 'assignment.proposed' : 'need.closed';
    await notifications.send({ key: `title:${sent}`, to, kind, subject, params });
    await place.service.settled();
    const { items } = (await client.get('/notifications?limit=1')).body;
    expect(items[0].subject).to.include(subject);
    const { body } = await client.get(`/notifications/${items[0].id}`);
    expect(body.subject).to.deep.equal(items[0].subject);
    return items[0].subject.title;
  }

  it('is told by its title where the reader may know that today', async () => {
    const id = await openNeed(place);
    const subject = { kind: 'need', id };
    for (const client of [place.bureau, place.enterprise, place.institute]) {
      expect(await titleFor(client, subject)).to.equal(aNeed.title);
    }
    const behind = { kind: 'assignment', id: 'some' };
    expect(await titleFor(place.bureau, behind, { needId: id })).to.equal(aNeed.title);
    expect(await titleFor(place.bureau, behind)).to.equal(undefined);
  });

  it('is not told to those who may not', async () => {
    const id = await openNeed(place, { confidential: { title: 'assigned' } });
    const subject = { kind: 'need', id };
    expect(await titleFor(place.bureau, subject)).to.equal(aNeed.title);
    expect(await titleFor(place.institute, subject)).to.equal(undefined);
    expect(await titleFor(place.institute, { kind: 'assignment', id }, { needId: id })).to.equal(
      undefined,
    );
    expect(await titleFor(place.farBureau, subject)).to.equal(undefined);
  });

  it('is the need of an engagement, for those at its table', async () => {
    const { engagementId: id } = await place.engage();
    const subject = { kind: 'engagement', id };
    expect(await titleFor(place.broker, subject)).to.equal(aNeed.title);
    expect(await titleFor(place.farInstitute, subject)).to.equal(undefined);
  });
});
