import type {
  AgreementType,
  ConversionMode,
  DeductionKind,
  Field,
  IdKind,
} from '../../../../vocabulary.ts';
import type { Agreement, AgreementBody, AgreementChange } from '../../../api/agreements.ts';
import type { Engagement } from '../../../api/engagements.ts';
import { mergeChange } from '../../../kit/merge-change.ts';

export interface PartyValues {
  organizationId: string;
  name: string;
  idKind: IdKind;
  creditCode: string;
  idNumber: string;
  country: string;
  nature: string;
  district: string;
  industry: string;
}

/** What the form holds: texts are '' where nothing is given, amounts are fen or null. */
export interface AgreementValues extends Record<string, unknown> {
  engagementId: string;
  type: AgreementType;
  title: string;
  field: Field | '';
  seller: PartyValues;
  buyer: PartyValues;
  contractValueFen: number | null;
  deductions: { kind: DeductionKind; amountFen: number | null; note: string }[];
  currency: string;
  foreign: { amount: string; rate: string; rateDate: string };
  signedAt: string;
  ipType: string;
  planCategory: string;
  conversionMode: ConversionMode | '';
  intermediary: boolean;
  achievementIds: string[];
  fileIds: string[];
  validFrom: string;
  validTo: string;
  externalId: string;
}

const emptyParty = (nature: string): PartyValues => ({
  organizationId: '',
  name: '',
  idKind: 'credit_code',
  creditCode: '',
  idNumber: '',
  country: 'CN',
  nature,
  district: '',
  industry: '',
});

export const emptyAgreement = (): AgreementValues => ({
  engagementId: '',
  type: 'development_commissioned',
  title: '',
  field: '',
  // 科研机构 sells, 有限责任公司 buys, as a rule.
  seller: emptyParty('021'),
  buyer: emptyParty('150'),
  contractValueFen: null,
  deductions: [],
  currency: 'CNY',
  foreign: { amount: '', rate: '', rateDate: '' },
  signedAt: '',
  ipType: '',
  planCategory: '',
  conversionMode: '',
  intermediary: false,
  achievementIds: [],
  fileIds: [],
  validFrom: '',
  validTo: '',
  externalId: '',
});

/** What an engagement knows of the contract that comes of it. */
export function valuesFromEngagement(engagement: Engagement): AgreementValues {
  const { id, need, institute, enterprise, capabilityId } = engagement;
  const empty = emptyAgreement();
  return {
    ...empty,
    engagementId: id,
    title: need.title ?? '',
    field: need.field ?? '',
    seller: { ...empty.seller, organizationId: institute.id, name: institute.name ?? '' },
    buyer: {
      ...empty.buyer,
      ...(enterprise && { organizationId: enterprise.id, name: enterprise.name ?? '' }),
    },
    achievementIds: capabilityId ? [capabilityId] : [],
  };
}

const partyValues = (party: Agreement['seller']): PartyValues => {
  const { organizationId, name, idKind, creditCode, idNumber, country, nature } = party;
  return {
    ...emptyParty(nature),
    organizationId: organizationId ?? '',
    name,
    idKind,
    creditCode: creditCode ?? '',
    idNumber: idNumber ?? '',
    country,
    district: party.district ?? '',
    industry: party.industry ?? '',
  };
};

export function valuesOfAgreement(agreement: Agreement): AgreementValues {
  const empty = emptyAgreement();
  const own = Object.keys(empty).filter((key) => agreement[key as keyof Agreement] !== undefined);
  return {
    ...empty,
    ...Object.fromEntries(own.map((key) => [key, agreement[key as keyof Agreement]])),
    seller: partyValues(agreement.seller),
    buyer: partyValues(agreement.buyer),
    deductions: agreement.deductions.map(({ kind, amountFen, note }) => ({
      kind,
      amountFen,
      note: note ?? '',
    })),
    foreign: { ...empty.foreign, ...agreement.foreign },
  };
}

/** Contract value without the deductions; null until all of it is there. */
export function technologyValueOf(values: AgreementValues): number | null {
  const amounts = [values.contractValueFen, ...values.deductions.map((one) => one.amountFen ?? 0)];
  if (amounts.some((amount) => amount === null || Number.isNaN(amount))) return null;
  const [contract, ...deducted] = amounts as number[];
  return contract! - deducted.reduce((sum, amount) => sum + amount, 0);
}

/** Only what is given: an empty text is no value. */
const given = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== '' && member !== null),
  ) as Partial<T>;

export function partyBodyOf(party: PartyValues) {
  const { creditCode, idNumber, country, ...rest } = party;
  const domestic = party.idKind === 'credit_code';
  return given({ ...rest, ...(domestic ? { creditCode } : { idNumber, country }) });
}

/** The body as the contract wants it; what is missing is left out, and the service says so. */
export function agreementBodyOf(values: AgreementValues): AgreementBody {
  const { seller, buyer, foreign, currency, deductions, contractValueFen, ...rest } = values;
  const technologyValueFen = technologyValueOf(values);
  return {
    ...given(rest),
    ...given({ contractValueFen }),
    // Below nothing it is told as what it is: more is deducted than there is.
    ...(technologyValueFen !== null && { technologyValueFen }),
    seller: partyBodyOf(seller),
    buyer: partyBodyOf(buyer),
    deductions: deductions.map((one) => given(one)),
    currency,
    ...(currency !== 'CNY' && { foreign }),
  } as AgreementBody;
}

/** The merge patch from one version to another; the signing is an action of its own. */
export function agreementChange(before: AgreementValues, after: AgreementValues) {
  const { signedAt: _, ...was } = agreementBodyOf(before);
  const { signedAt: __, ...now } = agreementBodyOf(after);
  return mergeChange(was, now) as AgreementChange;
}
