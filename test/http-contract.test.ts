import { expect } from 'chai';
import { aNeed, enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';

describe('the HTTP contract', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;

  before(async () => {
    service = await startService({ env: { BODY_LIMIT_BYTES: '100000' } });
    people = await enterNeedPeople(service);
  });
  after(() => service.close());

  describe('problems', () => {
    it('are application/problem+json with a code, every error and the request id', async () => {
      const answer = await people.enterprise.post('/needs', {
        title: '',
        problem: 3,
        colour: 'red',
      });
      expect(answer.status).to.equal(400);
      expect(answer.headers.get('content-type')).to.match(/^application\/problem\+json/);
      expect(answer.body).to.include({ status: 400, code: 'validation_failed' });
      expect(answer.body.requestId).to.equal(answer.headers.get('x-request-id'));
      const found = answer.body.errors.map((e: { path: string; code: string }) => [e.path, e.code]);
      expect(found).to.have.deep.members([
        ['title', 'empty'],
        ['problem', 'wrong_type'],
        ['colour', 'unknown_field'],
      ]);
    });

    it('name the address that nothing serves', async () => {
      const answer = await people.enterprise.get('/nonsense');
      expect(answer.status).to.equal(404);
      expect(answer.body.code).to.equal('not_found');
    });

    it('tell the methods of an address that is asked with another', async () => {
      const answer = await people.enterprise.send('/needs/x', { method: 'DELETE' });
      expect([answer.status, answer.body.code]).to.deep.equal([405, 'method_not_allowed']);
      expect(answer.headers.get('allow')).to.equal('GET, HEAD, PATCH, OPTIONS');
      const asked = await service.anonymous.send('/needs', { method: 'OPTIONS' });
      expect([asked.status, asked.headers.get('allow')]).to.deep.equal([
        204,
        'GET, HEAD, POST, OPTIONS',
      ]);
      const plain = await people.enterprise.send('/notifications/read-all', { method: 'OPTIONS' });
      expect(plain.headers.get('allow')).to.equal('POST, OPTIONS');
      const head = await people.enterprise.send('/needs', { method: 'HEAD' });
      expect(head.status).to.equal(200);
    });

    it('say 401 to strangers before anything else', async () => {
      for (const path of ['/needs', '/needs/x', '/organizations']) {
        expect((await service.anonymous.get(path)).status, path).to.equal(401);
      }
      expect((await service.anonymous.post('/needs', { bad: 1 })).status).to.equal(401);
    });
  });

  describe('bodies', () => {
    const send = (body: string, type = 'application/json') =>
      people.enterprise.send('/needs', {
        method: 'POST',
        body,
        headers: { 'content-type': type },
      });

    it('over the limit are 413, also without a length', async () => {
      const answer = await send(JSON.stringify({ ...aNeed, problem: '长'.repeat(60_000) }));
      expect([answer.status, answer.body.code]).to.deep.equal([413, 'body_too_large']);
    });

    it('that are no JSON are 400, and of another type 415', async () => {
      expect((await send('{"title":')).body.errors[0].code).to.equal('malformed_json');
      expect((await send('title=x', 'application/x-www-form-urlencoded')).status).to.equal(415);
      expect((await send('null')).status).to.equal(400);
      expect((await send('[]')).status).to.equal(400);
    });

    it('of nothing but wrong names do not come back many times as long', async () => {
      const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${n}`, 1]));
      const answer = await people.enterprise.post('/needs', { ...wrong, ['k'.repeat(9_000)]: 1 });
      expect(answer.status).to.equal(400);
      expect(answer.body.errors).to.have.length(1_000);
      const long = await people.enterprise.post('/needs', { ...aNeed, ['k'.repeat(9_000)]: 1 });
      expect(long.body.errors[0].path).to.have.length(300);
    });

    it('that are not what their Content-Encoding says are 400', async () => {
      for (const encoding of ['gzip', 'deflate', 'br']) {
        const answer = await people.enterprise.send('/needs', {
          method: 'POST',
          body: JSON.stringify(aNeed),
          headers: { 'content-type': 'application/json', 'content-encoding': encoding },
        });
        expect(answer.status, encoding).to.equal(400);
        expect(answer.body.errors[0].code, encoding).to.equal('malformed_encoding');
      }
    });

    it('hold no name that only a prototype has, and no broken text in a corner', async () => {
      const { title, problem } = aNeed;
      const plain = JSON.stringify({ title, problem }).slice(0, -1);
      const faults = async (more: string) =>
        (await send(`${plain},${more}}`)).body.errors?.map(
          (one: { path: string; code: string }) => `${one.path} ${one.code}`,
        );
      expect(await faults('"__proto__":{"a":1}')).to.eql(['__proto__ unknown_field']);
      expect(await faults('"confidential":{"__proto__":"nda","constructor":"nda"}')).to.eql([
        'confidential.__proto__ unknown_field',
        'confidential.constructor unknown_field',
      ]);
      const indicator = '{"name":"a","relation":"=","value":1,"unit":';
      expect(await faults(`"indicators":[${indicator}"\\ud800"},${indicator}"\u202e"}]`)).to.eql([
        'indicators.0.unit malformed_text',
        'indicators.1.unit forbidden_character',
      ]);
      expect(await faults('"deadline":"0001-01-01"')).to.eql(['deadline range']);
      expect(await faults('"deadline":"9999-12-31"')).to.eql(['deadline range']);
      expect(await faults('"budgetFen":1e300')).to.have.length(1);
    });

    it('with a decision tell every other fault as well', async () => {
      const { body } = await people.enterprise.post('/needs', aNeed);
      const vet = async (decision: object) =>
        (await people.bureau.post(`/needs/${body.id}/vet`, decision)).body.errors.map(
          (one: { path: string; code: string }) => `${one.path} ${one.code}`,
        );
      expect(await vet({ decision: 'maybe', note: 5, x: 1 })).to.have.members([
        'decision unknown_code',
        'note wrong_type',
        'x unknown_field',
      ]);
      expect(await vet({ decision: 'refused' })).to.eql(['code required']);
      expect(await vet({ decision: 'accepted', code: 'price' })).to.eql(['code not_allowed']);
    });

    it('where none is expected hold nothing', async () => {
      const { body } = await people.enterprise.post('/needs', aNeed);
      const path = `/needs/${body.id}/submit`;
      const refused = await people.enterprise.post(path, { status: 'open' });
      expect(refused.body.errors[0]).to.include({ path: 'status', code: 'unknown_field' });
      expect((await people.enterprise.post(path, {})).status).to.equal(200);
    });

    it('with operators in the place of texts are refused', async () => {
      const answer = await people.enterprise.post('/needs', {
        title: { $gt: '' },
        problem: ['x'],
        organizationId: { $ne: null },
      });
      const paths = answer.body.errors.map((e: { path: string }) => e.path);
      expect(paths).to.have.members(['title', 'problem', 'organizationId']);
    });

    it('with half a character or a hidden one are refused', async () => {
      const half = await send('{"title":"a\\ud800b","problem":"x"}');
      expect(half.body.errors).to.have.length(1);
      expect(half.body.errors[0]).to.include({ path: 'title', code: 'malformed_text' });
      const marked = await people.enterprise.post('/needs', { ...aNeed, title: 'a\u202eb' });
      expect(marked.body.errors[0]).to.include({ path: 'title', code: 'forbidden_character' });
    });
  });

  describe('queries', () => {
    it('refuse what they do not know, operators included', async () => {
      for (const query of [
        'status[$ne]=draft',
        'colour=red',
        'status=lost',
        'limit=0',
        'cursor=x',
      ]) {
        const answer = await people.bureau.get(`/needs?${query}`);
        expect(answer.status, query).to.equal(400);
        expect(answer.body.errors, query).to.have.length(1);
      }
    });
  });

  describe('revisions', () => {
    it('come as ETag, and a stale If-Match is 412', async () => {
      const created = await people.enterprise.post('/needs', aNeed);
      expect(created.status).to.equal(201);
      expect(created.headers.get('etag')).to.equal('"1"');
      expect(created.headers.get('location')).to.equal(`/api/v1/needs/${created.body.id}`);
      const path = `/needs/${created.body.id}`;
      const first = await people.enterprise.patch(
        path,
        { tried: '加过钛白粉' },
        { 'if-match': '"1"' },
      );
      expect([first.status, first.body.revision]).to.deep.equal([200, 2]);
      const late = await people.enterprise.patch(path, { tried: '换过料' }, { 'if-match': '"1"' });
      expect([late.status, late.body.code]).to.deep.equal([412, 'stale_revision']);
      expect(late.headers.get('etag')).to.equal('"2"');
      expect((await people.enterprise.get(path)).body.tried).to.equal('加过钛白粉');
      const nonsense = await people.enterprise.patch(path, {}, { 'if-match': 'latest' });
      expect(nonsense.status).to.equal(400);
    });

    it('let a null take an optional field away, and only an optional one', async () => {
      const { body } = await people.enterprise.post('/needs', { ...aNeed, tried: '换过料' });
      const changed = await people.enterprise.patch(`/needs/${body.id}`, { tried: null });
      expect(changed.body).not.to.have.property('tried');
      const refused = await people.enterprise.patch(`/needs/${body.id}`, { title: null });
      expect(refused.body.errors[0]).to.include({ path: 'title' });
    });
  });

  describe('Idempotency-Key', () => {
    const key = { 'idempotency-key': 'key-1' };

    it('does a thing once, and gives the first answer again', async () => {
      const first = await people.enterprise.post('/needs', aNeed, key);
      await people.enterprise.patch(`/needs/${first.body.id}`, { tried: '换过料' });
      const again = await people.enterprise.post('/needs', aNeed, key);
      expect(again.status).to.equal(201);
      expect(again.body).to.deep.equal(first.body);
      expect(again.headers.get('idempotency-replayed')).to.equal('true');
    });

    it('takes a body with its members in another order for the same', async () => {
      const { title, ...rest } = aNeed;
      const again = await people.enterprise.post('/needs', { ...rest, title }, key);
      expect(again.headers.get('idempotency-replayed')).to.equal('true');
    });

    it('with another body is 422', async () => {
      const other = await people.enterprise.post('/needs', { ...aNeed, title: '别的' }, key);
      expect([other.status, other.body.code]).to.deep.equal([422, 'idempotency_key_reused']);
    });

    it('belongs to one person and one address', async () => {
      const other = service.as({
        roles: ['enterprise'],
        organizationId: people.enterpriseId,
      });
      const first = await people.enterprise.post('/needs', aNeed, key);
      const second = await other.post('/needs', aNeed, key);
      expect(second.status).to.equal(201);
      expect(second.body.id).not.to.equal(first.body.id);
    });

    it('survives two requests at the same time', async () => {
      const both = await Promise.all(
        Array.from({ length: 6 }, () =>
          people.enterprise.post('/needs', aNeed, { 'idempotency-key': 'at-once' }),
        ),
      );
      expect(new Set(both.map((answer) => answer.status))).to.deep.equal(new Set([201]));
      expect(new Set(both.map((answer) => answer.body.id)).size).to.equal(1);
    });

    it('makes an action happen once', async () => {
      const { body } = await people.enterprise.post('/needs', aNeed);
      const submit = () =>
        people.enterprise.post(`/needs/${body.id}/submit`, undefined, { 'idempotency-key': 's1' });
      const answers = await Promise.all([submit(), submit(), submit()]);
      expect(answers.map((answer) => answer.status)).to.deep.equal([200, 200, 200]);
      expect((await people.enterprise.get(`/needs/${body.id}`)).body.revision).to.equal(2);
    });
  });

  describe('the OpenAPI document', () => {
    it('describes every route with schemas that JSON Schema knows', async () => {
      const { body } = await service.anonymous.get('/api/openapi.json');
      expect(body.openapi).to.equal('3.1.0');
      expect(
        body.paths['/api/v1/needs'].post.requestBody.content['application/json'].schema,
      ).to.have.nested.property('properties.title.maxLength', 120);
      const ids = Object.values(body.paths).flatMap((path) =>
        Object.values(path as Record<string, { operationId: string }>).map((o) => o.operationId),
      );
      expect(new Set(ids).size).to.equal(ids.length);
    });

    it('tells what the service holds requests and answers to', async () => {
      const { paths, components } = (await service.anonymous.get('/api/openapi.json')).body;
      const patch = paths['/api/v1/needs/{id}'].patch;
      expect(Object.keys(patch.responses)).to.include.members(['200', '404', '409', '412', '503']);
      for (const { $ref } of Object.values(patch.responses) as { $ref?: string }[]) {
        if ($ref) expect(components.responses).to.have.property($ref.split('/').at(-1)!);
      }
      const body = patch.requestBody.content['application/json'].schema;
      expect(body.properties.title).to.include({ minLength: 1, maxLength: 120 });
      expect(paths['/api/v1/session'].delete.responses['204']).not.to.have.property('content');
      const csv = paths['/api/v1/reports/{id}.csv'].get.responses['200'];
      expect(Object.keys(csv.content)).to.deep.equal(['text/csv']);
      expect(paths['/api/v1/needs/{id}/withdraw'].post.requestBody.required).to.equal(false);
    });

    it('is readable at /api/docs', async () => {
      const page = await service.anonymous.get('/api/docs');
      expect(page.body).to.include('swagger-ui-bundle.js');
      const kit = await service.anonymous.get('/api/docs/kit/swagger-ui-bundle.js');
      expect(kit.status).to.equal(200);
      expect((await service.anonymous.get('/api/docs/kit/package.json')).status).to.equal(404);
    });
  });
});
