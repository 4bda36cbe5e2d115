import type { FieldError } from '../../errors.ts';
import type { IdKind, OrganizationKind, PartyKind, Tier } from '../../vocabulary.ts';
import { checkCreditCode, creditCodeMessage } from '../organizations/credit-code.ts';

export interface Party {
  organizationId?: string | undefined;
  name: string;
  idKind: IdKind;
  creditCode?: string | undefined;
  /** Foreign registration number or a person's document. */
  idNumber?: string | undefined;
  country: string;
  /** Nature code of the register (单位性质), or the words given where no code is known. */
  nature: string;
  district?: string | undefined;
  /** GB/T 2260. */
  division?: string | undefined;
  kind?: OrganizationKind | undefined;
  industry?: string | undefined;
  tier?: Tier | undefined;
}

/** Nature codes of the register's form with their Chinese, as far as they were seen. */
export const natures: Record<string, string> = {
  '010': '机关法人',
  '020': '事业法人',
  '021': '科研机构',
  '022': '高等院校',
  '023': '医疗、卫生',
  '029': '其他事业法人',
  '030': '社团法人',
  '100': '企业法人',
  '110': '国有企业',
  '120': '集体企业',
  '130': '股份合作企业',
  '140': '联营企业',
  '150': '有限责任公司',
  '160': '股份有限公司',
  '170': '私营企业',
  '190': '其他内资企业',
  '200': '港澳台商投资企业',
  '300': '外商投资企业',
  '400': '个体经营',
  '410': '个体户',
  '420': '个人合伙',
  '500': '自然人',
  '600': '其他组织',
};

const codeOfLabel = new Map(Object.entries(natures).map(([code, label]) => [label, code]));

/** The code where a code or its Chinese was given; other words stay as they are. */
export const normalizeNature = (text: string): string => {
  const plain = text.normalize('NFKC').trim();
  return codeOfLabel.get(plain) ?? plain;
};

export const isKnownNature = (nature: string): boolean => nature in natures;

/** Coarse kind for grouping: what the organization is here, else what its nature code says. */
export const partyKind = (party: Pick<Party, 'idKind' | 'nature' | 'kind'>): PartyKind => {
  if (party.idKind === 'foreign_registration') return 'foreign';
  if (party.kind === 'institute' || party.kind === 'enterprise') return party.kind;
  if (party.idKind === 'person' || party.nature === '500') return 'person';
  if (/^02\d$/.test(party.nature)) return 'institute';
  if (/^[1-3]\d\d$/.test(party.nature)) return 'enterprise';
  return 'other';
};

/** What identifies a party for the duplicate guard: its number, else its name. */
export const partyKey = (party: Pick<Party, 'creditCode' | 'idNumber' | 'name'>): string =>
  party.creditCode ?? party.idNumber ?? party.name.normalize('NFKC').replace(/\s+/gu, '');

type GivenParty = Pick<Party, 'idKind' | 'creditCode' | 'country'>;

/**
 * Every way in which one party's identity does not hold; `path` is where the party stands. A credit
 * code that is missing may still be known of the organization, so that is judged elsewhere.
 */
export const partyProblems = (party: Partial<GivenParty>, path: string): FieldError[] => {
  const idKind = party.idKind ?? 'credit_code';
  if (idKind === 'credit_code') {
    // What is no text at all is told by the shape.
    if (typeof party.creditCode !== 'string') return [];
    const check = checkCreditCode(party.creditCode);
    if (check.ok) return [];
    return [
      {
        path: `${path}.creditCode`,
        code: 'invalid_credit_code',
        message: creditCodeMessage(check.fault),
      },
    ];
  }
  const problems: FieldError[] = [];
  if (party.creditCode !== undefined) {
    problems.push({
      path: `${path}.creditCode`,
      code: 'credit_code_not_expected',
      message: `A party identified by ${idKind} has no credit code.`,
    });
  }
  if (party.country === undefined) {
    problems.push({
      path: `${path}.country`,
      code: 'required',
      message: 'The country is needed where there is no credit code.',
    });
  }
  return problems;
};
