import { expect } from 'chai';
import { defaultSettings } from '../src/features/settings/settings.ts';
import type { Client } from './support/client.ts';
import { type Service, startService } from './support/service.ts';

describe('settings', () => {
  let service: Service;
  before(async () => {
    service = await startService({ work: false });
  });
  after(() => service.close());

  let districts = 330300;
  /** A district of its own for each test. */
  function office(): { bureau: Client; broker: Client; district: string } {
    const district = String(++districts);
    return {
      bureau: service.as({ roles: ['bureau'], district }),
      broker: service.as({ roles: ['broker'], district }),
      district,
    };
  }

  it('shows everybody the clocks of their district and the names of all codes', async () => {
    const { broker, district } = office();
    const { status, body, headers } = await broker.get('/settings');
    expect(status).to.equal(200);
    expect(body).to.deep.include({ ...defaultSettings, district, revision: 0, changed: [] });
    expect(headers.get('etag')).to.equal('"0"');
    expect(body.vocabulary.fields[0]).to.deep.equal({
      code: 'electronics',
      zh: '电子信息',
      en: 'Electronics and information',
    });
    expect(body.vocabulary.roles.map((one: { code: string }) => one.code)).to.include('broker');
    expect((await service.anonymous.get('/settings')).status).to.equal(401);
  });

  it('lets the bureau change its own district, and works by it at once', async () => {
    const here = office();
    const there = office();
    expect((await service.ctx.settings.of(here.district)).acceptWorkingDays).to.equal(2);
    const changed = await here.bureau.patch('/settings', { acceptWorkingDays: 4 });
    expect(changed.status).to.equal(200);
    expect(changed.body).to.deep.include({ acceptWorkingDays: 4, changed: ['acceptWorkingDays'] });
    expect((await service.ctx.settings.of(here.district)).acceptWorkingDays).to.equal(4);
    expect((await here.broker.get('/settings')).body.acceptWorkingDays).to.equal(4);
    expect((await there.broker.get('/settings')).body.acceptWorkingDays).to.equal(2);
    const back = await here.bureau.patch('/settings', { acceptWorkingDays: null });
    expect(back.body).to.deep.include({ acceptWorkingDays: 2, changed: [] });
    const history = await service.ctx.stores.settings.history(
      { unscoped: 'a test reads history' },
      here.district,
    );
    expect(history.map((line) => line.changes)).to.deep.equal([
      [],
      [{ path: 'values.acceptWorkingDays', after: 4 }],
      [{ path: 'values.acceptWorkingDays', before: 4 }],
    ]);
  });

  it('asks for the revision that was read, also at the first change', async () => {
    const { bureau } = office();
    const patch = (days: number, revision: number) =>
      bureau.patch('/settings', { vetWorkingDays: days }, { 'if-match': `"${revision}"` });
    expect((await patch(4, 7)).status).to.equal(412);
    const both = await Promise.all([patch(4, 0), patch(5, 0)]);
    expect(both.map((one) => one.status).sort()).to.deep.equal([200, 412]);
    const { revision } = (await bureau.get('/settings')).body;
    expect((await patch(6, revision)).status).to.equal(200);
    expect((await patch(7, revision)).status).to.equal(412);
  });

  it('takes dated rules in their order, and reports every fault', async () => {
    const { bureau, broker } = office();
    const [rule] = defaultSettings.agreementRules;
    const later = { ...rule!, effectiveFrom: '2026-07-01', registrationWorkingDays: 10 };
    const changed = await bureau.patch('/settings', { agreementRules: [rule, later] });
    expect(changed.body.agreementRules).to.deep.equal([rule, later]);
    const wrong = await bureau.patch('/settings', {
      agreementRules: [
        later,
        rule,
        { ...later, effectiveFrom: '2026-02-30', usualRatio: { low: 0.9, high: 0.2 } },
      ],
      vetWorkingDays: 0,
      visitEveryMonths: 1.5,
      secret: true,
    });
    expect(wrong.status).to.equal(400);
    expect(wrong.body.errors.map((e: { path: string }) => e.path)).to.include.members([
      'agreementRules.2.effectiveFrom',
      'vetWorkingDays',
      'visitEveryMonths',
      'secret',
    ]);
    const order = await bureau.patch('/settings', { agreementRules: [later, rule] });
    expect(order.body.errors[0]).to.include({
      path: 'agreementRules.1.effectiveFrom',
      code: 'wrong_order',
    });
    expect((await bureau.patch('/settings', { agreementRules: [] })).status).to.equal(400);
    expect((await broker.patch('/settings', { vetWorkingDays: 5 })).status).to.equal(403);
  });
});
