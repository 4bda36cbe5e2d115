import { expect } from 'chai';
import {
  anAgreement,
  type ContractPlace,
  daysAgo,
  done,
  startContracts,
  stranger,
  today,
} from './support/contracts.ts';
import { eventually } from './support/matching-rows.ts';

describe('the duplicate guard of agreements', () => {
  let place: ContractPlace;
  before(async () => {
    place = await startContracts();
  });
  after(() => place.service.close());

  const record = async (more: object) =>
    done(place.bureau, '/agreements', { ...anAgreement(place), signedAt: today(), ...more });
  const read = async (id: string) => (await place.bureau.get(`/agreements/${id}`)).body;
  const codes = (body: { warnings: { code: string }[] }) => body.warnings.map((one) => one.code);

  it('warns of a similar title, and flags the very same contract', async () => {
    const first = await record({ title: '高温密封材料的开发与应用' });
    const similar = await record({ title: '高温密封材料开发与应用' });
    expect(similar.warnings).to.deep.equal([{ code: 'possible_duplicate', agreementId: first.id }]);
    expect(similar.duplicate).to.equal(false);
    const exact = await record({ title: '高温密封材料的开发与应用。' });
    expect(exact.duplicate).to.equal(true);
    expect(exact.warnings).to.deep.include({ code: 'exact_duplicate', agreementId: first.id });
    expect((await record({ title: '污水处理' })).warnings).to.deep.equal([]);
    const listed = await place.bureau.get('/agreements?duplicate=true');
    expect(listed.body.items.map((one: { id: string }) => one.id)).to.deep.equal([exact.id]);
  });

  it('stands in the order of the days by which to register', async () => {
    const days: string[] = [];
    for (const appliedAt of [today(), '2026-03-02', '2026-09-01']) {
      const { id } = await record({ signedAt: '2026-03-01', title: `登记 ${appliedAt}` });
      const path = `/agreements/${id}/apply`;
      days.push((await place.bureau.post(path, { appliedAt })).body.registrationDueOn);
    }
    const { body } = await place.bureau.get('/agreements?status=applied&sort=registrationDueOn');
    const due = body.items.map((one: { registrationDueOn: string }) => one.registrationDueOn);
    expect(due).to.deep.equal(days.toSorted());
  });

  it('says so while one is typed, of what the typist may see only', async () => {
    const title = '焊缝在线检测系统';
    const first = await record({ title });
    const { seller, buyer, contractValueFen } = anAgreement(place);
    const typed = { title, seller, buyer, contractValueFen, signedAt: today() };
    const ask = (client: typeof place.bureau, more = {}) =>
      client.post('/agreements/advice', { ...typed, ...more });
    expect((await ask(place.bureau)).body.warnings).to.deep.equal([
      { code: 'exact_duplicate', agreementId: first.id },
    ]);
    expect((await ask(place.bureau, { id: first.id })).body.warnings).to.deep.equal([]);
    expect((await ask(place.bureau, { signedAt: daysAgo(3) })).body.warnings).to.deep.equal([]);
    expect((await ask(place.strangerBureau)).body.warnings).to.deep.equal([]);
    const wrong = await place.bureau.post('/agreements/advice', { ...typed, signedAt: 'soon' });
    expect(wrong.status).to.equal(400);
  });

  it('notices it on signing too', async () => {
    await record({ title: '石墨烯散热膜' });
    const { id, duplicate } = await done(place.bureau, '/agreements', {
      ...anAgreement(place),
      title: '石墨烯散热膜',
    });
    expect(duplicate).to.equal(false);
    const signed = await done(place.bureau, `/agreements/${id}/sign`, { signedAt: today() });
    expect(signed.duplicate).to.equal(true);
  });

  it('takes the flag back when the first is revoked', async () => {
    const first = await record({ title: '膜分离' });
    const second = await record({ title: '膜分离' });
    await done(place.bureau, `/agreements/${first.id}/revoke`, { code: 'void', note: '作废' });
    await eventually(
      () => read(second.id),
      ({ duplicate }) => !duplicate,
    );
    expect(codes(await read(second.id))).to.deep.equal([]);
  });

  it('takes the flag back when the bureau says that they are two', async () => {
    const first = await record({ title: '一号产线节能改造' });
    const second = await record({ title: '一号产线节能改造' });
    const cleared = await done(place.bureau, `/agreements/${second.id}/distinguish`, {
      note: '两条产线各签一份',
    });
    expect(cleared.duplicate).to.equal(false);
    await place.service.settled();
    expect(await read(second.id)).to.include({ duplicate: false });
    expect(await read(first.id)).to.include({ duplicate: false });
  });

  it('flags all but one of many recorded at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => record({ title: '同时录入' })));
    const kept = async () => {
      const now = await Promise.all(all.map(({ id }) => read(id)));
      return now.filter((one) => !one.duplicate).map((one) => one.id);
    };
    const found = await eventually(kept, (ids) => ids.length === 1);
    expect(found).to.deep.equal([all.map(({ id }) => id).toSorted()[0]]);
  });

  it('follows a change of the amount', async () => {
    const first = await record({ title: '数字孪生平台', signedAt: daysAgo(2) });
    const cheap = {
      title: '数字孪生平台',
      signedAt: daysAgo(2),
      contractValueFen: 80_000_000,
      deductions: [{ kind: 'other', amountFen: 20_000_000 }],
      technologyValueFen: 60_000_000,
    };
    const second = await record(cheap);
    expect(second.duplicate).to.equal(false);
    const registration = { number: '20263302061234', registeredAt: daysAgo(1) };
    await done(place.bureau, `/agreements/${first.id}/register`, registration);
    const { title, signedAt, ...terms } = cheap;
    await done(place.bureau, `/agreements/${first.id}/change`, terms);
    await eventually(
      () => read(second.id),
      ({ duplicate }) => duplicate,
    );
  });

  it('names the other only to those who may see it', async () => {
    const seller = stranger('110108');
    const buyer = place.buyer;
    const far = place.service.as({ roles: ['bureau'], district: '110108' });
    const near = place.service.as({ roles: ['broker'] });
    const body = { ...anAgreement(place), seller, buyer, title: '跨区合同', signedAt: today() };
    const first = await done(far, '/agreements', body);
    const second = await done(near, '/agreements', body);
    expect(second.warnings).to.deep.equal([{ code: 'exact_duplicate' }]);
    expect((await far.get(`/agreements/${second.id}`)).body.warnings).to.deep.include({
      code: 'exact_duplicate',
      agreementId: first.id,
    });
  });
});
