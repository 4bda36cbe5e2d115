import { expect } from 'chai';
import type { Answer } from './support/client.ts';
import {
  anAgreement,
  type ContractPlace,
  daysAgo,
  done,
  startContracts,
  today,
} from './support/contracts.ts';

const statuses = (answers: Answer[]) => answers.map((one) => one.status).toSorted();

import { eventually } from './support/matching-rows.ts';

describe('agreements that many change at once', () => {
  let place: ContractPlace;
  before(async () => {
    place = await startContracts();
  });
  after(() => place.service.close());

  const record = (title: string) =>
    done(place.bureau, '/agreements', { ...anAgreement(place), title, signedAt: daysAgo(2) });
  const read = async (id: string) => (await place.bureau.get(`/agreements/${id}`)).body;

  it('are registered once', async () => {
    const { id } = await record('只登记一次');
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        place.bureau.post(`/agreements/${id}/register`, { number: `r${n}`, registeredAt: today() }),
      ),
    );
    expect(statuses(answers)).to.deep.equal([200, 409, 409, 409]);
    const won = answers.find((one) => one.status === 200)!;
    expect((await read(id)).registration).to.deep.equal(won.body.registration);
  });

  it('never share a number', async () => {
    const all = await Promise.all(['甲方案', '乙产品', '丙设备'].map(record));
    const body = { number: 'shared', registeredAt: today() };
    const answers = await Promise.all(
      all.map(({ id }) => place.bureau.post(`/agreements/${id}/register`, body)),
    );
    expect(statuses(answers)).to.deep.equal([200, 409, 409]);
  });

  it('are never paid above their value, and keep every payment that was taken', async () => {
    const { id } = await record('同时到账');
    const body = { paidAt: today(), amountFen: 30_000_000 };
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => place.bureau.post(`/agreements/${id}/payments`, body)),
    );
    const taken = answers.filter((one) => one.status === 200).length;
    expect(taken).to.be.within(1, 3);
    const now = await read(id);
    expect(now.payments).to.have.length(taken);
    expect(now.paidFen).to.equal(taken * 30_000_000);
  });

  it('keep both confirmations when both sides confirm at the same moment', async () => {
    const { id } = await record('同时确认');
    await Promise.all(
      [place.enterprise, place.institute, place.enterprise].map((client) =>
        done(client, `/agreements/${id}/confirm`),
      ),
    );
    expect(Object.keys((await read(id)).confirmations)).to.have.members(['seller', 'buyer']);
  });

  it('are published as one edition each', async () => {
    const body = { from: daysAgo(9), to: today(), measure: 'registered', basis: 'signed' };
    const answers = await Promise.all([1, 2, 3].map(() => place.bureau.post('/reports', body)));
    const editions = answers.filter((one) => one.status === 201).map((one) => one.body.edition);
    expect(new Set(editions).size).to.equal(editions.length).and.be.at.least(1);
    for (const one of answers) expect([201, 409]).to.include(one.status);
  });

  it('show their files to the parties once they are attached', async () => {
    const form = new FormData();
    form.set('file', new Blob(['%PDF-1.4 合同正本']), '合同.pdf');
    const file = await place.broker.send('/files', { method: 'POST', body: form });
    expect(file.status).to.equal(201);
    const fileId = file.body.id;
    expect((await place.enterprise.get(`/files/${fileId}`)).status).to.equal(404);
    const unseen = await place.enterprise.post('/agreements', {
      ...anAgreement(place),
      title: '别人的文件',
      fileIds: [fileId],
    });
    expect(unseen.status).to.equal(400);
    const { engagementId } = await place.engage();
    const body = { ...anAgreement(place), title: '附正本', engagementId, fileIds: [fileId] };
    const { files } = await done(place.broker, '/agreements', body);
    expect(files).to.eql([{ id: fileId, name: '合同.pdf' }]);
    for (const client of [place.enterprise, place.institute, place.bureau]) {
      await eventually(
        () => client.get(`/files/${fileId}`),
        ({ status }) => status === 200,
      );
    }
    expect((await place.strangerBureau.get(`/files/${fileId}`)).status).to.equal(404);
  });

  it('tell the parties, the broker and the office what happened, once', async () => {
    const { engagementId } = await place.engage();
    const { id } = await done(place.broker, '/agreements', {
      ...anAgreement(place),
      title: '通知各方',
      engagementId,
      signedAt: today(),
    });
    const told = async () => {
      const { body } = await place.broker.get('/notifications?limit=100');
      const items = body.items as { kind: string; subject: { id: string } }[];
      return items.filter((one) => one.subject.id === id);
    };
    const mine = await eventually(told, (items) => items.length > 0);
    expect(mine.map((one) => one.kind)).to.deep.equal(['agreement.recorded']);
  });
});
