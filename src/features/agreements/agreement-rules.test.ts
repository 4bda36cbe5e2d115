import { expect } from 'chai';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { type AgreementRule, defaultSettings } from '../settings/settings.ts';
import { isUnusualRatio, registrationDueOn } from './agreement-rules.ts';

const [rule] = defaultSettings.agreementRules as [AgreementRule];
const later = { ...rule, effectiveFrom: '2026-07-01', registrationWorkingDays: 10 };

describe('agreement rules', () => {
  it('call a ratio unusual outside the range, its ends included', () => {
    const unusual = (technologyValueFen: number) =>
      isUnusualRatio({ contractValueFen: 100_000, technologyValueFen }, rule);
    expect([67_999, 68_000, 80_000, 80_001].map(unusual)).to.deep.equal([true, false, false, true]);
    expect(isUnusualRatio({ contractValueFen: 0, technologyValueFen: 0 }, rule)).to.equal(false);
  });

  it('give 15 working days, 30 from five million yuan or when disputed', () => {
    const due = (technologyValueFen: number, disputed = false, appliedAt = '2026-03-02') =>
      registrationDueOn(
        { appliedAt, technologyValueFen, disputed },
        { agreementRules: [rule, later] },
        addWorkingDays,
      );
    expect(due(499_999_999)).to.equal('2026-03-23');
    expect(due(500_000_000)).to.equal(due(1, true));
    expect(due(500_000_000) > '2026-04-13').to.equal(true);
    expect(due(1, false, '2026-07-01')).to.equal('2026-07-15');
  });
});
