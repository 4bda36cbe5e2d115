import { expect } from 'chai';
import { unscoped } from '../src/access/actor.ts';
import { createChecksum } from '../src/features/reports/report-checksum.ts';
import { checkedHead, chunkKinds } from '../src/features/reports/report-published.ts';
import { done } from './support/contracts.ts';
import { demoOffice, read } from './support/demo-office.ts';

const half = { from: '2026-01-01', to: '2026-06-30' };
const registered = { ...half, measure: 'registered', basis: 'registered' };
const query = new URLSearchParams(registered).toString();

describe('a published half-year', function () {
  this.timeout(60_000);
  const office = demoOffice();
  // biome-ignore lint/suspicious/noExplicitAny: an answer of the service
  let report: any;
  before(async () => {
    report = await done(office.bureau, '/reports', registered);
  });

  const get = (path: string) => read(office.bureau, path);
  const verified = async () => (await get(`/reports/${report.id}?verify=true`)).verified;
  const collection = () => office.service.ctx.db.collection('reports');
  const change = (to: object) => collection().updateOne({ _id: report.id } as never, to as never);

  it('keeps the glance, the funnel and the brokers’ table', async () => {
    const { views } = await get(`/reports/${report.id}`);
    expect(views.glance.current.figures).to.include({
      achievements: 28,
      technologyValueFen: 211_100_000_000,
    });
    const { current, before } = await get(`/reports/glance?${query}`);
    expect(views.glance).to.deep.include({ current, before });
    const period = new URLSearchParams(half).toString();
    expect(views.funnel).to.deep.equal((await get(`/reports/funnel?${period}`)).steps);
    const { items, total } = await get(`/reports/brokers?${query}&limit=100`);
    expect(views.brokers).to.deep.include({ rows: items, total });
    expect(await verified()).to.equal(true);
  });

  it('does not move with what comes later, and shows when it was touched', async () => {
    const { items } = await get(`/reports/summary/agreements?${query}&limit=1`);
    const path = `/agreements/${items[0].agreementId}/revoke`;
    await done(office.bureau, path, { code: 'void', note: '合同被确认无效。' });
    expect((await get(`/reports/glance?${query}`)).current.figures.agreements).to.equal(29);
    const { views } = await get(`/reports/${report.id}`);
    expect(views.glance.current.figures.agreements).to.equal(30);
    expect(await verified()).to.equal(true);
    const figure = 'views.glance.current.figures.achievements';
    await change({ $set: { [figure]: 29 } });
    expect(await verified()).to.equal(false);
    await change({ $set: { [figure]: 28 } });
    expect(await verified()).to.equal(true);
  });

  it('still verifies where it was published before there was such a page', async () => {
    const { reports } = office.service.ctx.stores;
    await change({ $unset: { views: 1 } });
    expect(await verified()).to.equal(false);
    const old = await reports.get(unscoped('a test'), report.id);
    const { views: _, ...head } = checkedHead(old);
    const checksum = createChecksum(head);
    for (const kind of chunkKinds) {
      for await (const row of reports.itemsOf(report.id, kind)) checksum.add(row);
    }
    await change({ $set: { checksum: checksum.digest() } });
    expect(await verified()).to.equal(true);
    expect(await get(`/reports/${report.id}`)).not.to.have.property('views');
  });
});
