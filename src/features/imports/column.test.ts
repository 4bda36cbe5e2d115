import { expect } from 'chai';
import { fieldNames } from './chinese-codes.ts';
import { type Column, headerRank, readCell, readHeader } from './column.ts';

const externalId: Column = { name: 'externalId', also: ['id', '编号'] };
const title: Column = { name: 'title', also: ['标题'], empty: 'refused' };

describe('import columns', () => {
  it('knows headers by name or by another name, and lists what it does not know', () => {
    const { byHeader, unknown } = readHeader(
      [' 标题 *', 'ID', 'category', 'category', ''],
      [externalId, title],
    );
    expect([...byHeader].map(([header, column]) => [header, column.name])).to.deep.equal([
      [' 标题 *', 'title'],
      ['ID', 'externalId'],
    ]);
    expect(unknown).to.deep.equal(['category']);
  });

  it('prefers the own name and takes no column twice', () => {
    const { byHeader, unknown } = readHeader(['id', 'external_id'], [externalId]);
    expect([...byHeader.keys()]).to.deep.equal(['external_id']);
    expect(unknown).to.deep.equal(['id']);
  });

  it('tells a header with all that is needed from one with something that is known', () => {
    expect(headerRank(['标题', '备注'], [externalId, title])).to.equal(2);
    expect(headerRank(['编号', '备注'], [externalId, title])).to.equal(1);
    expect(headerRank(['备注', ''], [externalId, title])).to.equal(0);
  });

  const value = (column: Column, given: unknown) => readCell(column, given);

  it('reads numbers strictly', () => {
    const trl: Column = { name: 'trl', kind: 'number' };
    expect(value(trl, ' 7 ')).to.deep.equal({ value: 7 });
    for (const wrong of ['7级', '1,000', '0x10', '1e3', 'NaN', '７']) {
      expect(value(trl, wrong)).to.have.nested.property('fault.code', 'not_a_number');
    }
  });

  it('reads amounts to the fen without rounding', () => {
    const yuan: Column = { name: 'budgetFen', kind: 'yuan' };
    const wan: Column = { name: 'budgetFen', kind: 'wan' };
    expect(value(yuan, '0.07')).to.deep.equal({ value: 7 });
    expect(value(yuan, '1234567.10')).to.deep.equal({ value: 123456710 });
    expect(value(wan, '211100')).to.deep.equal({ value: 211_100_000_000 });
    expect(value(wan, '0.000001')).to.deep.equal({ value: 1 });
    expect(value(yuan, '0.071')).to.have.nested.property('fault.code', 'not_an_amount');
    expect(value(yuan, '-1')).to.have.nested.property('fault.code', 'not_an_amount');
  });

  it('splits lists, reads codes in Chinese and dates as spreadsheets write them', () => {
    expect(value({ name: 'keywords', kind: 'list' }, '甲;乙；丙、 丁 ;')).to.deep.equal({
      value: ['甲', '乙', '丙', '丁'],
    });
    expect(value({ name: 'field', codes: fieldNames }, '新材料')).to.deep.equal({
      value: 'new_materials',
    });
    expect(value({ name: 'field', codes: fieldNames }, '玄学')).to.deep.equal({ value: '玄学' });
    for (const written of ['2026/1/5', '2026年1月5日', '2026-01-05 14:30:00']) {
      expect(value({ name: 'deadline', kind: 'date' }, written), written).to.deep.equal({
        value: '2026-01-05',
      });
    }
  });

  it('tells an empty cell that takes a value away from one that is refused', () => {
    expect(value({ name: 'trl', kind: 'number' }, ' ')).to.deep.equal({ value: null });
    expect(value({ name: 'keywords', kind: 'list' }, '')).to.deep.equal({ value: [] });
    expect(value(title, '')).to.have.nested.property('fault.code', 'required');
  });
});
