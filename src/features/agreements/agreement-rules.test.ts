import { expect } from 'chai';
import { addWorkingDays } from '../../calendar/working-days.ts';
import {
  type AgreementRule,
  DEFAULT_AGREEMENT_RULES,
  isUnusualRatio,
  registrationDueOn,
  ruleOn,
} from './agreement-rules.ts';

const [rule] = DEFAULT_AGREEMENT_RULES as [AgreementRule];
const later: AgreementRule = { ...rule, effectiveFrom: '2026-07-01', registrationDays: 10 };

describe('agreement rules', () => {
  it('hold from their day on, in whatever order they are stored', () => {
    expect(ruleOn([later, rule], '2026-06-30')).to.equal(rule);
    expect(ruleOn([later, rule], '2026-07-01')).to.equal(later);
    expect(ruleOn([later], '2026-01-01')).to.equal(later);
  });

  it('call a ratio unusual outside the range, its ends included', () => {
    const unusual = (technologyValueFen: number) =>
      isUnusualRatio({ contractValueFen: 100_000, technologyValueFen }, rule);
    expect([67_999, 68_000, 80_000, 80_001].map(unusual)).to.deep.equal([true, false, false, true]);
    expect(isUnusualRatio({ contractValueFen: 0, technologyValueFen: 0 }, rule)).to.equal(false);
  });

  it('give 15 working days, 30 from five million yuan or when disputed', () => {
    const due = (technologyValueFen: number, disputed = false) =>
      registrationDueOn(
        { appliedAt: '2026-03-02', technologyValueFen, disputed },
        [rule, later],
        addWorkingDays,
      );
    expect(due(499_999_999)).to.equal('2026-03-23');
    expect(due(500_000_000)).to.equal(due(1, true));
    expect(due(500_000_000) > '2026-04-13').to.equal(true);
  });
});
