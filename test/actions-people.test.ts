import { expect } from 'chai';
import type { Role } from '../src/vocabulary.ts';
import { enterPerson, signIn } from './support/account-rows.ts';
import { actionReaders } from './support/action-readers.ts';
import { type Stage, seeded, walk } from './support/actions.ts';
import type { Client } from './support/client.ts';
import { type ContractPlace, startContracts } from './support/contracts.ts';
import { aForm, importEnded, upload, uploadImport } from './support/upload-rows.ts';

describe('the actions on people and in a session', () => {
  let place: ContractPlace;
  let readers: Record<string, Client>;
  before(async () => {
    place = await startContracts();
    readers = await actionReaders(place);
  });
  after(() => place.service.close());

  it('hold for people, organizations, brokers and settings', async () => {
    const { id } = await enterPerson(place.service, place.bureau);
    const act = (name: string) => (client: Client) => client.post(`/users/${id}/${name}`);
    const { admin: _, ...others } = readers;
    const stages: Stage[] = [
      {
        path: `/users/${id}`,
        readers,
        harmless: ['disable', 'enable'],
        attempts: {
          update: (client) => client.patch(`/users/${id}`, { name: '老王' }),
          disable: act('disable'),
          enable: act('enable'),
          'reset-password': act('reset-password'),
        },
      },
      {
        path: `/organizations/${place.enterpriseId}`,
        readers,
        attempts: {
          update: (client) =>
            client.patch(`/organizations/${place.enterpriseId}`, { industry: 'C3670' }),
        },
      },
      {
        path: `/brokers/${place.broker.actor!.id}`,
        readers,
        attempts: {
          update: (client) => client.patch(`/brokers/${place.broker.actor!.id}`, { leave: [] }),
          load: (client) => client.get(`/brokers/${place.broker.actor!.id}/load`),
        },
      },
      {
        path: '/settings',
        readers: others,
        attempts: {
          update: (client) => client.patch('/settings', { vetWorkingDays: 3 }),
        },
      },
    ];
    for (const stage of stages) await walk(stage, 5, seeded(3));
  });

  it('keep one from closing one’s own account', async () => {
    const { email } = await enterPerson(place.service, place.bureau, { roles: ['bureau'] });
    const client = await signIn(place.service, email);
    const { user } = (await client.get('/session')).body;
    const { body } = await client.get(`/users/${user.id}`);
    expect(body.actions).to.deep.equal(['update', 'reset-password']);
    expect((await client.post(`/users/${user.id}/disable`)).status).to.equal(409);
  });

  it('offer a token to be revoked, and an import to be cancelled while it runs', async () => {
    const { email } = await enterPerson(place.service, place.bureau);
    const client = await signIn(place.service, email);
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const made = await client.post('/tokens', { name: 'crm', scopes: ['needs:read'], expiresAt });
    expect(made.body.actions).to.deep.equal(['revoke']);

    const { body } = await uploadImport(place.bureau, 'organization', 'name\n甲厂\n');
    expect(body.actions).to.deep.equal(['cancel']);
    const ended = await importEnded(place.bureau, body.id);
    expect(ended.actions).to.deep.equal([]);
    expect((await place.bureau.post(`/imports/${body.id}/cancel`)).status).to.equal(409);
  });

  /** One request for each action of a session; what is not offered must be 403. */
  const begin: Record<string, (client: Client) => Promise<{ status: number }>> = {
    create_need: (c) => c.post('/needs', { title: '甲', problem: '乙' }),
    create_capability: (c) => c.post('/capabilities', { title: '甲', abstract: '乙' }),
    create_organization: (c) =>
      c.post('/organizations', { kind: 'platform', name: '平台', district: '330206' }),
    create_engagement: (c) => c.post('/engagements', { needId: 'x', instituteId: 'y' }),
    create_broker: (c) => c.post('/brokers', { userId: 'x', fields: [], capacity: 1 }),
    publish_report: (c) =>
      c.post('/reports', { from: '2026-01-01', to: '2026-06-30', measure: 'all', basis: 'x' }),
    see_reports: (c) => c.get('/reports'),
    invite: (c) => c.post('/users', { email: 'x', name: 'y', roles: [] }),
    see_users: (c) => c.get('/users'),
    see_audit: (c) => c.get('/audit?subject=x'),
    update_settings: (c) => c.patch('/settings', { vetWorkingDays: 3 }),
    ...Object.fromEntries(
      ['need', 'capability', 'organization', 'agreement', 'broker'].map((kind) => [
        `import_${kind}`,
        (c: Client) => upload(c, '/imports', aForm('name\n', 'rows.csv', { kind })),
      ]),
    ),
  };

  it('of a session are those that the routes let begin', async () => {
    const { bureau, enterpriseId, instituteId } = place;
    const people: { roles: Role[]; organizationId?: string }[] = [
      { roles: ['bureau'] },
      { roles: ['broker'] },
      { roles: ['enterprise'], organizationId: enterpriseId },
      { roles: ['institute'], organizationId: instituteId },
      { roles: ['bureau', 'broker'] },
    ];
    for (const fields of people) {
      const { email } = await enterPerson(place.service, bureau, fields);
      const client = await signIn(place.service, email);
      const { actions } = (await client.get('/session')).body;
      for (const [action, attempt] of Object.entries(begin)) {
        const { status } = await attempt(client);
        const what = `${fields.roles} ${action}`;
        if (actions.includes(action)) expect(status, what).to.be.oneOf([200, 201, 202, 400, 404]);
        else expect(status, what).to.equal(403);
      }
      expect(actions.includes('import'), String(fields.roles)).to.equal(true);
    }
  });

  it('of a session are fewer for a token', async () => {
    const { email } = await enterPerson(place.service, place.bureau);
    const client = await signIn(place.service, email);
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const scopes = ['session:read', 'needs:write'];
    const made = await client.post('/tokens', { name: 'crm', scopes, expiresAt });
    const answer = await client.send('/session', {
      headers: { cookie: '', authorization: `Bearer ${made.body.token}` },
    });
    expect(answer.status).to.equal(200);
    expect(answer.body.actions).to.deep.equal(['create_need', 'advise_need']);
  });
});
