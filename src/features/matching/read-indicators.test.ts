import { expect } from 'chai';
import { indicatorText } from './indicators.ts';
import { findQuantities } from './quantities.ts';
import { readIndicators } from './read-indicators.ts';

const asked = (text: string) =>
  readIndicators([{ field: 'problem', text, quantities: findQuantities(text) }]).map(indicatorText);

describe('indicators read from a text', () => {
  it('are what is asked for, not what is the case', () => {
    expect(asked('现在成活率只有两成多。希望成活率提到五成以上，苗子更耐咸。')).to.deep.equal([
      '成活率≥5 成',
    ]);
    expect(asked('总收率只有18%左右。要求总收率25%以上、单个杂质小于0.1%')).to.deep.equal([
      '总收率≥25 %',
      '单个杂质＜0.1 %',
    ]);
    expect(asked('我们给风场配2兆瓦机组，一年坏一成多，停机损失三四万。')).to.deep.equal([]);
  });

  it('know which way is better', () => {
    expect(asked('希望检出限做到1微克/公斤')).to.deep.equal(['检出限≤1 微克/公斤']);
    expect(asked('希望这块功耗降四分之一以上')).to.deep.equal(['这块功耗降低≥25 %']);
  });

  it('say where they stand', () => {
    const text = '速度要快。希望误差控制在0.5 mm以内。';
    const [one] = readIndicators([{ field: 'problem', text, quantities: findQuantities(text) }]);
    const { field, start, end } = one!.source!;
    expect([field, text.slice(start, end)]).to.deep.equal(['problem', '控制在0.5 mm以内']);
  });
});
