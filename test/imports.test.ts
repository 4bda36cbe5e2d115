import { expect } from 'chai';
import { unscoped } from '../src/access/actor.ts';
import { withCheckCharacter } from '../src/features/organizations/credit-code.ts';
import type { Client } from './support/client.ts';
import { enterNeedPeople, enterOrganization } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';
import { importRows, uploadImport } from './support/upload-rows.ts';

const lines = (rows: object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
const codes = (body: { errors: { row: number; path: string; code: string }[] }) =>
  body.errors.map(({ row, path, code }) => `${row} ${path} ${code}`);

describe('imports', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let away: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService({ env: { UPLOAD_LIMIT_BYTES: '40000000' } });
    people = await enterNeedPeople(service);
    away = await enterNeedPeople(service, '330212');
  });
  after(() => service.close());

  const nameOf = async (id: string) => (await people.bureau.get(`/organizations/${id}`)).body.name;
  const listOf = async (by: Client, path: string) => (await by.get(path)).body.items;
  const capability = async (externalId: string, by = people.institute) =>
    (await listOf(by, `/capabilities?externalId=${encodeURIComponent(externalId)}`))[0];

  it('takes in a CSV with Chinese headers and reads every kind of cell', async () => {
    const csv =
      '\uFEFF编号,标题*,摘要,关键词,领域,成熟度,TRL,知识产权,专家,合作方式,可见范围,有效期,category\r\n' +
      'A-1,聚丙烯耐候,"多行\n摘要",光稳定;老化、聚丙烯,新材料,中试,6,' +
      '"[{""type"":""发明专利"",""number"":""ZL1"",""state"":""有效""}]",甲；乙,技术许可、委托开发,公开,2028/1/5,工学\r\n';
    const body = await importRows(people.institute, 'capability', csv);
    expect(body).to.include({ status: 'done', total: 1, done: 1, created: 1, failed: 0 });
    expect(body.warnings).to.deep.equal([
      { code: 'unknown_column', column: 'category', message: 'This column is not read.' },
    ]);
    expect(await capability('A-1', people.enterprise)).to.deep.include({
      title: '聚丙烯耐候',
      abstract: '多行\n摘要',
      keywords: ['光稳定', '老化', '聚丙烯'],
      field: 'new_materials',
      stage: 'middle',
      trl: 6,
      ip: [{ type: '发明专利', number: 'ZL1', state: '有效' }],
      experts: ['甲', '乙'],
      cooperationModes: ['license', 'commissioned'],
      visibility: 'public',
      validUntil: '2028-01-05',
      organizationId: people.instituteId,
    });
  });

  it('writes nothing for rows that are the same, and changes only what differs', async () => {
    const rows = [1, 2, 3].map((n) => ({
      id: `B-${n}`,
      title: `成果${n}`,
      abstract: '甲',
      trl: n,
    }));
    const first = await importRows(people.institute, 'capability', lines(rows));
    expect(first).to.include({ created: 3, done: 3 });
    const again = await importRows(people.institute, 'capability', lines(rows));
    expect(again).to.include({ created: 0, changed: 0, unchanged: 3, done: 3, failed: 0 });
    expect((await capability('B-2')).revision).to.equal(1);

    const csv = 'id,title,trl\nB-2,成果2,9\nB-3,成果3,\n';
    const third = await importRows(people.institute, 'capability', csv);
    expect(third).to.include({ created: 0, changed: 2, unchanged: 0 });
    expect(await capability('B-2')).to.include({ trl: 9, abstract: '甲', revision: 2 });
    expect(await capability('B-3')).not.to.have.property('trl');
    const { _id } = (await service.ctx.stores.capabilities.find(unscoped('test'), {
      externalId: 'B-2',
    }))!;
    const history = await service.ctx.stores.capabilities.history(unscoped('test'), _id);
    expect(history.map(({ action, requestId }) => [action, requestId])).to.deep.equal([
      ['created', `import-${first.id}`],
      ['updated', `import-${third.id}`],
    ]);
    expect(history[1]!.changes[0]).to.deep.equal({ path: 'trl', before: 2, after: 9 });
  });

  it('keeps the good rows and names each bad one with row, path, code and reason', async () => {
    const csv =
      'id,title,abstract,trl,field,validUntil,keywords,ip\n' +
      'C-1,好,好,3,,,,\n' +
      'C-2,,没有标题,3,,,,\n' +
      'C-3,甲,,7级,magic,2026-02-30,,\n' +
      'C-4,甲,乙,10,magic,2026-02-30,,\n' +
      'C-5,甲,乙,3,,,,{no json\n' +
      'C-6,甲\u202E乙,乙,3,,,,\n' +
      'C-7,甲,乙,3,,,,,多一格\n' +
      '\n' +
      'C-8,也好,好,3,,,,\n';
    const body = await importRows(people.institute, 'capability', csv);
    expect(body).to.include({ status: 'done', total: 8, done: 2, failed: 6 });
    expect(codes(body)).to.have.members([
      '3 title required',
      '4 abstract required',
      '4 trl not_a_number',
      '4 field unknown_code',
      '4 validUntil invalid_date',
      '5 trl too_big',
      '5 field unknown_code',
      '5 validUntil invalid_date',
      '6 ip malformed_json',
      '7 title forbidden_character',
      '8  too_many_cells',
    ]);
    expect(body.errors.every((one: { message: string }) => one.message.length > 5)).to.equal(true);
    expect(body.errors[0].externalId).to.equal('C-2');
    expect(await capability('C-8')).to.include({ title: '也好' });
    expect(await capability('C-4')).to.equal(undefined);
  });

  it('names what is no contract at all, and comes to an end', async () => {
    const rows = [{ externalId: 'Z-1' }, { externalId: 'Z-2', seller: 5, buyer: null }];
    const body = await importRows(people.bureau, 'agreement', lines(rows), {
      name: 'contracts.jsonl',
    });
    expect(body).to.include({ status: 'done', done: 0, failed: 2 });
    expect(codes(body)).to.include.members(['1 seller required', '2 buyer required']);
  });

  it('reads GB18030 as Chinese spreadsheets save it', async () => {
    const gbk = Buffer.concat([
      Buffer.from('id,'),
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2]),
      Buffer.from(',abstract\r\nG-1,'),
      Buffer.from([0xb2, 0xc4, 0xc1, 0xcf]),
      Buffer.from(',x\r\n'),
    ]);
    const body = await importRows(people.institute, 'capability', gbk);
    expect(body).to.include({ status: 'done', done: 1 });
    expect((await capability('G-1')).title).to.equal('材料');
  });

  it('refuses broken text row by row: half surrogates, 10 MB in a cell, operators', async () => {
    const rows = [
      '{"id":"S-1","title":"\\ud800","abstract":"x"}',
      JSON.stringify({ id: 'S-2', title: '大', abstract: '长'.repeat(3_500_000) }),
      '{"id":{"$gt":""},"title":"x","abstract":"x"}',
      '{"id":"S-4","title":{"$ne":null},"abstract":["x"],"trl":"7"}',
      '{"id":"S-5","title":"x",',
      '{"id":"S-6","__proto__":{"title":"x"},"abstract":"x"}',
      '{"id":7,"title":"数字编号","abstract":"x"}',
    ];
    const body = await importRows(people.institute, 'capability', rows.join('\n'), {
      name: 'rows.jsonl',
    });
    expect(body).to.include({ status: 'done', total: 7, done: 1, failed: 6 });
    expect(codes(body)).to.include.members([
      '1 title malformed_text',
      '2 abstract too_big',
      '3 externalId wrong_type',
      '4 title wrong_type',
      '4 abstract wrong_type',
      '5  malformed_json',
      '6 title required',
    ]);
    expect(await capability('7')).to.include({ title: '数字编号' });
  });

  it('says clearly that a file is none of these', async () => {
    const failure = async (content: string | Buffer, name?: string) => {
      const body = await importRows(people.institute, 'capability', content, { name: name ?? 'x' });
      expect(body.status).to.equal('failed');
      return body.failure.code;
    };
    expect(await failure('<html><body>404 Not Found</body></html>')).to.equal('no_known_column');
    expect(await failure('PK\x03\x04....', 'x.csv')).to.equal('broken_workbook');
    expect(await failure(Buffer.from([0, 1, 2]))).to.equal('not_text');
    expect(await failure('[{"id":1}]')).to.equal('json_array');
    const cut = 'id,title,abstract\nQ-1,甲,乙\nQ-2,"甲,乙\nQ-3,甲,乙\n';
    expect(await failure(cut)).to.equal('quote_not_closed');
    expect(await capability('Q-1')).to.include({ title: '甲' });
  });

  it('gives rows without a number one of their content, so that twice is once', async () => {
    const csv = 'title,abstract\n无编号甲,x\n无编号乙,x\n';
    const first = await importRows(people.institute, 'capability', csv);
    expect(first).to.include({ created: 2 });
    expect(first.warnings.map((one: { code: string }) => one.code)).to.include('numbers_made');
    const again = await importRows(people.institute, 'capability', csv);
    expect(again).to.include({ created: 0, unchanged: 2 });
  });

  it('takes the last of two rows with one number, in the order of the file', async () => {
    const rows = Array.from({ length: 40 }, (_, n) => ({
      id: 'D-1',
      title: `第${n}`,
      abstract: 'x',
    }));
    const body = await importRows(people.institute, 'capability', lines(rows));
    expect(body).to.include({ created: 1, changed: 39, done: 40 });
    expect((await capability('D-1')).title).to.equal('第39');
  });

  it('imports a firm’s own needs as handed in', async () => {
    const csv =
      '需求编号,需求名称,需求描述,预算（万元）,截止日期,指标\n' +
      'N-1,保险杠发白,晒两年就发白,50.5,2027年1月5日,"[{""name"":""色差"",""relation"":""<="",""value"":3,""unit"":""ΔE""}]"\n';
    const body = await importRows(people.enterprise, 'need', csv);
    expect(body, JSON.stringify(body)).to.include({ status: 'done', created: 1 });
    const [need] = await listOf(people.enterprise, '/needs?externalId=N-1');
    expect(need).to.deep.include({
      status: 'submitted',
      budgetFen: 50_500_000,
      deadline: '2027-01-05',
      indicators: [{ name: '色差', relation: '<=', value: 3, unit: 'ΔE' }],
      organizationId: people.enterpriseId,
    });
    expect(need).not.to.have.property('onBehalf');
    expect(need.clarity.score).to.be.a('number');
    const vetted = await people.bureau.post(`/needs/${need.id}/vet`, { decision: 'accepted' });
    expect(vetted.body.status).to.equal('open');
    expect(await importRows(people.enterprise, 'need', csv)).to.include({ unchanged: 1 });
  });

  it('lets the bureau import for many firms, which must still confirm', async () => {
    const creditCode = withCheckCharacter('91330206MA2AHTE3X');
    const name = '搭桥测试塑业有限公司';
    const firm = await enterOrganization(people.bureau, {
      kind: 'enterprise',
      district: '330206',
      name,
      creditCode,
      externalId: 'F-1',
    });
    const rows = [
      { id: 'O-1', title: 'a', problem: 'x', organization: name },
      { id: 'O-2', title: 'b', problem: 'x', creditCode: creditCode.toLowerCase() },
      { id: 'O-3', title: 'c', problem: 'x', organizationExternalId: 'F-1' },
      { id: 'O-4', title: 'd', problem: 'x', organizationId: firm },
      { id: 'O-5', title: 'e', problem: 'x', organization: '没有这家' },
      { id: 'O-6', title: 'f', problem: 'x' },
      { id: 'O-7', title: 'g', problem: 'x', organizationId: away.enterpriseId },
    ];
    const body = await importRows(people.bureau, 'need', lines(rows));
    expect(body).to.include({ done: 4, failed: 3 });
    expect(codes(body)).to.deep.equal([
      '5 organization unknown_organization',
      '6 organization required',
      '7 organizationId unknown_organization',
    ]);
    const needs = await listOf(people.bureau, `/needs?organizationId=${firm}`);
    expect(needs).to.have.length(4);
    expect(needs[0]).to.deep.include({ status: 'submitted', onBehalf: {} });
    const vet = await people.broker.post(`/needs/${needs[0].id}/vet`, { decision: 'accepted' });
    expect(vet.body.code).to.equal('not_confirmed');

    const named = lines([{ id: 'O-8', title: 'h', problem: 'x' }]);
    const whole = await importRows(people.bureau, 'need', named, { organizationId: firm });
    expect(whole).to.include({ done: 1, organizationId: firm });
  });

  it('imports organizations of the district, by number or credit code', async () => {
    const code = withCheckCharacter('91330206MA2AHTE4X');
    const csv =
      '编号,类型,企业名称,统一社会信用代码,梯次\n' +
      `R-1,企业,甲机电,${code},专精特新\n` +
      'R-2,企业,乙机电,91350100M000100Y4Z,\n' +
      'R-3,高校院所,丙研究院,,\n';
    const body = await importRows(people.bureau, 'organization', csv);
    expect(body).to.include({ created: 2, failed: 1 });
    expect(codes(body)).to.deep.equal(['3 creditCode invalid_credit_code']);
    const byCode = `kind,name,creditCode\nenterprise,甲机电新名,${code}\n`;
    expect(await importRows(people.bureau, 'organization', byCode)).to.include({ changed: 1 });
    const [firm] = await listOf(people.bureau, '/organizations?externalId=R-1');
    expect(firm).to.include({ name: '甲机电新名', tier: 'specialized', district: '330206' });
    const other = `kind,name,district\nenterprise,外区,330212\n`;
    const refused = await importRows(people.bureau, 'organization', other);
    expect(codes(refused)).to.deep.equal(['2  forbidden']);
  });

  it('imports a roster of brokers who have accounts', async () => {
    const person = { email: 'wang@roster.test', name: '王工', roles: ['broker'] };
    const invited = await people.bureau.post('/users', person);
    expect(invited.status, JSON.stringify(invited.body)).to.equal(201);
    const csv =
      '编号,邮箱,等级,擅长领域,可承接数,所在单位\n' +
      'J-1,Wang@roster.test,中级,新材料；电子信息,8,不在库里的服务中心\n' +
      'J-2,nobody@roster.test,初级,,5,\n';
    const body = await importRows(people.bureau, 'broker', csv);
    expect(body).to.include({ created: 1, failed: 1 });
    expect(codes(body)).to.deep.equal(['3 email unknown']);
    expect(body.warnings[0]).to.include({ code: 'unknown_employer', column: '不在库里的服务中心' });
    const [broker] = await listOf(people.bureau, '/brokers?externalId=J-1');
    expect(broker).to.deep.include({
      userId: invited.body.id,
      name: '王工',
      grade: 'intermediate',
      fields: ['new_materials', 'electronics'],
      capacity: 8,
    });
    expect(await importRows(people.bureau, 'broker', csv)).to.include({ unchanged: 1, failed: 1 });
    const moved = `email,employer,capacity\nwang@roster.test,${await nameOf(people.instituteId)},2\n`;
    expect(await importRows(people.bureau, 'broker', moved)).to.include({ changed: 1 });
    const [now] = await listOf(people.bureau, '/brokers?externalId=J-1');
    expect(now).to.include({ employerId: people.instituteId, capacity: 2, grade: 'intermediate' });
    const refused = await uploadImport(people.broker, 'broker', csv);
    expect(refused.status).to.equal(403);
  });

  it('imports a register of contracts: drafted, signed, registered', async () => {
    const code = async (id: string) =>
      (await people.bureau.get(`/organizations/${id}`)).body.creditCode;
    const [seller, buyer] = [await code(people.instituteId), await code(people.enterpriseId)];
    const head =
      '合同编号,合同类型,项目名称,卖方名称,卖方统一社会信用代码,卖方性质,买方名称,买方统一社会信用代码,买方性质,合同成交额（万元）,技术交易额（万元）,技术领域,签订日期,登记编号,登记日期\n';
    const parties = `某研究所,${seller},科研机构,某公司,${buyer},有限责任公司`;
    const rows = [
      `HT-1,技术开发（委托）,甲项目,${parties},100.5,75.5,新材料,,,`,
      `HT-2,技术转让合同,乙项目,${parties},200,200,电子信息,2026/1/5,,`,
      `HT-3,技术许可,丙项目,${parties},300,240,新材料,2026年1月6日,2026330206000103,2026-01-20`,
      `HT-4,技术服务,丁项目,${parties},10,20,新材料,2026-01-05,,`,
      `HT-5,技术服务,戊项目,${parties.replace(seller, '91350100M000100Y4Z')},10,10,新材料,,,`,
      `HT-6,技术服务,己项目,${parties},10,10,新材料,2026-01-05,2026330206000104,`,
    ];
    const body = await importRows(people.bureau, 'agreement', head + rows.join('\n'));
    expect(body, JSON.stringify(body.errors)).to.include({ created: 3, failed: 3 });
    expect(codes(body)).to.deep.equal([
      '5 technologyValueFen technology_above_contract',
      '5 technologyValueFen values_do_not_add_up',
      '6 seller.creditCode invalid_credit_code',
      '7 registeredAt required',
    ]);
    const agreement = async (externalId: string) =>
      (await listOf(people.bureau, `/agreements?externalId=${externalId}`))[0];
    expect(await agreement('HT-1')).to.deep.include({
      status: 'drafted',
      contractValueFen: 100_500_000,
      technologyValueFen: 75_500_000,
      deductions: [{ kind: 'other', amountFen: 25_000_000, note: '导入时未列明细' }],
    });
    expect(await agreement('HT-2')).to.include({ status: 'signed', signedAt: '2026-01-05' });
    const registered = await agreement('HT-3');
    expect(registered.status).to.equal('registered');
    expect(registered.seller).to.include({ organizationId: people.instituteId, nature: '021' });

    const again = await importRows(people.bureau, 'agreement', head + rows.join('\n'));
    expect(again).to.include({ created: 0, changed: 0, unchanged: 3, failed: 3 });

    const later = [
      rows[0]!
        .replace('甲项目', '甲项目二期')
        .replace(',,,', ',2026-02-02,2026330206000199,2026-02-20'),
      rows[1]!.replace('乙项目', '改名'),
    ];
    const moved = await importRows(people.bureau, 'agreement', head + later.join('\n'));
    expect(moved).to.include({ changed: 1, failed: 1 });
    expect(codes(moved)).to.deep.equal(['3  wrong_state']);
    expect(await agreement('HT-1')).to.include({ status: 'registered', title: '甲项目二期' });
    const own = rows[2]!.replace('HT-3', 'OURS-3');
    const known = await importRows(people.enterprise, 'agreement', head + own);
    expect(known).to.include({ unchanged: 1, failed: 0 });
    const stranger = rows[2]!.replace('HT-3', 'X-3').replace('000103', '000105');
    const refused = await importRows(away.enterprise, 'agreement', head + stranger);
    expect(codes(refused)).to.deep.equal(['2  forbidden']);
  });

  it('lets only those import who may create the thing', async () => {
    const csv = 'id,title,abstract,problem\n1,a,b,c\n';
    const status = async (by: Client, kind: string, organizationId?: string) =>
      (await uploadImport(by, kind, csv, organizationId ? { organizationId } : {})).status;
    expect(await status(people.enterprise, 'capability')).to.equal(403);
    expect(await status(people.institute, 'need')).to.equal(403);
    expect(await status(people.enterprise, 'organization')).to.equal(403);
    expect(await status(people.broker, 'organization')).to.equal(403);
    expect(await status(service.anonymous, 'need')).to.equal(401);
    expect(await status(people.enterprise, 'need', away.enterpriseId)).to.equal(400);
    expect(await status(people.bureau, 'need', away.enterpriseId)).to.equal(400);
    expect(await status(people.bureau, 'need', people.instituteId)).to.equal(400);
    const scoped = (...tokenScopes: string[]) =>
      service.as({ ...people.enterprise.actor!, id: `token ${tokenScopes}`, tokenScopes });
    expect(await status(scoped('imports:write'), 'need')).to.equal(403);
    expect(await status(scoped('needs:write'), 'need')).to.equal(403);
    expect(await status(scoped('imports:write', 'needs:write'), 'need')).to.equal(202);
    const unknown = await uploadImport(people.bureau, 'magic', csv);
    expect(unknown.body.errors[0]).to.include({ path: 'kind', code: 'unknown_code' });
    const none = new FormData();
    none.set('kind', 'need');
    const noFile = await people.bureau.send('/imports', { method: 'POST', body: none });
    expect(noFile.body.errors[0]).to.include({ path: 'file', code: 'required' });
    expect((await people.bureau.post('/imports', {})).status).to.equal(415);
    const big = Buffer.alloc(41_000_000, 'a');
    expect((await uploadImport(people.bureau, 'need', big)).status).to.equal(413);
    const db = service.ctx.db.db!;
    expect(await db.collection('content.pending').countDocuments()).to.equal(0);
  });

  it('shows an import to its uploader, its organization and its office', async () => {
    const csv = 'id,title,abstract\nV-1,a,b\n';
    const { id } = await importRows(people.institute, 'capability', csv);
    const colleague = service.as({ roles: ['institute'], organizationId: people.instituteId });
    for (const by of [people.institute, colleague, people.bureau]) {
      expect((await by.get(`/imports/${id}`)).status).to.equal(200);
      expect((await listOf(by, '/imports')).some((one: { id: string }) => one.id === id)).to.equal(
        true,
      );
    }
    for (const by of [people.enterprise, away.bureau, away.institute]) {
      for (const path of ['', '/errors.csv', '/events']) {
        expect((await by.get(`/imports/${id}${path}`)).status, path).to.equal(404);
      }
      expect((await by.post(`/imports/${id}/cancel`)).status).to.equal(404);
    }
    expect((await people.institute.post(`/imports/${id}/cancel`)).status).to.equal(409);
    expect((await people.institute.get('/imports?status=never')).status).to.equal(400);
  });

  it('tells its uploader how it ended', async () => {
    const { id } = await importRows(people.institute, 'capability', 'id,title\nW-1,a\n');
    await service.settled();
    const lines = await listOf(people.institute, '/notifications');
    const line = lines.find((one: { subject: { id: string } }) => one.subject.id === id);
    expect(line).to.deep.include({
      kind: 'import.done',
      params: { kind: 'capability', done: 0, failed: 1 },
    });
  });

  it('says which columns a kind has, and gives an empty list to fill that it takes', async () => {
    const { body } = await people.institute.get('/imports/columns?kind=capability');
    const stage = body.items.find((one: { name: string }) => one.name === 'stage');
    expect(stage).to.deep.include({ cell: 'text', needed: false });
    expect(stage.codes[0].code).to.equal('early');
    expect(body.items.find((one: { name: string }) => one.name === 'title').needed).to.equal(true);
    expect((await people.institute.get('/imports/columns?kind=other')).status).to.equal(400);
    expect((await service.anonymous.get('/imports/columns?kind=need')).status).to.equal(401);
    const template = await people.institute.get('/imports/template.csv?kind=capability');
    const [header] = template.body.replace('\uFEFF', '').split('\r\n');
    const columns = header!.split(',').length;
    const row = ['T-1', '样例', '摘要', ...Array(columns - 3).fill('')].join(',');
    const taken = await importRows(people.institute, 'capability', `${header}\r\n${row}\r\n`);
    expect(taken).to.include({ status: 'done', created: 1 });
    expect(taken.warnings).to.eql([]);
  });

  it('answers a repeated Idempotency-Key with the first import', async () => {
    const send = (csv: string) => {
      const form = new FormData();
      form.set('kind', 'capability');
      form.set('file', new Blob([csv]), 'a.csv');
      const headers = { 'idempotency-key': 'i1' };
      return people.institute.send('/imports', { method: 'POST', body: form, headers });
    };
    const first = await send('id,title,abstract\nI-1,a,b\n');
    const again = await send('id,title,abstract\nI-1,a,b\n');
    expect(again.status).to.equal(202);
    expect(again.body.id).to.equal(first.body.id);
    expect((await send('id,title,abstract\nI-2,a,b\n')).status).to.equal(422);
  });
});
