import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { expect } from 'chai';
import { unattachedForMs } from '../src/features/files/file.ts';
import { enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';
import { aForm, upload } from './support/upload-rows.ts';

const limit = 1_000_000;

describe('files', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let now = new Date('2026-03-02T08:00:00Z');
  before(async () => {
    service = await startService({
      work: false,
      env: { UPLOAD_LIMIT_BYTES: String(limit) },
      overrides: { clock: { now: () => now } },
    });
    people = await enterNeedPeople(service);
  });
  after(() => service.close());

  const stored = async () => {
    const db = service.ctx.db.db!;
    const names = ['files', 'content.files', 'content.chunks', 'content.pending'];
    const counts = await Promise.all(names.map((name) => db.collection(name).countDocuments()));
    return counts.join(' ');
  };
  const put = async (content: string | Buffer, name = 'a.txt', by = people.enterprise) => {
    const answer = await upload(by, '/files', aForm(content, name));
    expect(answer.status, JSON.stringify(answer.body)).to.equal(201);
    return answer.body;
  };

  it('stores a file and gives it back as a download, byte for byte', async () => {
    const content = Buffer.alloc(700_000, '搭桥与转化');
    const made = await put(content, '会议纪要 (终稿).txt');
    expect(made).to.include({
      name: '会议纪要 (终稿).txt',
      type: 'text/plain',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      uploadedBy: people.enterprise.actor!.id,
    });
    const info = await people.enterprise.get(`/files/${made.id}/info`);
    expect(info.body).to.deep.equal(made);
    const path = `${service.url}/api/v1/files/${made.id}`;
    const authorization = `Bearer test-${people.enterprise.actor!.id}`;
    const got = await fetch(path, { headers: { authorization } });
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).to.equal(true);
    expect(got.headers.get('content-disposition')).to.equal(
      `attachment; filename="____ (__).txt"; filename*=UTF-8''${encodeURIComponent('会议纪要 (终稿).txt').replace('(', '%28').replace(')', '%29')}`,
    );
    expect(got.headers.get('x-content-type-options')).to.equal('nosniff');
    expect(got.headers.get('cache-control')).to.match(/no-store/);
  });

  it('tells the type by the content, whatever the name or the client says', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1A\n....', 'latin1');
    const cases: [Buffer | string, string, string][] = [
      ['<html><script>alert(1)</script>', 'x.html', 'text/plain'],
      ['<svg onload="alert(1)">', 'x.svg', 'text/plain'],
      ['%PDF-1.7 …', 'x.png', 'application/pdf'],
      [png, 'x.pdf', 'image/png'],
      ['PK\x03\x04....', '合同.docx', /* by container and name */ docx],
      ['PK\x03\x04....', 'x.exe', 'application/zip'],
      [Buffer.from([0xb1, 0xea, 0xcc, 0xe2]), 'gbk.csv', 'text/csv'],
      [Buffer.from([0, 1, 2, 3]), 'x.txt', 'application/octet-stream'],
    ];
    for (const [content, name, type] of cases) {
      expect((await put(content, name)).type, name).to.equal(type);
    }
  });

  it('makes names harmless', async () => {
    expect((await put('x', '../../etc/passwd')).name).to.equal('passwd');
    expect((await put('x', 'C:\\temp\\..\\合同\u202Excod.exe')).name).to.equal('合同_xcod.exe');
    expect((await put('x', '...')).name).to.equal('file');
    expect((await put('x', `${'长'.repeat(300)}.pdf`)).name).to.match(/^长{146}\.pdf$/);
  });

  it('refuses what is over the limit and leaves nothing of it', async () => {
    const before = await stored();
    const answer = await upload(people.enterprise, '/files', aForm(Buffer.alloc(limit + 1), 'x'));
    expect(answer.status).to.equal(413);
    expect(answer.body.code).to.equal('body_too_large');
    const far = await upload(people.enterprise, '/files', aForm(Buffer.alloc(limit * 3), 'x'));
    expect(far.status).to.equal(413);
    expect(await stored()).to.equal(before);
    expect((await put(Buffer.alloc(limit, 'a'))).bytes).to.equal(limit);
  });

  it('refuses forms that are none, and says everything that is wrong', async () => {
    const before = await stored();
    const by = people.enterprise;
    const empty = await upload(by, '/files', aForm('', 'x'));
    expect(empty.body.errors[0]).to.include({ path: 'file', code: 'empty' });
    expect((await by.post('/files', { file: 'x' })).status).to.equal(415);
    const none = new FormData();
    none.set('note', 'x');
    none.set('attachment', new Blob(['x']), 'x');
    const wrong = await upload(by, '/files', none);
    expect(wrong.status).to.equal(400);
    const faults = wrong.body.errors.map((one: { path: string; code: string }) => one.path);
    expect(faults).to.have.members(['attachment', 'file']);
    const extra = await upload(by, '/files', aForm('x', 'x', { surprise: '1' }));
    expect(extra.body.errors[0]).to.include({ path: 'surprise', code: 'unknown_field' });
    const broken = await by.send('/files', {
      method: 'POST',
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(broken.status).to.equal(400);
    expect(broken.body.code).to.equal('malformed_form');
    expect((await service.anonymous.send('/files', { method: 'POST' })).status).to.equal(401);
    expect(await stored()).to.equal(before);
  });

  it('outlives a form whose part has a head that is none, or no name', async () => {
    for (const body of ['--x\r\n[no head]--x--\r\n', '--x\r\n: \r\n\r\na\r\n--x\r\n[\r\n']) {
      const answer = await people.enterprise.send('/files', {
        method: 'POST',
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      expect([answer.status, answer.body.code]).to.deep.equal([400, 'malformed_form']);
    }
    const nameless = ['; filename="a"\r\n\r\na', '\r\n\r\na'];
    for (const part of nameless) {
      const answer = await people.enterprise.send('/files', {
        method: 'POST',
        body: `--x\r\nContent-Disposition: form-data${part}\r\n--x--\r\n`,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      expect([answer.status, answer.body.errors[0].code], part).to.deep.equal([
        400,
        'unknown_field',
      ]);
    }
    expect((await people.enterprise.get('/files')).status).to.equal(200);
  });

  it('leaves nothing of an upload that breaks off', async () => {
    const before = await stored();
    const { hostname, port } = new URL(service.url);
    await new Promise<void>((done) => {
      const sent = request({ hostname, port, method: 'POST', path: '/api/v1/files' });
      sent.setHeader('authorization', `Bearer test-${people.enterprise.actor!.id}`);
      sent.setHeader('content-type', 'multipart/form-data; boundary=x');
      sent.on('error', () => done());
      sent.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n');
      sent.write(Buffer.alloc(700_000, 'a'));
      setTimeout(() => sent.destroy(), 150);
    });
    for (let i = 0; i < 100 && (await stored()) !== before; i++) {
      await new Promise((done) => setTimeout(done, 20));
    }
    expect(await stored()).to.equal(before);
  });

  it('is the uploader’s until attached, then everybody’s who sees the subject', async () => {
    const { id } = await put('draft');
    const reads = async (by: typeof people.bureau) =>
      `${(await by.get(`/files/${id}`)).status} ${(await by.get(`/files/${id}/info`)).status}`;
    expect(await reads(people.enterprise)).to.equal('200 200');
    for (const by of [people.bureau, people.institute, people.broker]) {
      expect(await reads(by)).to.equal('404 404');
    }
    const cmd = { actor: people.enterprise.actor!, at: now };
    const subject = {
      kind: 'engagement',
      id: 'E1',
      organizationIds: [people.enterpriseId, people.instituteId],
      districts: ['330206'],
      userIds: [people.broker.actor!.id],
    };
    await service.ctx.files.attach(cmd, [id], subject);
    await service.ctx.files.attach(cmd, [id, id], subject);
    for (const by of [people.bureau, people.institute, people.broker]) {
      expect(await reads(by)).to.equal('200 200');
    }
    const away = service.as({ roles: ['bureau'], district: '330212' });
    expect(await reads(away)).to.equal('404 404');
    const info = await people.institute.get(`/files/${id}/info`);
    expect(info.body.attachedTo).to.deep.equal([{ kind: 'engagement', id: 'E1' }]);
    expect(info.body.revision).to.equal(2);
    const listed = await people.institute.get('/files?attachedTo=E1');
    expect(listed.body.items.map((one: { id: string }) => one.id)).to.deep.equal([id]);

    await service.ctx.files.attach(cmd, [id], { ...subject, organizationIds: [], userIds: [] });
    expect(await reads(people.institute)).to.equal('404 404');
    expect(await reads(people.bureau)).to.equal('200 200');
  });

  it('refuses to attach what the actor does not see', async () => {
    const { id } = await put('mine');
    const check = service.ctx.files.check(people.institute.actor!, [id, 'none']);
    const error = await check.catch((one) => one);
    expect(error.errors).to.have.length(2);
    expect(error.errors[1]).to.include({ path: 'fileIds.1', code: 'unknown_file' });
    await service.ctx.files.check(people.enterprise.actor!, [id]);
  });

  it('sweeps what nothing took up within a day, and what a crash left', async () => {
    const kept = await put('kept');
    const cmd = { actor: people.enterprise.actor!, at: now };
    const subject = { kind: 'need', id: 'N1', organizationIds: [], districts: [], userIds: [] };
    await service.ctx.files.attach(cmd, [kept.id], subject);
    const free = await put('free');
    const db = service.ctx.db.db!;
    await db.collection('content.pending').insertOne({ _id: 'crashed' as never, at: now });
    const chunk = { files_id: 'crashed', n: 0, data: Buffer.from('x') };
    await db.collection('content.chunks').insertOne(chunk as never);

    await service.ctx.reconciler.run();
    expect((await people.enterprise.get(`/files/${free.id}`)).status).to.equal(200);
    now = new Date(now.getTime() + unattachedForMs + 1000);
    await service.ctx.reconciler.run();
    expect((await people.enterprise.get(`/files/${free.id}`)).status).to.equal(404);
    expect((await people.enterprise.get(`/files/${kept.id}`)).body).to.equal('kept');
    const left = await db.collection('content.chunks').distinct('files_id');
    expect(left).to.include(kept.id).and.not.include(free.id).and.not.include('crashed');
    expect(await db.collection('content.pending').countDocuments()).to.equal(0);
  });

  it('answers a repeated Idempotency-Key with the first answer, another file with 422', async () => {
    const key = { 'idempotency-key': 'f1' };
    const first = await upload(people.enterprise, '/files', aForm('one', 'a'), key);
    const before = await stored();
    const again = await upload(people.enterprise, '/files', aForm('one', 'a'), key);
    expect(again.body).to.deep.equal(first.body);
    const other = await upload(people.enterprise, '/files', aForm('two', 'a'), key);
    expect(other.status).to.equal(422);
    expect(await stored()).to.equal(before);
  });
});

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
