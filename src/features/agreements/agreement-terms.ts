import type { FieldError } from '../../errors.ts';
import { isFen, type Values, valueProblems } from './agreement-money.ts';
import { type Party, partyKey } from './agreement-party.ts';

/** Terms as far as they were readable: the shape's own problems are told beside these. */
export type GivenTerms = Partial<Values> & {
  seller?: Partial<Party> | undefined;
  buyer?: Partial<Party> | undefined;
  currency?: string | undefined;
  foreign?: unknown;
  signedAt?: string | undefined;
  validFrom?: string | undefined;
  validTo?: string | undefined;
  registration?: { registeredAt?: string } | undefined;
};

const before = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && a < b;

const named = (party: Partial<Party> | undefined): string | undefined =>
  typeof party?.name === 'string' ? partyKey({ ...party, name: party.name }) : undefined;

function valuesGiven(terms: GivenTerms): terms is Values {
  const { contractValueFen, technologyValueFen, deductions } = terms;
  const amounts = [contractValueFen, technologyValueFen];
  if (!Array.isArray(deductions)) return false;
  amounts.push(...deductions.map((one) => one?.amountFen));
  return amounts.every((amount) => typeof amount === 'number' && isFen(amount));
}

/** Every rule that spans several terms of an agreement. */
export function termsProblems(terms: GivenTerms): FieldError[] {
  const problems: FieldError[] = valuesGiven(terms) ? valueProblems(terms) : [];
  const seller = named(terms.seller);
  if (seller !== undefined && seller === named(terms.buyer)) {
    problems.push({
      path: 'buyer',
      code: 'same_party',
      message: 'Seller and buyer are the same party.',
    });
  }
  if (
    terms.currency !== undefined &&
    (terms.currency !== 'CNY') !== (terms.foreign !== undefined)
  ) {
    problems.push({
      path: 'foreign',
      code: terms.foreign === undefined ? 'required' : 'not_expected',
      message: 'A foreign currency, and only that, has its amount, rate and date.',
    });
  }
  if (before(terms.validTo, terms.validFrom)) {
    problems.push({
      path: 'validTo',
      code: 'before_start',
      message: 'The validity ends before it begins.',
    });
  }
  if (terms.registration) {
    if (terms.signedAt === undefined) {
      problems.push({
        path: 'signedAt',
        code: 'required',
        message: 'A registered contract was signed on some day.',
      });
    } else if (before(terms.registration.registeredAt, terms.signedAt)) {
      problems.push({
        path: 'registration.registeredAt',
        code: 'before_signing',
        message: 'It was registered before it was signed.',
      });
    }
  }
  return problems;
}
