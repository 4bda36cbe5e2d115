import { expect } from 'chai';
import fc from 'fast-check';
import { cosine, quantise } from './vector.ts';
import { createVectorTable } from './vector-table.ts';

const values = (length: number) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: length, maxLength: length })
    .filter((list) => list.some((value) => Math.abs(value) > 0.1));

describe('vectors', () => {
  it('keep their angle within a hundredth when each number becomes a byte', () => {
    const exact = (a: number[], b: number[]) => {
      const along = (x: number[], y: number[]) => x.reduce((sum, v, i) => sum + v * y[i]!, 0);
      return along(a, b) / Math.sqrt(along(a, a) * along(b, b));
    };
    fc.assert(
      fc.property(values(24), values(24), (a, b) => {
        expect(cosine(quantise(a), quantise(b))).to.be.closeTo(exact(a, b), 0.01);
      }),
    );
  });

  it('need a direction, and one model', () => {
    for (const bad of [[], [0, 0], [NaN, 1], [Infinity, 1]]) {
      expect(() => quantise(bad)).to.throw(RangeError);
    }
    expect(cosine(quantise([1, 0]), quantise([1, 0, 0]))).to.equal(0);
  });
});

describe('vector table', () => {
  it('finds the nearest as looking at all of them does, whatever was replaced or removed', async () => {
    const step = fc.record({
      id: fc.integer({ min: 0, max: 12 }).map(String),
      vector: fc.option(values(5).map(quantise), { freq: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), values(5), async (steps, wanted) => {
        const table = createVectorTable();
        const model = new Map<string, ReturnType<typeof quantise>>();
        for (const { id, vector } of steps) {
          if (vector === null) {
            table.remove(id);
            model.delete(id);
          } else {
            table.set(id, vector);
            model.set(id, vector);
          }
        }
        const query = quantise(wanted);
        const best = [...model].map(([, vector]) => cosine(query, vector)).sort((a, b) => b - a);
        const found = await table.nearest(query, 4);
        expect(table.size()).to.equal(model.size);
        expect(found).to.have.length(Math.min(4, model.size));
        found.forEach(({ id, similarity }, rank) => {
          expect(similarity).to.be.closeTo(best[rank]!, 1e-6);
          expect(cosine(query, model.get(id)!)).to.be.closeTo(similarity, 1e-6);
        });
      }),
    );
  });

  it('goes on over many chunks, and starts anew with a model of another length', async () => {
    const table = createVectorTable();
    for (let i = 0; i < 9000; i += 1) table.set(`v${i}`, quantise([Math.cos(i), Math.sin(i)]));
    const [first] = await table.nearest(quantise([Math.cos(8500), Math.sin(8500)]), 1);
    expect(first!.similarity).to.be.closeTo(1, 1e-4);
    const { chinese, latin } = table.statistics(quantise([1, 0]), (id) =>
      Math.cos(Number(id.slice(1))) > 0 ? 'chinese' : 'latin',
    )!;
    expect(chinese.mean).to.be.closeTo(2 / Math.PI, 0.1);
    expect(latin.mean).to.be.closeTo(-2 / Math.PI, 0.1);
    const { latin: few } = table.statistics(quantise([1, 0]), (id) =>
      id === 'v0' ? 'latin' : 'chinese',
    )!;
    expect(few.mean).to.be.closeTo(0, 0.1);
    expect(few.deviation).to.be.closeTo(Math.SQRT1_2, 0.1);
    table.set('other', quantise([1, 2, 3]));
    expect(table.size()).to.equal(1);
    expect(await table.nearest(quantise([1, 0]), 3)).to.deep.equal([]);
    expect(table.similarity('other', quantise([1, 0]))).to.equal(undefined);
  });
});
