import { expect } from 'chai';
import { addDays } from '../src/calendar/dates.ts';
import type { Client } from './support/client.ts';
import { type ContractPlace, startContracts, today } from './support/contracts.ts';
import { copyEngagement } from './support/copied-rows.ts';
import { aNeed } from './support/rows.ts';

describe('GET /engagements/board', () => {
  let place: ContractPlace;
  let dueLast: string;
  before(async () => {
    place = await startContracts();
    const { engagementId } = await place.engage();
    const due = Array.from({ length: 22 }, (_, n) => ({ nextDue: addDays(today(), 40 - n) }));
    const ids = await copyEngagement(place.service, engagementId, [
      ...due,
      ...Array.from({ length: 3 }, () => ({ stage: 'meeting' as const, nextDue: undefined })),
      { stage: 'ended' as const, open: undefined },
    ]);
    dueLast = ids[0]!;
  });
  after(() => place.service.close());

  interface Column {
    stage: string;
    total: number;
    items: { id: string; turn: { due?: string } | null }[];
  }
  const board = async (client: Client, query = ''): Promise<Record<string, Column>> => {
    const { status, body } = await client.get(`/engagements/board${query}`);
    expect(status, JSON.stringify(body)).to.equal(200);
    return Object.fromEntries(body.columns.map((one: Column) => [one.stage, one]));
  };
  const totals = (columns: Record<string, Column>) =>
    ['introduced', 'meeting', 'agreed', 'ended'].map((stage) => columns[stage]!.total);

  it('counts every engagement of a stage, and shows what is due first', async () => {
    const columns = await board(place.broker, '?mine=true');
    expect(totals(columns)).to.deep.equal([23, 3, 0, 1]);
    expect(columns.introduced!.items).to.have.length(20);
    expect(columns.introduced!.items.map(({ id }) => id)).not.to.include(dueLast);
    expect(columns.meeting!.items).to.have.length(3);
  });

  it('shows a stage at length when asked to', async () => {
    const columns = await board(place.broker, '?atLength=introduced,ended');
    expect(columns.introduced!.items).to.have.length(23);
    expect(columns.introduced!.items.at(-1)!.id).to.equal(dueLast);
    const one = await board(place.broker, '?stage=meeting');
    expect(Object.keys(one)).to.deep.equal(['meeting']);
  });

  it('counts, and orders, alike what is searched for', async () => {
    const word = encodeURIComponent(aNeed.title.slice(0, 3));
    const all = await board(place.broker, '?mine=true');
    const found = await board(place.broker, `?mine=true&q=${word}`);
    expect(totals(found)).to.deep.equal(totals(all));
    const dues = (columns: Record<string, Column>) =>
      columns.introduced!.items.map(({ turn }) => turn?.due);
    expect(dues(found)).to.deep.equal(dues(all));
    const counts = async (query: string) =>
      (await place.broker.get(`/engagements/counts?${query}`)).body;
    expect((await counts(`q=${word}`)).stages.introduced).to.equal(23);
    expect((await counts(`q=${encodeURIComponent('没有')}`)).total).to.equal(0);
    expect(totals(await board(place.broker, '?field=nuclear'))).to.deep.equal([0, 0, 0, 0]);
  });

  it('is each reader’s own, and names what is wrong with a question', async () => {
    for (const stranger of [place.otherBroker, place.strangerBureau, place.farInstitute]) {
      expect(totals(await board(stranger))).to.deep.equal([0, 0, 0, 0]);
    }
    expect(totals(await board(place.institute))).to.deep.equal([23, 3, 0, 1]);
    const wrong = await place.broker.get('/engagements/board?atLength=introduced,somewhere');
    expect([wrong.status, wrong.body.errors[0].path]).to.deep.equal([400, 'atLength.1']);
    expect((await place.service.anonymous.get('/engagements/board')).status).to.equal(401);
  });
});
