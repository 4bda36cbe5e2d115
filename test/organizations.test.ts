import { expect } from 'chai';
import { enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('organizations', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
  });
  after(() => service.close());

  it('keep their own data, but not who they are nor how they are graded', async () => {
    const path = `/organizations/${people.enterpriseId}`;
    const renamed = await people.enterprise.patch(path, { industry: 'C2929' });
    expect([renamed.status, renamed.body.industry]).to.eql([200, 'C2929']);
    const answer = await people.enterprise.patch(path, {
      creditCode: '91350100M000100Y43',
      idKind: 'person',
      country: 'DE',
      tier: 'champion',
      kind: 'institute',
      district: '330212',
    });
    const found = answer.body.errors.map((one: { path: string; code: string }) => one.path);
    expect(answer.status).to.equal(400);
    expect(found).to.have.members(['creditCode', 'idKind', 'country', 'tier', 'kind', 'district']);
    const gone = await people.enterprise.patch(path, { creditCode: null });
    expect(gone.body.errors[0]).to.include({ path: 'creditCode', code: 'bureau_only' });
    const office = await people.bureau.patch(path, { creditCode: '91350100M000100Y43' });
    expect(office.status).to.equal(200);
    expect((await people.enterprise.get(path)).body.creditCode).to.equal('91350100M000100Y43');
  });

  it('have no credit code that nobody checked', async () => {
    const person = { kind: 'enterprise', name: '某人', district: '330206', idKind: 'person' };
    const made = await people.bureau.post('/organizations', { ...person, creditCode: '护照 1' });
    expect(made.status).to.equal(201);
    const called = await people.bureau.patch(`/organizations/${made.body.id}`, { idKind: null });
    expect(called.body.errors[0]).to.include({ path: 'creditCode', code: 'invalid_credit_code' });
  });

  it('are found by a part of their name, taken literally', async () => {
    const district = '330206';
    for (const name of ['甬江轴承（集团）有限公司', '甬江 a+b 材料']) {
      await people.bureau.post('/organizations', { kind: 'enterprise', name, district });
    }
    const names = async (q: string) => {
      const answer = await people.bureau.get(`/organizations?q=${encodeURIComponent(q)}`);
      return answer.body.items.map((one: { name: string }) => one.name);
    };
    expect(await names('轴承（集')).to.eql(['甬江轴承（集团）有限公司']);
    expect(await names('A+B')).to.eql(['甬江 a+b 材料']);
    expect(await names('.*')).to.eql([]);
    expect(await names('甬江')).to.have.length(2);
    const asked = (roles: 'broker' | 'enterprise', where: string) =>
      service
        .as({ roles: [roles], district: where })
        .get(`/organizations?q=${encodeURIComponent('甬江')}`);
    // Who posts for firms that phone must find them; other firms need not.
    expect((await asked('broker', district)).body.items).to.have.length(2);
    expect((await asked('broker', '330212')).body.items).to.have.length(0);
    expect((await asked('enterprise', district)).body.items).to.have.length(0);
  });

  it('are moved to another district by an administrator, not by an office', async () => {
    const path = `/organizations/${people.enterpriseId}`;
    const refused = await people.bureau.patch(path, { district: '330212' });
    expect(refused.body.errors[0]).to.include({ path: 'district', code: 'not_yours' });
    const admin = service.as({ roles: ['admin'], district: '330206' });
    expect((await admin.patch(path, { district: '330212' })).status).to.equal(200);
  });

  it('of elsewhere are nobody else’s to change', async () => {
    const path = `/organizations/${people.instituteId}`;
    expect((await people.enterprise.patch(path, { name: '改' })).status).to.equal(403);
    const far = service.as({ roles: ['bureau'], district: '330212' });
    expect((await far.patch(path, { name: '改' })).status).to.equal(403);
    const enterprise = `/organizations/${people.enterpriseId}`;
    expect((await people.institute.patch(enterprise, { name: '改' })).status).to.equal(404);
  });
});
