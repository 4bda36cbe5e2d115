import type { AgreementType } from '../../vocabulary.ts';
import type { InstituteKey } from './institutes.ts';

/** One invented contract of the district; money in 万元. */
export interface ContractRow {
  title: string;
  type: AgreementType;
  seller: InstituteKey;
  /** Key of the enterprise. */
  buyer: string;
  /** Keys of capabilities. */
  achievements: string[];
  technologyWan: number;
  /** Technology value in a hundred parts of the contract value. */
  percent: number;
  signed: string;
  registered: string;
  /** No payment was told of. */
  unpaid?: true;
}

type Place = [seller: InstituteKey, buyer: string];
type Worth = [technologyWan: number, percent: number];
type Days = [signed: string, registered: string];

export const contract = (
  title: string,
  type: AgreementType,
  [seller, buyer]: Place,
  achievements: string[],
  [technologyWan, percent]: Worth,
  [signed, registered]: Days,
): ContractRow => ({
  title,
  type,
  seller,
  buyer,
  achievements,
  technologyWan,
  percent,
  signed,
  registered,
});
