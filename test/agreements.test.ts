import { expect } from 'chai';
import { addWorkingDays } from '../src/calendar/working-days.ts';
import {
  anAgreement,
  type ContractPlace,
  codesOf,
  daysAgo,
  done,
  startContracts,
  today,
} from './support/contracts.ts';
import { eventually } from './support/matching-rows.ts';

describe('agreements', () => {
  let place: ContractPlace;
  before(async () => {
    place = await startContracts();
  });
  after(() => place.service.close());

  const read = async (id: string) => (await place.bureau.get(`/agreements/${id}`)).body;
  const record = async (more: object = {}) =>
    done(place.bureau, '/agreements', { ...anAgreement(place), title: unique(), ...more });

  it('go from draft to payment and change, and keep their history', async () => {
    const { engagementId, needId } = await place.engage();
    const body = { ...anAgreement(place), engagementId };
    const created = await place.broker.post('/agreements', body);
    expect(created.status).to.equal(201);
    expect(created.headers.get('location')).to.equal(`/api/v1/agreements/${created.body.id}`);
    const { id } = created.body;
    expect(created.body).to.include({ status: 'drafted', needId, duplicate: false, revision: 1 });
    expect(created.body.seller.organizationId).to.equal(place.instituteId);
    expect(created.body.warnings).to.deep.equal([]);

    const signed = await done(place.broker, `/agreements/${id}/sign`, { signedAt: today() });
    expect(signed).to.include({ status: 'signed', signedAt: today() });
    expect(created.body.turn).to.deep.equal({ side: 'broker', action: 'sign' });
    expect(signed.turn).to.deep.equal({ side: 'seller', action: 'confirm' });
    await done(place.enterprise, `/agreements/${id}/confirm`);
    const confirmed = await done(place.institute, `/agreements/${id}/confirm`);
    expect(Object.keys(confirmed.confirmations)).to.have.members(['seller', 'buyer']);

    const applied = await done(place.institute, `/agreements/${id}/apply`);
    const due = addWorkingDays(today(), 15);
    expect(applied.registrationDueOn).to.equal(due);
    expect(confirmed.turn).to.deep.equal({ side: 'seller', action: 'apply' });
    expect(applied.turn).to.deep.equal({ side: 'bureau', action: 'register', due });
    const registration = { number: '20263302060001', registeredAt: today() };
    await done(place.bureau, `/agreements/${id}/register`, registration);
    await done(place.enterprise, `/agreements/${id}/payments`, {
      paidAt: today(),
      amountFen: 33_333_333,
    });
    await done(place.bureau, `/agreements/${id}/change`, {
      contractValueFen: 80_000_000,
      deductions: [{ kind: 'equipment', amountFen: 20_000_000 }],
      technologyValueFen: 60_000_000,
      note: '减少设备',
    });
    const now = await read(id);
    expect(now).to.include({
      status: 'registered',
      contractValueFen: 80_000_000,
      paidFen: 33_333_333,
    });
    expect(now.registration).to.deep.equal(registration);
    expect(now.payments[0].technologyValueFen).to.equal(25_000_000);
    expect(now.changes[0].before).to.include({ contractValueFen: 100_000_000 });

    const engagement = await eventually(
      () => place.broker.get(`/engagements/${engagementId}`),
      ({ body }) => body.stage === 'agreed',
    );
    expect(engagement.body).to.deep.include({
      stage: 'agreed',
      agreements: [{ id, signedAt: today() }],
    });
    expect(engagement.body.visits).not.to.have.length(0);
    await eventually(
      () => place.enterprise.get(`/needs/${needId}`),
      ({ body }) => body.status === 'contracted',
    );
    const { stores } = place.service.ctx;
    const history = await stores.agreements.history({ unscoped: 'test' }, id);
    const actions = history.map((entry) => entry.action);
    expect(actions).to.deep.equal([
      'created',
      'sign',
      'confirm',
      'confirm',
      'apply',
      'register',
      'pay',
      'change',
    ]);
    const change = history.at(-1)!;
    expect(change.changes).to.deep.include({
      path: 'contractValueFen',
      before: 100_000_000,
      after: 80_000_000,
    });
    await eventually(
      () => stores.agreements.get({ unscoped: 'test' }, id),
      ({ todo }) => todo.every((one) => one.topic === 'audit'),
    );
  });

  it('are signed at once when the day is given, and registered by the office without an application', async () => {
    const { id, status } = await record({ signedAt: daysAgo(10) });
    expect(status).to.equal('signed');
    const again = await place.bureau.post(`/agreements/${id}/sign`, { signedAt: today() });
    expect([again.status, again.body.code]).to.deep.equal([409, 'wrong_state']);
    const registration = { number: '20263302069999', registeredAt: daysAgo(5) };
    await done(place.bureau, `/agreements/${id}/register`, registration);
    expect((await read(id)).status).to.equal('registered');
  });

  it('tell every wrong field at once', async () => {
    const answer = await place.bureau.post('/agreements', {
      ...anAgreement(place),
      type: 'gift',
      field: 'magic',
      contractValueFen: -1,
      technologyValueFen: 1.5,
      seller: { name: '某所', creditCode: '91310115MA1H8R7C6D', nature: '021' },
      buyer: { name: 'A GmbH', idKind: 'foreign_registration', nature: '300' },
      signedAt: '2026-02-30',
      currency: 'USD',
      secret: 1,
    });
    expect(answer.status).to.equal(400);
    expect(codesOf(answer.body)).to.deep.equal([
      'buyer.country:required',
      'contractValueFen:too_small',
      'field:unknown_code',
      'foreign:required',
      'secret:unknown_field',
      'seller.creditCode:invalid_credit_code',
      'signedAt:invalid_date',
      'technologyValueFen:not_fen',
      'type:unknown_code',
    ]);
  });

  it('say what is wrong also where a party is none at all', async () => {
    const { seller: _, ...rest } = anAgreement(place);
    const wrong: [object, string[]][] = [
      [rest, ['seller:required']],
      [{ ...rest, seller: null }, ['seller:wrong_type']],
      [{ ...rest, seller: ['a'] }, ['seller:wrong_type']],
      [
        { ...rest, seller: { name: 3, creditCode: 9, nature: '021' } },
        ['seller.creditCode:wrong_type', 'seller.name:wrong_type'],
      ],
    ];
    for (const [body, codes] of wrong) {
      const answer = await place.bureau.post('/agreements', body);
      expect([answer.status, codesOf(answer.body)]).to.deep.equal([400, codes]);
    }
    const { id } = await record();
    const patched = await place.bureau.patch(`/agreements/${id}`, { buyer: null });
    expect(codesOf(patched.body)).to.deep.equal(['buyer:wrong_type']);
    expect((await place.bureau.post('/agreements')).status).to.equal(400);
  });

  it('refuse a foreign amount or rate of zero', async () => {
    for (const zero of ['0', '0.00', '1e5']) {
      const foreign = { amount: zero, rate: zero, rateDate: daysAgo(2) };
      const body = { ...anAgreement(place), currency: 'USD', foreign };
      const answer = await place.bureau.post('/agreements', body);
      expect(codesOf(answer.body)).to.eql([
        'foreign.amount:not_decimal',
        'foreign.rate:not_decimal',
      ]);
    }
  });

  it('add up, beside whatever else is wrong', async () => {
    const answer = await place.bureau.post('/agreements', {
      ...anAgreement(place),
      technologyValueFen: 76_000_000,
      field: 'magic',
    });
    expect(codesOf(answer.body)).to.deep.equal([
      'field:unknown_code',
      'technologyValueFen:values_do_not_add_up',
    ]);
  });

  it('refuse what cannot be known before it is looked up', async () => {
    const answer = await place.bureau.post('/agreements', {
      ...anAgreement(place),
      engagementId: 'nowhere',
      achievementIds: ['nothing'],
      seller: { name: '某所', nature: '021' },
      signedAt: '2999-01-01',
    });
    expect(codesOf(answer.body)).to.deep.equal([
      'achievementIds.0:unknown',
      'engagementId:unknown',
      'seller.creditCode:required',
      'signedAt:in_the_future',
    ]);
  });

  it('refuse operators of the store and one party on both sides', async () => {
    const operator = await place.bureau.post('/agreements', {
      ...anAgreement(place),
      title: { $gt: '' },
    });
    expect(codesOf(operator.body)).to.deep.equal(['title:wrong_type']);
    const same = await place.bureau.post('/agreements', {
      ...anAgreement(place),
      seller: place.buyer,
    });
    expect(codesOf(same.body)).to.deep.equal(['buyer:same_party']);
  });

  it('are changed as drafts with If-Match, and then confirmed anew', async () => {
    const { id } = await record();
    await done(place.enterprise, `/agreements/${id}/confirm`);
    const stale = await place.bureau.patch(
      `/agreements/${id}`,
      { title: '另一标题' },
      { 'if-match': '"1"' },
    );
    expect(stale.status).to.equal(412);
    const wrong = await place.bureau.patch(`/agreements/${id}`, { technologyValueFen: 1 });
    expect(codesOf(wrong.body)).to.deep.equal(['technologyValueFen:values_do_not_add_up']);
    const patched = await place.bureau.patch(
      `/agreements/${id}`,
      { technologyValueFen: 80_000_000, deductions: [{ kind: 'other', amountFen: 20_000_000 }] },
      { 'if-match': '"2"' },
    );
    expect(patched.status).to.equal(200);
    const now = await read(id);
    expect(now).to.include({ technologyValueFen: 80_000_000, revision: 3 });
    expect(now.confirmations).to.deep.equal({});
    expect(now.seller.organizationId).to.equal(place.instituteId);
    await done(place.bureau, `/agreements/${id}/sign`, { signedAt: today() });
    const late = await place.bureau.patch(`/agreements/${id}`, { title: '太晚' });
    expect([late.status, late.body.code]).to.deep.equal([409, 'wrong_state']);
  });

  it('do the same thing once for one Idempotency-Key', async () => {
    const body = { ...anAgreement(place), title: unique() };
    const key = { 'idempotency-key': 'agreement-once' };
    const first = await place.bureau.post('/agreements', body, key);
    const second = await place.bureau.post('/agreements', body, key);
    expect(second.body).to.deep.equal(first.body);
    const other = await place.bureau.post('/agreements', { ...body, title: unique() }, key);
    expect(other.status).to.equal(422);
    const { id } = first.body;
    await done(place.bureau, `/agreements/${id}/sign`, { signedAt: today() });
    const pay = { paidAt: today(), amountFen: 1_000 };
    await place.bureau.post(`/agreements/${id}/payments`, pay, { 'idempotency-key': 'pay' });
    await place.bureau.post(`/agreements/${id}/payments`, pay, { 'idempotency-key': 'pay' });
    expect((await read(id)).payments).to.have.length(1);
  });

  it('are never paid above their value', async () => {
    const { id } = await record({ signedAt: today() });
    const pay = (amountFen: number) =>
      place.bureau.post(`/agreements/${id}/payments`, { paidAt: today(), amountFen });
    expect((await pay(99_999_999)).status).to.equal(200);
    expect(codesOf((await pay(2)).body)).to.deep.equal(['amountFen:above_contract_value']);
    expect(codesOf((await pay(0)).body)).to.deep.equal(['amountFen:too_small']);
    expect(codesOf((await pay(0.5)).body)).to.deep.equal(['amountFen:not_fen']);
    expect((await pay(1)).status).to.equal(200);
    const { payments } = await read(id);
    const shares = payments.map((one: { technologyValueFen: number }) => one.technologyValueFen);
    expect(shares.reduce((a: number, b: number) => a + b)).to.equal(75_000_000);
  });

  it('hold one registration number each, free again after a revocation', async () => {
    const [a, b] = [await record({ signedAt: today() }), await record({ signedAt: today() })];
    const registration = { number: '20263302060777', registeredAt: today() };
    await done(place.bureau, `/agreements/${a.id}/register`, registration);
    const taken = await place.bureau.post(`/agreements/${b.id}/register`, registration);
    expect([taken.status, taken.body.code]).to.deep.equal([409, 'registration_number_taken']);
    await done(place.bureau, `/agreements/${a.id}/revoke`, { code: 'void', note: '合同无效' });
    await done(place.bureau, `/agreements/${b.id}/register`, registration);
    const revoked = await read(a.id);
    expect(revoked).to.include({ status: 'revoked' });
    expect(revoked.registration).to.deep.equal(registration);
    expect(revoked.revocation).to.deep.equal({ on: today(), code: 'void', note: '合同无效' });
  });

  it('refuse steps that cannot follow, and days before what they follow', async () => {
    const { id } = await record();
    for (const [step, body] of [
      ['apply', {}],
      ['register', { number: '1', registeredAt: today() }],
      ['change', { note: 'x' }],
      ['deregister', { code: 'terminated', note: 'x' }],
      ['revoke', { code: 'fake', note: 'x' }],
      ['payments', { paidAt: today(), amountFen: 1 }],
    ] as const) {
      const answer = await place.bureau.post(`/agreements/${id}/${step}`, body);
      expect([step, answer.status, answer.body.code]).to.deep.equal([step, 409, 'wrong_state']);
    }
    await done(place.bureau, `/agreements/${id}/sign`, { signedAt: today() });
    const early = await place.bureau.post(`/agreements/${id}/register`, {
      number: '20263302060888',
      registeredAt: daysAgo(1),
    });
    expect(codesOf(early.body)).to.deep.equal(['registeredAt:too_early']);
    const uncoded = await place.bureau.post(`/agreements/${id}/revoke`, { code: 'because' });
    expect(codesOf(uncoded.body)).to.deep.equal(['code:unknown_code']);
  });

  it('end once', async () => {
    const { id } = await record({ signedAt: daysAgo(3) });
    const registration = { number: '20263302060555', registeredAt: daysAgo(2) };
    await done(place.bureau, `/agreements/${id}/register`, registration);
    await done(place.bureau, `/agreements/${id}/deregister`, { code: 'terminated', note: '终止' });
    expect((await read(id)).deregistration).to.include({ code: 'terminated', on: today() });
    const again = await place.bureau.post(`/agreements/${id}/revoke`, { code: 'fake' });
    expect(again.status).to.equal(409);
  });
});

let counter = 0;
/** Titles with nothing in common, or the duplicate guard would speak up. */
const unique = () => {
  counter += 1;
  return `${'甲乙丙丁戊己庚辛壬癸'[counter % 10]!.repeat(3)}${counter * 7919}号技术开发`;
};
