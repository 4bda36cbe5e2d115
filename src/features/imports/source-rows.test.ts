import { expect } from 'chai';
import { inspectSource } from './inspect-source.ts';
import { type Source, SourceError } from './source.ts';
import { sourceRows } from './source-rows.ts';

async function* chunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, name = 'rows.csv', size = 7) {
  const source: Source = {
    name,
    bytes: bytes.length,
    open: ({ start, end } = { start: 0, end: bytes.length }) =>
      chunks(bytes.subarray(start, end), size),
  };
  const shape = await inspectSource(source, () => 2);
  let header: string[] = [];
  const rows = [];
  for await (const row of sourceRows(source, shape, (names) => {
    header = names;
  })) {
    rows.push(row);
  }
  return { shape, header, rows };
}

async function refusal(bytes: Buffer, name = 'rows.csv') {
  try {
    await read(bytes, name);
  } catch (error) {
    if (error instanceof SourceError) return error.code;
    throw error;
  }
  return null;
}

describe('the rows of a file', () => {
  const csv = '\uFEFFid,标题\r\n1,"聚丙烯,\n保险杠"\r\n\r\n2,𠮷野家\r\n,\r\n';

  it('reads CSV with a mark, quotes and blank rows, numbered as a spreadsheet does', async () => {
    for (const size of [1, 2, 3, 5, 1000]) {
      const { shape, header, rows } = await read(Buffer.from(csv), 'rows.csv', size);
      expect(shape).to.include({ format: 'csv', encoding: 'utf-8', delimiter: ',', total: 2 });
      expect(header).to.deep.equal(['id', '标题']);
      expect(rows.map(({ row, cells }) => ({ row, ...cells }))).to.deep.equal([
        { row: 2, id: '1', 标题: '聚丙烯,\n保险杠' },
        { row: 4, id: '2', 标题: '𠮷野家' },
      ]);
    }
  });

  it('reads GB18030, of two and four bytes, when the bytes are not UTF-8', async () => {
    const gb = Buffer.concat([
      Buffer.from('id,'),
      Buffer.from([0xb1, 0xea, 0xcc, 0xe2]),
      Buffer.from('\n1,'),
      Buffer.from([0xb2, 0xc4, 0xc1, 0xcf, 0x95, 0x32, 0xb7, 0x36]),
    ]);
    for (const size of [1, 2, 3, 1000]) {
      const { shape, header, rows } = await read(gb, 'rows.csv', size);
      expect(shape).to.include({ encoding: 'gb18030' });
      expect(header).to.deep.equal(['id', '标题']);
      expect(rows[0]!.cells.标题).to.equal('材料𠈒');
    }
  });

  it('reads what a spreadsheet saves as Unicode text', async () => {
    const { shape, rows } = await read(Buffer.from('\uFEFFid\t标题\r\n1\t甲\r\n', 'utf16le'));
    expect(shape).to.include({ encoding: 'utf-16le', delimiter: '\t' });
    expect(rows[0]!.cells).to.deep.equal({ id: '1', 标题: '甲' });
  });

  it('refuses only the rows that hold broken bytes', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id,标题,备注\n1,好的,x\n2,'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(',x\n3,也好,x\n'),
    ]);
    const { shape, rows } = await read(bytes);
    expect(shape).to.include({ encoding: 'utf-8', damaged: true });
    expect(rows.map((row) => row.fault?.code)).to.deep.equal([
      undefined,
      'malformed_text',
      undefined,
    ]);
  });

  it('takes a row with more cells than the header for a fault, one with fewer not', async () => {
    const { rows } = await read(Buffer.from('a,b\n1,2,3\n1\n1,2,\n'));
    expect(rows.map((row) => row.fault?.code)).to.deep.equal([
      'too_many_cells',
      undefined,
      undefined,
    ]);
  });

  it('reads JSON Lines and refuses a broken line alone', async () => {
    const text = '{"id":"1","title":"甲"}\n\n{"id":\n[1]\n{"id":"2","title":"a\\nb"}';
    const { shape, rows } = await read(Buffer.from(text), 'rows.txt');
    expect(shape).to.include({ format: 'jsonl', total: 4 });
    expect(rows.map((row) => [row.row, row.fault?.code])).to.deep.equal([
      [1, undefined],
      [3, 'malformed_json'],
      [4, 'wrong_type'],
      [5, undefined],
    ]);
  });

  it('says what is wrong with a file that holds no rows', async () => {
    expect(await refusal(Buffer.from('a\0b'))).to.equal('not_text');
    expect(await refusal(Buffer.from('[{"a":1}]'), 'x.json')).to.equal('json_array');
    expect(await refusal(Buffer.from('\n\n'))).to.equal('no_header');
    expect(await refusal(Buffer.from('a,b\n1,"2\n3,4\n'))).to.equal('quote_not_closed');
  });
});
