// Agreements as the tests of the report arithmetic draw them: small sets of values, so that they meet.
import fc from 'fast-check';
import { agreementTypes, bases, flows, groupings, measures } from '../../vocabulary.ts';
import type { AgreementFacts, PartyFacts, ReportQuery } from './report.ts';

const day = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(
    ([month, date]) => `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  );
const maybe = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: undefined, freq });

const party = (kind: 'enterprise' | 'institute'): fc.Arbitrary<PartyFacts> =>
  fc.record({
    organizationId: fc.constantFrom(`${kind}1`, `${kind}2`),
    idKind: fc.constant('credit_code' as const),
    nature: fc.constantFrom('021', '022', '150', '170'),
    kind: maybe(fc.constant(kind)),
    country: fc.constant('CN'),
    district: maybe(fc.constantFrom('d1', 'd2'), 6),
    industry: maybe(fc.constantFrom('C26', 'C35')),
    tier: maybe(fc.constantFrom('innovative' as const, 'specialized' as const)),
  });

const money = fc
  .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.nat({ max: 1000 }))
  .map(([contractValueFen, permille]) => ({
    contractValueFen,
    technologyValueFen: Math.floor((contractValueFen * permille) / 1000),
  }));

const brokerage = fc.record({
  needId: fc.constant('n1'),
  needVettedOn: maybe(day, 4),
  enterpriseId: fc.constantFrom('enterprise1', 'enterprise2'),
  instituteId: fc.constantFrom('institute1', 'institute2'),
  leadBrokerId: fc.constantFrom('b1', 'b2'),
  shares: fc.constant<{ brokerId: string; percent: number }[]>([]),
});

const confirmation = maybe(
  day.map((on) => ({ by: 'u', at: new Date(on), on })),
  4,
);

const body = fc.record({
  type: fc.constantFrom(...agreementTypes),
  field: fc.constantFrom('new_materials' as const, 'environment' as const),
  achievementIds: fc.uniqueArray(fc.constantFrom('c1', 'c2', 'c3'), { maxLength: 3 }),
  intermediary: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  duplicateOf: maybe(fc.constant('other'), 1),
  brokerage: maybe(brokerage, 5),
  seller: party('institute'),
  buyer: party('enterprise'),
  signedAt: maybe(day, 9),
  registeredAt: maybe(day, 3),
  revokedOn: fc.option(day, { nil: undefined, freq: 1 }),
  deregisteredOn: fc.option(day, { nil: undefined, freq: 1 }),
  money,
  formerMoney: maybe(fc.tuple(day, money), 1),
  paid: fc.array(fc.tuple(day, fc.integer({ min: 1, max: 100 })), { maxLength: 4 }),
  seller_: confirmation,
  buyer_: confirmation,
});

const aFacts: fc.Arbitrary<AgreementFacts> = fc
  .tuple(fc.nat({ max: 999_999 }), body)
  .map(([number, drawn]): AgreementFacts => {
    const { seller_, buyer_, money, formerMoney, paid, registeredAt, ...rest } = drawn;
    const { revokedOn, deregisteredOn, ...facts } = rest;
    return {
      ...facts,
      ...money,
      _id: `a${number}`,
      registration: registeredAt === undefined ? undefined : { number: 'r', registeredAt },
      changes: formerMoney ? [{ on: formerMoney[0], before: formerMoney[1] }] : [],
      revocation: revokedOn === undefined ? undefined : { on: revokedOn, code: 'fake' },
      deregistration:
        deregisteredOn === undefined ? undefined : { on: deregisteredOn, code: 'terminated' },
      payments: paid.map(([paidAt, percent], index) => ({
        id: `p${index}`,
        paidAt,
        amountFen: Math.floor((money.contractValueFen * percent) / 400),
      })),
      confirmations: { ...(seller_ && { seller: seller_ }), ...(buyer_ && { buyer: buyer_ }) },
    };
  });

export const someFacts = fc.uniqueArray(aFacts, { maxLength: 40, selector: (facts) => facts._id });

export const aQuery: fc.Arbitrary<ReportQuery> = fc
  .record({
    district: fc.constantFrom('d1', 'd2'),
    days: fc.tuple(day, day),
    measure: fc.constantFrom(...measures),
    basis: fc.constantFrom(...bases),
    flow: fc.constantFrom(...flows),
    asOf: maybe(day, 1),
    groupBy: fc.constantFrom(...groupings),
  })
  .map(({ days, ...query }) => {
    const [from, to] = days.toSorted() as [string, string];
    return { ...query, from, to };
  });
