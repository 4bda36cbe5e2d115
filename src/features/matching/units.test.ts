import { expect } from 'chai';
import { comparable, unitAt, unitOf } from './units.ts';

describe('units', () => {
  it('agree however they are spelled', () => {
    const alike = [
      ['mg/L', 'mg·L-1', 'mg·L⁻¹', '毫克/升', '毫克每升', 'g/m3'],
      ['km/h', '公里/小时', '公里每小时', '千米/时'],
      ['MPa', '兆帕', 'Mpa', 'N/mm2'],
      ['μg/kg', '微克/公斤', 'ng/g', 'ppb'],
      ['kWh', '千瓦时', '度电'],
      ['r/min', '转/分', '转', 'rpm'],
      ['W/(m·K)', 'W·m-1·K-1'],
    ];
    for (const [first, ...others] of alike) {
      const wanted = unitOf(first!)!;
      for (const other of others) {
        const unit = unitOf(other)!;
        expect(unit.dimension, other).to.equal(wanted.dimension);
        expect(unit.factor / wanted.factor, other).to.be.closeTo(1, 1e-9);
      }
    }
  });

  it('tell milli from mega, and what cannot be compared', () => {
    expect(unitOf('MW')!.factor / unitOf('mW')!.factor).to.be.closeTo(1e9, 1);
    expect(comparable(unitOf('mm')!.dimension, unitOf('mg')!.dimension)).to.equal(false);
    expect(comparable(unitOf('度')!.dimension, unitOf('℃')!.dimension)).to.equal(true);
    expect(unitOf('某单位')).to.equal(undefined);
  });

  it('convert temperatures', () => {
    const inCelsius = (value: number, unit: string) => {
      const { factor, offset = 0 } = unitOf(unit)!;
      return value * factor + offset;
    };
    expect(inCelsius(300, 'K')).to.be.closeTo(26.85, 1e-9);
    expect(inCelsius(212, '℉')).to.be.closeTo(100, 1e-9);
    expect(inCelsius(-40, '摄氏度')).to.equal(-40);
  });

  it('end where the unit ends', () => {
    const ends = {
      'mg/L，': 'mg/L',
      年代: undefined,
      米粒: undefined,
      'm in': 'm',
      'mm-2 mm': 'mm',
    };
    for (const [text, unit] of Object.entries(ends)) expect(unitAt(text, 0), text).to.equal(unit);
    for (const text of ['3', '个', 'l', '日']) expect(unitAt(text, 0), text).to.equal(undefined);
    expect(unitAt('个/mL', 0)).to.equal('个/mL');
  });
});
