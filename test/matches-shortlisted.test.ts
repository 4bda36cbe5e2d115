import { expect } from 'chai';
import type { Client } from './support/client.ts';
import { enterCapability } from './support/matching-rows.ts';
import { enterNeedPeople, enterOrganization, openNeed } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('what a need’s side shortlisted of an institute', () => {
  const path = '/matches/shortlisted';
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let other: Client;
  let capability: string;
  let hinted: string;

  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
    const organizationId = await enterOrganization(people.bureau, {
      kind: 'institute',
      district: '330206',
    });
    other = service.as({ roles: ['institute'], organizationId });
    capability = await enterCapability(people.institute, {
      title: '铜电极低温焊接',
      abstract: '器件与铜电极的低温焊接方法，焊点不脱落。',
    });
    hinted = await enterCapability(people.institute, {
      title: '碲化铋热电材料',
      abstract: '碲化铋的区熔生长。',
    });
    await service.settled();
  });
  after(() => service.close());

  const shortlist = async (need: string, of = capability, decision = 'shortlisted') => {
    const body = { decision, ...(decision === 'refused' && { code: 'price' }), note: '内部备注' };
    const answer = await people.bureau.post(`/matches/${need}-${of}/decision`, body);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
  };
  const told = async (client: Client = people.institute) => {
    const { status, body } = await client.get(path);
    expect(status, JSON.stringify(body)).to.equal(200);
    return body.items as { id: string; need: { id: string; title: string } }[];
  };
  const open = async (fields: Record<string, unknown>) => {
    const need = await openNeed(people, fields);
    await service.settled();
    return need;
  };

  it('is not for other institutes, and not a page of the need’s side', async () => {
    const need = await open({ title: '器件焊接脱落', problem: '和铜电极焊接后脱落。' });
    await shortlist(need);
    expect(await told(other)).to.eql([]);
    for (const client of [people.enterprise, people.broker, people.bureau]) {
      expect((await client.get(path)).status).to.equal(403);
    }
    expect((await service.anonymous.get(path)).status).to.equal(401);
    expect((await people.institute.get(`${path}?limit=0`)).status).to.equal(400);
  });

  it('tells nothing of a need that cannot be named to it', async () => {
    const need = await open({
      title: '碲化铋热电模块焊接',
      problem: '和铜电极焊接后脱落。',
      confidential: { title: 'assigned' },
    });
    await shortlist(need);
    expect((await told()).map(({ need: { id } }) => id)).to.not.include(need);
  });

  it('tells nothing of a pair that only a secret brought together', async () => {
    const need = await open({
      title: '器件焊接老是脱落',
      problem: '我们做碲化铋热电模块，和铜电极焊接以后半年就脱落。',
      confidential: { problem: 'assigned' },
    });
    await shortlist(need, hinted);
    await shortlist(need);
    const ids = (await told()).map(({ id }) => id);
    expect(ids).to.include(`${need}-${capability}`);
    expect(ids).to.not.include(`${need}-${hinted}`);
  });

  it('tells nothing of what was refused, withdrawn, or is talked about already', async () => {
    const refused = await open({ title: '焊点虚焊', problem: '铜电极焊接后虚焊。' });
    await shortlist(refused, capability, 'refused');
    const gone = await open({ title: '焊点发黑', problem: '铜电极焊接后发黑。' });
    await shortlist(gone);
    await people.enterprise.post(`/needs/${gone}/withdraw`, {});
    const engaged = await open({ title: '焊点开裂', problem: '铜电极焊接后开裂。' });
    await shortlist(engaged);
    const { instituteId } = people;
    const made = await people.bureau.post('/engagements', { needId: engaged, instituteId });
    expect(made.status).to.equal(201);
    await service.settled();
    const ids = (await told()).map(({ need: { id } }) => id);
    expect(ids).to.not.include.oneOf([refused, gone, engaged]);
  });

  it('tells which capability, for which need, by what everybody may read of it', async () => {
    const need = await open({
      title: '电极焊接温度太高',
      problem: '想低温焊接铜电极。',
      field: 'electronics',
      indicators: [{ name: '温度', relation: '<=', value: 120, unit: '℃' }],
      confidential: { indicators: 'nda' },
    });
    await shortlist(need);
    const [first] = await told();
    expect(first).to.have.all.keys('id', 'shortlistedAt', 'need', 'capability');
    expect(first).to.deep.include({
      need: { id: need, title: '电极焊接温度太高', field: 'electronics', district: '330206' },
    });
    const { body } = await people.institute.get(`${path}?limit=1`);
    expect(body.items).to.have.length(1);
    const next = await people.institute.get(`${path}?limit=1&cursor=${body.nextCursor}`);
    expect(next.body.items[0].id).to.not.equal(first!.id);
    expect(JSON.stringify([await told(), next.body])).to.not.match(/内部备注|120|enterprise/);
  });
});
