import { expect } from 'chai';
import fc from 'fast-check';
import { maxFen, paidShares, proportion, sumFen, valueProblems } from './agreement-money.ts';

const codes = (values: Parameters<typeof valueProblems>[0]) =>
  valueProblems(values).map(({ path, code }) => `${path}:${code}`);

describe('agreement values', () => {
  it('hold exactly when contract value = technology value + deductions', () => {
    const amounts = fc.array(fc.nat({ max: maxFen / 100 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        amounts,
        fc.nat({ max: maxFen / 100 }),
        fc.integer(),
        (parts, technology, off) => {
          const deductions = parts.map((amountFen) => ({ amountFen }));
          const contractValueFen = sumFen(parts) + technology;
          const values = { contractValueFen, deductions, technologyValueFen: technology };
          expect(valueProblems(values)).to.deep.equal([]);
          const wrong = { ...values, technologyValueFen: technology + off };
          expect(valueProblems(wrong).length === 0).to.equal(off === 0);
        },
      ),
    );
  });

  it('name every amount that is no whole fen', () => {
    const deductions = [{ amountFen: 1.5 }, { amountFen: 3 }, { amountFen: -1 }];
    expect(
      codes({ contractValueFen: Number.NaN, deductions, technologyValueFen: 2 ** 53 }),
    ).to.deep.equal([
      'contractValueFen:not_fen',
      'technologyValueFen:not_fen',
      'deductions.0.amountFen:not_fen',
      'deductions.2.amountFen:not_fen',
    ]);
  });

  it('say when the technology value is above the contract value', () => {
    expect(codes({ contractValueFen: 5, deductions: [], technologyValueFen: 6 })).to.include(
      'technologyValueFen:technology_above_contract',
    );
  });
});

describe('a proportion', () => {
  it('is rounded half away from zero', () => {
    const rates = [
      [15, 13, 1154],
      [-2, 3, -667],
      [1, 2000, 1],
      [-1, 2000, -1],
      [1, 2001, 0],
      [0, 7, 0],
    ] as const;
    for (const [part, whole, permille] of rates) {
      expect(proportion(part, 1000, whole), `${part} / ${whole}`).to.equal(permille);
    }
  });

  it('is within half a thousandth, however large the sums', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1_000_000 }), (part, whole) => {
        const off = BigInt(proportion(part, 1000, whole)) * BigInt(whole) - BigInt(part) * 1000n;
        expect((off < 0n ? -off : off) * 2n <= BigInt(whole)).to.equal(true);
      }),
    );
  });
});

describe('paid shares', () => {
  const contract = fc
    .tuple(fc.integer({ min: 1, max: maxFen }), fc.nat({ max: 1_000_000 }))
    .map(([contractValueFen, millionths]) => ({
      contractValueFen,
      technologyValueFen: Number((BigInt(contractValueFen) * BigInt(millionths)) / 1_000_000n),
    }));
  const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
  const paid = fc.tuple(contract, cuts).map(([values, at]) => {
    const bounds = [0, ...at.map((cut) => Math.floor(cut * values.contractValueFen))]
      .toSorted((a, b) => a - b)
      .concat(values.contractValueFen);
    const amounts = bounds.slice(1).map((bound, index) => bound - bounds[index]!);
    const payments = amounts.map((amountFen, index) => ({
      id: String(index).padStart(3, '0'),
      paidAt: `2026-01-${String(1 + (index % 28)).padStart(2, '0')}`,
      amountFen,
    }));
    return { values, payments };
  });

  it('of a fully paid contract add up to its technology value to the fen', () => {
    fc.assert(
      fc.property(paid, ({ values, payments }) => {
        const shares = paidShares(payments, values).map((share) => share.technologyValueFen);
        expect(sumFen(shares)).to.equal(values.technologyValueFen);
        expect(Math.min(...shares)).to.be.at.least(0);
      }),
    );
  });

  it('are the plain proportion but for one fen, never above the payment', () => {
    fc.assert(
      fc.property(paid, ({ values, payments }) => {
        const whole = BigInt(values.contractValueFen);
        for (const share of paidShares(payments, values)) {
          const exact = BigInt(share.amountFen) * BigInt(values.technologyValueFen);
          const off = BigInt(share.technologyValueFen) * whole - exact;
          expect(off < 0n ? -off <= whole : off <= whole).to.equal(true);
          expect(share.technologyValueFen).to.be.at.most(share.amountFen + 1);
        }
      }),
    );
  });

  it('do not depend on the order in which payments are stored', () => {
    fc.assert(
      fc.property(paid, ({ values, payments }) => {
        expect(paidShares(payments.toReversed(), values)).to.deep.equal(
          paidShares(payments, values),
        );
      }),
    );
  });

  it('of a contract of nothing are nothing', () => {
    const values = { contractValueFen: 0, technologyValueFen: 0 };
    expect(paidShares([{ id: '1', paidAt: '2026-01-01', amountFen: 0 }], values)).to.deep.include({
      id: '1',
      paidAt: '2026-01-01',
      amountFen: 0,
      technologyValueFen: 0,
    });
  });
});
