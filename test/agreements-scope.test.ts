import { expect } from 'chai';
import type { Client } from './support/client.ts';
import {
  anAgreement,
  type ContractPlace,
  codesOf,
  done,
  startContracts,
  stranger,
  today,
} from './support/contracts.ts';
import { eventually } from './support/matching-rows.ts';

describe('agreements in scope', () => {
  let place: ContractPlace;
  let other: Record<'bureau' | 'broker' | 'enterprise', Client>;
  let id: string;
  before(async () => {
    place = await startContracts();
    const { service } = place;
    other = {
      bureau: service.as({ roles: ['bureau'], district: '110108' }),
      broker: service.as({ roles: ['broker'] }),
      enterprise: service.as({ roles: ['enterprise'], organizationId: 'somebody' }),
    };
    const { engagementId } = await place.engage();
    id = (await done(place.broker, '/agreements', { ...anAgreement(place), engagementId })).id;
  });
  after(() => place.service.close());

  it('are seen by their parties, their lead broker and their districts', async () => {
    for (const client of [place.bureau, place.broker, place.enterprise, place.institute]) {
      expect((await client.get(`/agreements/${id}`)).status).to.equal(200);
      const { items } = (await client.get('/agreements')).body;
      expect(items.map((one: { id: string }) => one.id)).to.include(id);
    }
  });

  it('are unknown to everyone else, whatever they try', async () => {
    for (const client of Object.values(other)) {
      expect((await client.get(`/agreements/${id}`)).status).to.equal(404);
      expect((await client.get('/agreements')).body.items).to.deep.equal([]);
      for (const [step, body] of [
        ['sign', { signedAt: today() }],
        ['confirm', {}],
        ['apply', {}],
        ['payments', { paidAt: today(), amountFen: 1 }],
      ] as const) {
        const answer = await client.post(`/agreements/${id}/${step}`, body);
        expect([step, answer.status]).to.deep.equal([step, 404]);
      }
      expect((await client.patch(`/agreements/${id}`, { title: '别人的' })).status).to.equal(404);
    }
    for (const [step, body] of [
      ['register', { number: '1', registeredAt: today() }],
      ['change', { note: 'x' }],
      ['deregister', { code: 'other', note: 'x' }],
      ['revoke', { code: 'fake', note: 'x' }],
      ['distinguish', {}],
    ] as const) {
      const answer = await other.bureau.post(`/agreements/${id}/${step}`, body);
      expect([step, answer.status]).to.deep.equal([step, 404]);
    }
  });

  it('do not tell an institute whether it guessed the hidden enterprise', async () => {
    const { engagementId } = await place.engage();
    const path = `/engagements/${engagementId}`;
    expect((await place.institute.get(path)).body).not.to.have.property('enterpriseId');
    const guess = async (buyer: object) => {
      const title = '猜一猜';
      const body = { ...anAgreement(place), title, engagementId, buyer };
      const { status, body: answer } = await place.institute.post('/agreements', body);
      return status === 201 ? Object.keys(answer.buyer) : codesOf(answer);
    };
    const { name } = place.buyer;
    expect(await guess({ name, nature: '150' })).to.eql(
      await guess({ name: '别家', nature: '150' }),
    );
    const byId = (organizationId: string) => guess({ name, nature: '150', organizationId });
    expect(await byId(place.enterpriseId)).to.eql(await byId('nowhere'));
  });

  it('are no contract of a firm with itself, nor of two strangers', async () => {
    const again = { name: '又名', nature: '150', organizationId: place.instituteId };
    const own = { ...anAgreement(place), title: '自己', buyer: again };
    const self = await place.institute.post('/agreements', own);
    expect(codesOf(self.body)).to.eql(['buyer:same_party']);
    const draft = await done(place.institute, '/agreements', {
      ...anAgreement(place),
      title: '稿',
    });
    const others = { seller: stranger(), buyer: stranger() };
    const made = await place.institute.patch(`/agreements/${draft.id}`, others);
    expect(made.status).to.equal(403);
    const read = (await place.institute.get(`/agreements/${draft.id}`)).body;
    expect(read.seller.organizationId).to.equal(place.instituteId);
  });

  it('with somebody else say nothing of an engagement when they are signed', async () => {
    const { engagementId, needId } = await place.engage();
    const body = { ...anAgreement(place), title: '别家的合同', engagementId, buyer: stranger() };
    const { id: other } = await done(place.institute, '/agreements', body);
    await done(place.institute, `/agreements/${other}/sign`, { signedAt: today() });
    await place.service.settled();
    const seen = (await place.institute.get(`/engagements/${engagementId}`)).body;
    expect(seen).to.include({ stage: 'introduced' });
    expect(seen).not.to.have.property('enterprise');
    expect((await place.bureau.get(`/needs/${needId}`)).body.status).to.equal('engaged');
  });

  it('need a signed-in person', async () => {
    const { anonymous } = place.service;
    expect((await anonymous.get(`/agreements/${id}`)).status).to.equal(401);
    expect((await anonymous.post('/agreements', anAgreement(place))).status).to.equal(401);
  });

  it('are confirmed by the parties alone, and registered by the office alone', async () => {
    for (const client of [place.bureau, place.broker]) {
      expect((await client.post(`/agreements/${id}/confirm`)).status).to.equal(403);
    }
    for (const client of [place.enterprise, place.institute, place.broker]) {
      for (const [step, body] of [
        ['register', { number: '1', registeredAt: today() }],
        ['change', { note: 'x' }],
        ['deregister', { code: 'other' }],
        ['revoke', { code: 'fake' }],
        ['distinguish', {}],
      ] as const) {
        const answer = await client.post(`/agreements/${id}/${step}`, body);
        expect([step, answer.status]).to.deep.equal([step, 403]);
      }
    }
  });

  it('are recorded by someone who takes part', async () => {
    const body = { ...anAgreement(place), title: '旁人代录' };
    expect((await other.enterprise.post('/agreements', body)).status).to.equal(403);
    const registered = {
      ...body,
      signedAt: today(),
      registration: { number: '9', registeredAt: today() },
    };
    expect((await place.institute.post('/agreements', registered)).status).to.equal(403);
    expect((await place.institute.post('/agreements', body)).status).to.equal(201);
  });

  it('may not hang on an engagement out of sight', async () => {
    const { engagementId } = await place.engage();
    const body = { ...anAgreement(place), title: '远方', engagementId };
    const seen = await place.otherBroker.post('/agreements', body);
    expect(codesOf(seen.body)).to.deep.equal(['engagementId:unknown']);
  });

  it('come into the sight of a broker who takes over the lead', async () => {
    const { engagementId, needId } = await place.engage();
    const body = { ...anAgreement(place), title: '换经纪人', engagementId };
    const recorded = await done(place.bureau, '/agreements', body);
    const { otherBroker } = place;
    expect((await otherBroker.get(`/agreements/${recorded.id}`)).status).to.equal(404);
    const brokerId = otherBroker.actor!.id;
    await place.bureau.patch(`/brokers/${brokerId}`, { capacity: 5 });
    const { body: assignment } = await place.bureau.get(`/needs/${needId}/assignment`);
    await done(place.bureau, `/assignments/${assignment.id}/reassign`, { brokerId });
    const seen = () => otherBroker.get(`/agreements/${recorded.id}`);
    await eventually(seen, ({ status }) => status === 200);
    expect((await place.broker.get(`/agreements/${recorded.id}`)).status).to.equal(404);
  });

  it('may not name an organization out of sight by its id', async () => {
    const body = anAgreement(place);
    const answer = await place.institute.post('/agreements', {
      ...body,
      buyer: { ...body.buyer, organizationId: 'nobody' },
    });
    expect(codesOf(answer.body)).to.deep.equal(['buyer.organizationId:unknown']);
  });

  it('take parties that are unknown here, foreign ones and persons', async () => {
    const recorded = await done(place.bureau, '/agreements', {
      ...anAgreement(place),
      title: '进口技术',
      seller: {
        name: 'Werk GmbH',
        idKind: 'foreign_registration',
        idNumber: 'HRB 1',
        country: 'DE',
        nature: '300',
      },
      buyer: stranger('330206'),
      currency: 'EUR',
      foreign: { amount: '128205.13', rate: '7.8', rateDate: today() },
    });
    expect(recorded.seller).to.include({ country: 'DE', idKind: 'foreign_registration' });
    expect(recorded.buyer).to.include({ district: '330206', country: 'CN' });
    expect(recorded.warnings).to.deep.equal([]);
    const far = await done(place.bureau, '/agreements', {
      ...anAgreement(place),
      title: '两家外地单位',
      seller: stranger(),
      buyer: { name: '王某', idKind: 'person', country: 'CN', nature: '自然人' },
    });
    expect(far.buyer).to.include({ nature: '500', district: '330206' });
    expect(far.warnings).to.deep.equal([
      { code: 'buyer_district_assumed', path: 'buyer.district' },
    ]);
    await done(place.bureau, `/agreements/${far.id}/sign`, { signedAt: today() });
    const period = `from=${today()}&to=${today()}&measure=brokered&basis=signed`;
    const rows = `/reports/summary/agreements?${period}&excluded=no_engagement`;
    const { items } = (await place.bureau.get(rows)).body;
    expect(items).to.have.length(1);
    expect(items[0].buyerDistrictAssumed).to.equal(true);
  });

  it('warn of an unusual ratio, an unknown nature and a contract of the broker itself', async () => {
    const recorded = await done(place.bureau, '/agreements', {
      ...anAgreement(place),
      title: '居间服务',
      type: 'service',
      intermediary: true,
      seller: { ...place.seller, nature: '不知道' },
      deductions: [],
      technologyValueFen: 100_000_000,
    });
    const codes = recorded.warnings.map((one: { code: string }) => one.code);
    expect(codes).to.have.members(['unusual_ratio', 'double_count', 'unknown_nature']);
  });

  it('are listed by page, status and number', async () => {
    const first = await place.bureau.get('/agreements?limit=1');
    expect(first.body.items).to.have.length(1);
    const second = await place.bureau.get(`/agreements?limit=1&cursor=${first.body.nextCursor}`);
    expect(second.body.items[0].id).not.to.equal(first.body.items[0].id);
    const drafted = await place.bureau.get('/agreements?status=drafted&number=none');
    expect(drafted.body.items).to.deep.equal([]);
    const bad = await place.bureau.get('/agreements?status=open&limit=1000&colour=red');
    expect(codesOf(bad.body)).to.deep.equal([
      'colour:unknown_field',
      'limit:too_big',
      'status:unknown_code',
    ]);
  });
});
