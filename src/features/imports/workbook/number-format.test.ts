import { expect } from 'chai';
import { builtInKind, kindOfFormat } from './number-format.ts';

describe('what a number format says of a number', () => {
  it('knows days, times and both, as Chinese spreadsheets write them', () => {
    for (const [format, kind] of [
      ['yyyy/m/d;@', 'day'],
      ['yyyy"年"m"月"d"日";@', 'day'],
      ['[$-804]yyyy"年"m"月";@', 'day'],
      ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 'day'],
      ['mmm\\-yy', 'day'],
      ['m"月"', 'day'],
      ['yyyy\\-mm\\-dd\\ hh:mm:ss', 'moment'],
      ['[$-409]m/d/yy h:mm AM/PM;@', 'moment'],
      ['h:mm', 'time'],
      ['上午/下午h"时"mm"分"', 'time'],
      ['mm:ss.0', 'time'],
    ] as const) {
      expect(kindOfFormat(format), format).to.equal(kind);
    }
  });

  it('takes everything else for a number', () => {
    for (const format of [
      'General',
      '@',
      '0',
      '#,##0.00',
      '0.00E+00',
      '[Red]#,##0;[Red]-#,##0',
      '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ',
      '#,##0.00"元/days"',
      '0.0\\d',
      '[h]:mm:ss',
      '',
    ]) {
      expect(kindOfFormat(format), format).to.equal('plain');
    }
    expect(kindOfFormat('0.00%')).to.equal('percent');
    expect(kindOfFormat('000000')).to.equal('zeros 6');
  });

  it('knows the formats that only have a number', () => {
    expect([0, 2, 9, 14, 20, 22, 31, 46, 49, 57, 200].map(builtInKind)).to.deep.equal([
      ...['plain', 'plain', 'percent', 'day', 'time', 'moment'],
      ...['day', 'plain', 'plain', 'day', 'plain'],
    ]);
  });
});
