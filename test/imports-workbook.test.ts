import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { withCheckCharacter } from '../src/features/organizations/credit-code.ts';
import type { Client } from './support/client.ts';
import { enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';
import { unzip } from './support/unzip.ts';
import { importRows, uploadImport } from './support/upload-rows.ts';
import { type RawSheet, rawWorkbook, textRow, workbook } from './support/workbook.ts';
import { zipOf } from './support/zip.ts';

const codes = (body: { errors: { row: number; path: string; code: string }[] }) =>
  body.errors.map(({ row, path, code }) => `${row} ${path} ${code}`);
const header = textRow(1, ['编号', '标题', '摘要', '技术成熟度', '有效期', '关键词', '备注']);

describe('imports of workbooks', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  let away: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService({ env: { UPLOAD_LIMIT_BYTES: '40000000' } });
    people = await enterNeedPeople(service);
    away = await enterNeedPeople(service, '330212');
  });
  after(() => service.close());

  const listOf = async (by: Client, path: string) => (await by.get(path)).body.items;
  const capability = async (externalId: string) =>
    (await listOf(people.institute, `/capabilities?externalId=${externalId}`))[0];
  const take = (content: Buffer, name = '成果.xlsx') =>
    importRows(people.institute, 'capability', content, { name });

  it('takes in capabilities by Chinese headers, twice without a change', async () => {
    const content = await workbook({
      成果: [
        ['编号', '标题*', '摘要', '关键词', '成熟度', 'TRL', '有效期'].map((value) => ({ value })),
        [
          { value: 'A-1' },
          { value: '聚丙烯耐候' },
          { value: '多行\n摘要 <甲> & "乙"' },
          { value: '光稳定;老化、聚丙烯' },
          { value: '中试' },
          { value: 6, type: Number },
          { value: new Date('2028-01-05T00:00:00Z'), type: Date, format: 'yyyy/m/d' },
        ],
        [],
        [{ value: 'A-2' }, { value: '没有摘要' }],
        [{ value: 'A-3' }, { value: '也好' }, { value: '摘要' }],
      ],
    });
    const body = await take(content);
    expect(body).to.include({ status: 'done', total: 3, done: 2, created: 2, failed: 1 });
    expect(codes(body)).to.deep.equal(['4 abstract required']);
    expect(body.errors[0].externalId).to.equal('A-2');
    expect(await capability('A-1')).to.deep.include({
      title: '聚丙烯耐候',
      abstract: '多行\n摘要 <甲> & "乙"',
      keywords: ['光稳定', '老化', '聚丙烯'],
      stage: 'middle',
      trl: 6,
      validUntil: '2028-01-05',
      organizationId: people.instituteId,
    });
    expect(await take(content, 'the-name-says.csv')).to.include({ unchanged: 2, failed: 1 });
    const { body: csv } = await people.institute.get(`/imports/${body.id}/errors.csv`);
    expect(csv).to.match(/\r\n4,A-2,abstract,required,/);
  });

  it('takes in what LibreOffice Calc saved: a title above, a merged cell, dates, text in parts', async () => {
    const file = new URL('./data/workbooks/libreoffice-calc-7.4.xlsx', import.meta.url);
    const body = await take(await readFile(file));
    expect(body).to.include({ status: 'done', total: 2, created: 2, failed: 0 });
    const shared = { stage: 'middle', validUntil: '2029-01-04' };
    expect(await capability('LO-1')).to.deep.include({
      ...shared,
      title: '金属环境射频识别',
      abstract: '定位误差 30 厘米。\n第二段。',
      keywords: ['射频识别', '定位'],
    });
    expect(await capability('LO-2')).to.deep.include({
      ...{ ...shared, title: '针织物 & 无氟拒水整理', keywords: ['拒水'] },
    });
  });

  it('takes in needs with amounts, organizations with codes and contracts with dates', async () => {
    const need = await workbook({
      需求: [
        ['需求编号', '需求名称', '需求描述', '预算（万元）', '截止日期'].map((value) => ({
          value,
        })),
        [
          { value: 20260001, type: Number },
          { value: '保险杠发白' },
          { value: '晒两年就发白' },
          { value: 10_000.1, type: Number },
          { value: new Date('2027-01-05T00:00:00Z'), type: Date, format: 'yyyy"年"m"月"d"日"' },
        ],
      ],
    });
    expect(await importRows(people.enterprise, 'need', need, { name: 'n.xlsx' })).to.include({
      created: 1,
    });
    const [first] = await listOf(people.enterprise, '/needs?externalId=20260001');
    expect(first).to.include({ budgetFen: 10_000_100_000, deadline: '2027-01-05' });

    const code = withCheckCharacter('91330206MA2AHTE3X');
    const firms = await workbook({
      企业: [
        ['编号', '类型', '企业名称', '统一社会信用代码', '区划'].map((value) => ({ value })),
        ['R-1', '企业', '甲机电', code].map((value) => ({ value })),
        [
          { value: 'R-2' },
          { value: '企业' },
          { value: '外区' },
          null,
          { value: 330212, type: Number },
        ],
      ],
    });
    const taken = await importRows(people.bureau, 'organization', firms, { name: 'o.xlsx' });
    expect(taken).to.include({ created: 1, failed: 1 });
    expect(codes(taken)).to.deep.equal(['3  forbidden']);

    const party = async (id: string) =>
      (await people.bureau.get(`/organizations/${id}`)).body.creditCode;
    const contracts = await workbook({
      登记: [
        '合同编号,合同类型,项目名称,卖方名称,卖方统一社会信用代码,卖方性质,买方名称,买方统一社会信用代码,买方性质,合同成交额（元）,技术交易额（元）,技术领域,签订日期'
          .split(',')
          .map((value) => ({ value })),
        [
          ...['HT-1', '技术转让合同', '乙项目', '某研究所'].map((value) => ({ value })),
          { value: await party(people.instituteId) },
          ...['科研机构', '某公司'].map((value) => ({ value })),
          { value: await party(people.enterpriseId) },
          { value: '有限责任公司' },
          { value: 1_234_567.89, type: Number, format: '#,##0.00' },
          { value: 1_234_567.89, type: Number, format: '#,##0.00' },
          { value: '电子信息' },
          { value: new Date('2026-01-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        ],
      ],
    });
    const signed = await importRows(people.bureau, 'agreement', contracts, { name: 'a.xlsx' });
    expect(signed, JSON.stringify(signed.errors)).to.include({ created: 1 });
    const [agreement] = await listOf(people.bureau, '/agreements?externalId=HT-1');
    expect(agreement).to.include({ contractValueFen: 123_456_789, signedAt: '2026-01-05' });

    const person = { email: 'wb@roster.test', name: '王工', roles: ['broker'] };
    expect((await people.bureau.post('/users', person)).status).to.equal(201);
    const brokers = await workbook({
      经纪人: [
        ['邮箱', '等级', '可承接数', '在册'].map((value) => ({ value })),
        [
          { value: person.email },
          { value: '中级' },
          { value: 8, type: Number },
          { value: true, type: Boolean },
        ],
      ],
    });
    const roster = await importRows(people.bureau, 'broker', brokers, { name: 'b.xlsx' });
    expect(roster, JSON.stringify(roster.errors)).to.include({ created: 1 });
  });

  it('reads each cell as the person sees it', async () => {
    const number = (at: string, value: string, style = 0) =>
      `<c r="${at}" s="${style}"><v>${value}</v></c>`;
    const content = rawWorkbook(
      [
        {
          rows: `${header}
            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="B2" t="str"><f>A1</f><v>算出来的</v></c>${number('D2', '7.0000000000000009')}${number('E2', '46027', 1)}</row>
            <row r="3">${number('A3', '13805741234')}${number('B3', '0.30000000000000004')}${number('C3', '0.75', 2)}${number('E3', '46027.604166666664', 3)}</row>
            <row r="4">${number('A4', '7', 4)}${number('B4', '46027.604166666664', 3)}<c r="C4" t="b"><v>1</v></c><c r="E4" t="d"><v>2026-01-05T00:00:00</v></c></row>`,
        },
      ],
      {
        strings:
          '<si><t>S-1</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">丰富 </t></r><r><t>文本_x000A_二</t></r><rPh sb="0" eb="1"><t>フリ</t></rPh></si>',
        formats: ['yyyy/m/d;@', '0.0%', 'yyyy-mm-dd hh:mm:ss', '000000'],
      },
    );
    const body = await take(content);
    expect(body, JSON.stringify(body.errors)).to.include({ created: 3, failed: 0 });
    expect(await capability('S-1')).to.include({
      title: '算出来的',
      abstract: '丰富 文本\n二',
      trl: 7,
      validUntil: '2026-01-05',
    });
    expect(await capability('13805741234')).to.include({
      title: '0.3',
      abstract: '75%',
      validUntil: '2026-01-05',
    });
    expect(await capability('000007')).to.include({
      title: '2026-01-05 14:30:00',
      abstract: 'true',
      validUntil: '2026-01-05',
    });
  });

  it('counts days from 1904 where the workbook does', async () => {
    const rows = `${header}${textRow(2, ['M-1', '甲', '乙']).replace('</row>', '<c r="E2" s="1"><v>44565</v></c></row>')}`;
    const more = { formats: ['yyyy-mm-dd'], properties: '<workbookPr date1904="1"/>' };
    expect(await take(rawWorkbook([{ rows }], more))).to.include({ created: 1 });
    expect(await capability('M-1')).to.include({ validUntil: '2026-01-05' });
  });

  it('names each cell that shows no value of its own, with the row that is seen there', async () => {
    const row = (at: number, cell: string) =>
      textRow(at, [`F-${at}`, '甲', '乙']).replace('</row>', `${cell}</row>`);
    const content = rawWorkbook(
      [
        {
          rows:
            textRow(3, ['编号', '标题', '摘要', '技术成熟度', '有效期', '关键词']) +
            row(5, '<c r="D5" t="e"><f>1/0</f><v>#DIV/0!</v></c>') +
            row(7, '<c r="D7"><f>A1+1</f></c>') +
            row(8, '<c r="E8" s="1"><v>-3</v></c><c r="F8" t="e"><v>#N/A</v></c>') +
            row(9, '<c r="G9" t="e"><v>#N/A</v></c>') +
            '<row r="12"><c r="A12"><v>9.1330206123456781E17</v></c><c r="B12" t="inlineStr"><is><t>甲</t></is></c><c r="C12" t="inlineStr"><is><t>乙</t></is></c></row>',
        },
      ],
      { formats: ['yyyy-mm-dd'] },
    );
    const body = await take(content);
    expect(body).to.include({ status: 'done', total: 5, done: 1, failed: 4 });
    expect(codes(body)).to.have.members([
      '5 trl error_cell',
      '7 trl formula_not_calculated',
      '8 validUntil invalid_date',
      '8 keywords error_cell',
      '12 externalId rounded_number',
    ]);
    // What stands beside the columns with a name is not read, which is said once.
    expect(body.warnings).to.deep.equal([
      { code: 'unknown_column', column: 'G', message: 'This column is not read.' },
    ]);
  });

  it('reads the first visible sheet with a header, below a title, and says what it left out', async () => {
    const list = (id: string): RawSheet['rows'] =>
      textRow(1, ['2026年成果汇总表']) +
      textRow(3, ['编号', '标题', '摘要']) +
      textRow(4, [id, '甲', '乙']);
    const body = await take(
      rawWorkbook([
        { name: '字典', state: 'hidden', rows: list('H-1') },
        { name: '说明', rows: textRow(1, ['列名', '怎样填']) + textRow(2, ['标题', '一句话']) },
        { name: '成果', rows: list('H-2') },
        { name: '去年', rows: list('H-3') },
        { name: '空表', rows: '' },
      ]),
    );
    expect(body).to.include({ status: 'done', total: 1, created: 1 });
    expect(await capability('H-2')).to.include({ title: '甲' });
    expect(body.warnings).to.deep.equal([
      {
        code: 'unread_sheet',
        column: '去年',
        message: 'Only the first sheet with a header is read.',
      },
    ]);
  });

  it('takes a cell merged down a column for all its rows, and a blank one for nothing', async () => {
    const body = await take(
      rawWorkbook([
        {
          rows:
            textRow(1, ['成果汇总']) +
            textRow(2, ['编号', '标题', '摘要', '备注']) +
            textRow(3, ['G-1', '同一标题', '甲']) +
            textRow(4, ['G-2', null, '乙']) +
            textRow(5, [' ', null, '']) +
            textRow(6, ['G-3', null, '丙']) +
            '<row r="7"/><row r="9" spans="1:40"><c r="A9" s="0"/></row>',
          after:
            '<mergeCells count="2"><mergeCell ref="A1:D1"/><mergeCell ref="B3:B5"/></mergeCells>',
        },
      ]),
    );
    expect(body).to.include({ total: 3, created: 2, failed: 1 });
    expect(await capability('G-2')).to.include({ title: '同一标题' });
    expect(codes(body)).to.deep.equal(['6 title required']);
  });

  it('takes away what an empty cell takes away, and leaves an absent column alone', async () => {
    const first = textRow(2, ['E-1', '甲', '乙']).replace('</row>', '<c r="D2"><v>3</v></c></row>');
    await take(rawWorkbook([{ rows: header + first }]));
    expect(await capability('E-1')).to.include({ trl: 3 });
    const named = textRow(1, ['编号', '标题', '技术成熟度']) + textRow(2, ['E-1', '甲']);
    expect(await take(rawWorkbook([{ rows: named }]))).to.include({ changed: 1 });
    expect(await capability('E-1'))
      .to.include({ abstract: '乙' })
      .and.not.to.have.property('trl');
  });

  it('gives a workbook to fill that it takes, with text kept as text', async () => {
    const answer = await fetch(`${service.url}/api/v1/imports/template.xlsx?kind=capability`, {
      headers: { authorization: `Bearer test-${people.institute.actor!.id}` },
    });
    const parts = unzip(Buffer.from(await answer.arrayBuffer()));
    const texts = parts.get('xl/sharedStrings.xml')!;
    expect(texts).to.include('编号').and.to.include('有效期');
    const name = 'xl/worksheets/sheet1.xml';
    const typed = ['<c r="A2" t="inlineStr"><is><t>913302061234567890</t></is></c>'];
    typed.push(...['B', 'C'].map((at) => `<c r="${at}2" t="inlineStr"><is><t>甲</t></is></c>`));
    const sheet = parts
      .get(name)!
      .replace(/<row r="2".*?<\/row>/, `<row r="2">${typed.join('')}</row>`);
    const filled = [...parts].map(([part, content]) => ({
      name: part,
      content: part === name ? sheet : content,
    }));
    const body = await take(zipOf(filled));
    expect(body).to.include({ total: 1, created: 1 });
    expect(body.warnings).to.deep.equal([]);
    expect(await capability('913302061234567890')).to.include({ title: '甲' });
    expect((await people.institute.get('/imports/template.xlsx?kind=other')).status).to.equal(400);
    expect((await service.anonymous.get('/imports/template.xlsx?kind=need')).status).to.equal(401);
  });

  it('keeps to whose rows they are, and to who may import', async () => {
    const rows =
      textRow(1, ['编号', '标题', '问题', '机构ID']) +
      textRow(2, ['O-1', '甲', '乙', people.enterpriseId]) +
      textRow(3, ['O-2', '甲', '乙', away.enterpriseId]);
    const content = rawWorkbook([{ rows }]);
    const body = await importRows(people.bureau, 'need', content, { name: 'n.xlsx' });
    expect(body).to.include({ done: 1, failed: 1 });
    expect(codes(body)).to.deep.equal(['3 organizationId unknown_organization']);
    expect((await uploadImport(people.institute, 'need', content)).status).to.equal(403);
    expect((await away.bureau.get(`/imports/${body.id}`)).status).to.equal(404);
    expect((await away.bureau.get(`/imports/${body.id}/errors.csv`)).status).to.equal(404);
  });
});
