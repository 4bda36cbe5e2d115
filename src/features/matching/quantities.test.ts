import { expect } from 'chai';
import fc from 'fast-check';
import { parseChineseNumber } from './chinese-number.ts';
import { findQuantities } from './quantities.ts';

const read = (text: string) =>
  findQuantities(text).map(({ relation, value, upper, unit }) =>
    [relation, value, ...(upper === undefined ? [] : [upper]), unit].join(' '),
  );

describe('quantities', () => {
  it('reads relation, number and unit', () => {
    expect(read('寿命达到3000 小时，误差≤0.05 mm')).to.deep.equal(['>= 3000 小时', '<= 0.05 mm']);
    expect(read('不超过１０％，1.5 MPa以上')).to.deep.equal(['<= 10 %', '>= 1.5 MPa']);
    expect(read('1,200 r/min 2.5万次')).to.deep.equal(['= 1200 r/min', '= 25000 次']);
  });

  it('reads Chinese numerals', () => {
    expect(read('2 兆瓦、百分之八十五、两年')).to.deep.equal(['= 2 兆瓦', '= 85 %', '= 2 年']);
    expect(read('三千五百公斤以上')).to.deep.equal(['>= 3500 公斤']);
  });

  it('reads ranges, negative ones too', () => {
    expect(read('10~15℃')).to.deep.equal(['between 10 15 ℃']);
    expect(read('-40至85℃')).to.deep.equal(['between -40 85 ℃']);
    expect(read('提高30％～50%')).to.deep.equal(['between 30 50 %']);
  });

  it('reads what shop floors and papers write', () => {
    const forms = {
      零下四十度: '= -40 度',
      '1.5倍': '= 1.5 倍',
      '10-15 μm': 'between 10 15 μm',
      '5×10⁻³ mm': '= 0.005 mm',
      '5×10-3 m/s': '= 0.005 m/s',
      '10 mm～1.5 cm': 'between 1 1.5 cm',
      '25±2 ℃': 'between 23 27 ℃',
      '±0.05mm': '<= 0.05 mm',
      每分钟6转到20转: 'between 6 20 转/分钟',
      每厘米8毫西: '= 8 毫西/厘米',
      四分之一以上: '>= 25 %',
      两成以内: '<= 2 成',
      三十多兆帕: '= 30 兆帕',
      '摩擦系数为0.08': '= 0.08 ',
      'at least 3000 hours': '>= 3000 hours',
    };
    for (const [text, quantity] of Object.entries(forms)) {
      expect(read(text), text).to.deep.equal([quantity]);
    }
  });

  it('tells a difference, a goal and what was before', () => {
    const [before, after] = findQuantities('收率由42%提高到85%');
    expect(before).to.include({ value: 42, past: true });
    expect(after).to.include({ value: 85, subject: '收率', reached: true });
    expect(findQuantities('功耗降低了41%')[0]).to.include({ change: 'down', subject: '功耗' });
  });

  it('gives each number of a list its own name', () => {
    const found = findQuantities('总氮、总磷和COD去除率分别为85、90和95%');
    expect(found.map(({ subject, value, unit }) => `${subject} ${value}${unit}`)).to.deep.equal([
      '总氮去除率 85%',
      '总磷去除率 90%',
      'COD去除率 95%',
    ]);
  });

  it('leaves dates, ordinals and guesses alone', () => {
    expect(read('2026年3月，2008-2010年，第3天，几十年，十几度，三四十米')).to.deep.equal([]);
  });

  it('leaves names and idioms alone', () => {
    expect(read('PM2.5 和 TiO2，统一标准，六七个')).to.deep.equal([]);
  });

  it('says what the number is about, and where it stands', () => {
    const text = '要求：使用寿命不低于2年。';
    const [found] = findQuantities(text);
    expect(found!.subject).to.equal('要求:使用寿命');
    expect(text.slice(found!.start, found!.end)).to.equal('不低于2年');
  });

  it('reads back any number that is written with a unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.constantFrom('mm', '小时', '%'),
        (n, unit) => {
          expect(read(`，${n}${unit}，`)).to.deep.equal([`= ${n} ${unit}`]);
        },
      ),
    );
  });

  it('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const { start, end } of findQuantities(text)) expect(end).to.be.greaterThan(start);
      }),
    );
    expect(findQuantities('9'.repeat(20_000))).to.deep.equal([]);
  });
});

describe('Chinese numbers', () => {
  it('parses the usual forms', () => {
    const forms = { 十二: 12, 三百零五: 305, 两万: 20000, 一亿二千万: 1.2e8, 一点五: 1.5, 半: 0.5 };
    for (const [text, value] of Object.entries(forms)) {
      expect(parseChineseNumber(text), text).to.equal(value);
    }
    expect(parseChineseNumber('六七')).to.equal(undefined);
  });
});
