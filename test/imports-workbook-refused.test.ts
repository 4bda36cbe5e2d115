import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { enterNeedPeople } from './support/rows.ts';
import { type Service, startService } from './support/service.ts';
import { importRows } from './support/upload-rows.ts';
import { rawParts, rawWorkbook, textRow } from './support/workbook.ts';
import { zipOf } from './support/zip.ts';

const header = textRow(1, ['编号', '标题', '摘要']);

describe('workbooks that are refused', () => {
  let service: Service;
  let people: Awaited<ReturnType<typeof enterNeedPeople>>;
  before(async () => {
    service = await startService();
    people = await enterNeedPeople(service);
  });
  after(() => service.close());

  const capability = async (externalId: string) =>
    (await people.institute.get(`/capabilities?externalId=${externalId}`)).body.items[0];
  const failure = async (content: Buffer, name = '成果.xlsx') => {
    const {
      status,
      failure: reason,
      done,
    } = await importRows(people.institute, 'capability', content, { name });
    expect({ status, done }).to.deep.equal({ status: 'failed', done: 0 });
    return reason.code;
  };

  it('says clearly which files are no workbook of this kind', async () => {
    const plain = rawParts([{ rows: header }]);
    const typed = (type: string) =>
      zipOf([
        {
          name: '[Content_Types].xml',
          content: `<Types><Override ContentType="${type}"/></Types>`,
        },
        ...plain.slice(1),
      ]);
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_000)]);
    const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(await failure(old, '老.xls')).to.equal('unsupported_workbook');
    expect(await failure(locked)).to.equal('encrypted_workbook');
    const macro = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    expect(await failure(typed(macro))).to.equal('unsupported_workbook');
    const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    expect(await failure(typed(word))).to.equal('not_a_workbook');
    expect(await failure(zipOf([{ name: 'a.txt', content: 'a' }]))).to.equal('not_a_workbook');
    expect(await failure(rawWorkbook([{ rows: '' }]))).to.equal('no_header');
    expect(await failure(rawWorkbook([{ rows: textRow(1, ['甲', '乙']) }]))).to.equal(
      'no_known_column',
    );
  });

  it('changes nothing by a workbook that is damaged anywhere', async () => {
    const rows = header + textRow(2, ['X-1', '甲', '乙']);
    const whole = rawWorkbook([{ rows }]);
    const parts = rawParts([{ rows }]);
    const sheet = parts.findIndex(({ name }) => name.endsWith('sheet1.xml'));
    const other = (content: string) => zipOf(parts.with(sheet, { ...parts[sheet]!, content }));
    for (const [what, content] of Object.entries({
      'a start alone': Buffer.from('PK\x03\x04....'),
      'cut off': whole.subarray(0, -100),
      'cut within': Buffer.concat([whole.subarray(0, 200), whole.subarray(300)]),
      'a wrong sum': zipOf(parts.with(sheet, { ...parts[sheet]!, says: { sum: 1 } })),
      'no end': other(`<worksheet><sheetData>${rows}`),
      'no XML': other(`<worksheet><sheetData>${rows}<row r="3"><c></row>`),
      'rows backwards': other(`<worksheet><sheetData>${rows}<row r="1"/></sheetData></worksheet>`),
      'a text that is not there': other(
        `<worksheet><sheetData>${rows}<row r="3"><c r="A3" t="s"><v>9</v></c></row></sheetData></worksheet>`,
      ),
      entities: other(
        `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ),
    })) {
      expect(await failure(content), what).to.equal('broken_workbook');
    }
    expect(await capability('X-1')).to.equal(undefined);
  });

  it('refuses what would unpack without bounds', async () => {
    const rows = header + textRow(2, ['Y-1', '甲', '乙']);
    const parts = rawParts([{ rows }]);
    const sheet = parts.findIndex(({ name }) => name.endsWith('sheet1.xml'));
    const texts = parts.findIndex(({ name }) => name.endsWith('sharedStrings.xml'));
    const bomb = Buffer.concat([
      Buffer.from(`<worksheet><sheetData>${rows}`),
      Buffer.alloc(30_000_000, ' '),
      Buffer.from('</sheetData></worksheet>'),
    ]);
    const name = parts[sheet]!.name;
    expect(await failure(zipOf(parts.with(sheet, { name, content: bomb })))).to.equal(
      'workbook_too_big',
    );
    const lying = zipOf(parts.with(sheet, { name, content: bomb, says: { bytes: 2_000 } }));
    expect(await failure(lying)).to.equal('broken_workbook');
    const many = Array.from({ length: 10_001 }, (_, n) => ({ name: `xl/media/${n}`, content: '' }));
    expect(await failure(zipOf([...parts, ...many]))).to.equal('workbook_too_big');
    const long = Buffer.from(
      `<worksheet><sheetData>${textRow(1, ['编号', randomBytes(900_000).toString('hex')])}</sheetData></worksheet>`,
    );
    expect(await failure(zipOf(parts.with(sheet, { name, content: long })))).to.equal(
      'workbook_too_big',
    );
    const one = `<si><t>${'长'.repeat(30_000)}</t></si>`;
    const strings = Array.from({ length: 800 }, () => one + randomBytes(600).toString('hex'));
    const huge = { name: parts[texts]!.name, content: `<sst>${strings.join('')}</sst>` };
    expect(await failure(zipOf(parts.with(texts, huge)))).to.equal('workbook_too_big');
  });
});
