import { type Actor, unscoped } from '../../access/actor.ts';
import { shanghaiDate } from '../../calendar/dates.ts';
import type { FieldError } from '../../errors.ts';
import type { AgreementSide } from '../../vocabulary.ts';
import { divisionOfCreditCode, normalizeCreditCode } from '../organizations/credit-code.ts';
import type { Organization } from '../organizations/organization.ts';
import type { OrganizationStore } from '../organizations/organization-store.ts';
import type { Agreement } from './agreement.ts';
import type { Brokerage } from './agreement-brokerage.ts';
import type { EngagementFacts, EngagementLink } from './agreement-neighbours.ts';
import type { Party } from './agreement-party.ts';
import type { PartyInput } from './agreement-schema.ts';

/** Who takes part in an agreement: what its owner said, and what is known of it here. */
export type Participation = Pick<
  Agreement,
  | 'seller'
  | 'buyer'
  | 'brokerage'
  | 'organizationIds'
  | 'districts'
  | 'brokerIds'
  | 'buyerDistrictAssumed'
>;

export interface ParticipationInput {
  engagementId?: string | undefined;
  /** A side that is left out stays what it is in `kept`. */
  seller?: PartyInput | undefined;
  buyer?: PartyInput | undefined;
  kept?: Pick<Agreement, AgreementSide>;
}

export interface Participants {
  resolve(
    actor: Actor,
    input: ParticipationInput,
    recorded: Pick<Agreement, 'district' | 'recordedBy'> & { byBroker: boolean },
  ): Promise<{ participation: Participation; problems: FieldError[] }>;
  /** The engagement's facts as they are on the day of signing. */
  brokerageAtSigning(
    agreement: Pick<Agreement, 'engagementId' | 'brokerage'>,
  ): Promise<Brokerage | undefined>;
}

export function createParticipants(parts: {
  organizations: OrganizationStore;
  engagements: Pick<EngagementLink, 'facts'>;
}): Participants {
  const { organizations, engagements } = parts;
  const register = unscoped('a credit code or an engagement names the organization');
  const signing = unscoped('the agreement was tied to this engagement by someone who sees it');

  /** The organization here that the party is, by id, by credit code, or by name in the engagement. */
  async function organizationOf(
    actor: Actor,
    given: PartyInput,
    engaged: readonly Organization[],
  ): Promise<Organization | null> {
    if (given.organizationId !== undefined) {
      const known = engaged.find((one) => one._id === given.organizationId);
      return known ?? organizations.find(actor, { _id: given.organizationId });
    }
    if (given.creditCode !== undefined && (given.idKind ?? 'credit_code') === 'credit_code') {
      const creditCode = normalizeCreditCode(given.creditCode);
      const found = await organizations.find(register, { creditCode });
      if (found) return found;
    }
    const namesake = engaged.find((one) => one.name === given.name);
    return namesake && !(namesake.creditCode && given.creditCode) ? namesake : null;
  }

  async function engagedOf(engagement: EngagementFacts | null): Promise<Organization[]> {
    if (!engagement) return [];
    const { enterpriseId, instituteId, enterpriseHidden } = engagement;
    // Whether a guess meets the hidden enterprise's name or id would give it away.
    const named = enterpriseHidden ? [instituteId] : [enterpriseId, instituteId];
    return [...(await organizations.getMany(register, named)).values()];
  }

  return {
    async brokerageAtSigning({ engagementId, brokerage }) {
      if (engagementId === undefined) return brokerage;
      const engagement = await engagements.facts(signing, engagementId);
      return engagement ? brokerageOf(engagement) : brokerage;
    },

    async resolve(actor, input, recorded) {
      const problems: FieldError[] = [];
      const engagement =
        input.engagementId === undefined
          ? null
          : await engagements.facts(actor, input.engagementId);
      if (input.engagementId !== undefined && !engagement) {
        problems.push({ path: 'engagementId', code: 'unknown', message: 'No such engagement.' });
      }
      const engaged = await engagedOf(engagement);
      const side = async (name: AgreementSide) => {
        const given = input[name];
        if (!given) return { ...input.kept![name] };
        const found = await organizationOf(actor, given, engaged);
        const { party, problems: own } = partyOf(given, found, name);
        problems.push(...own);
        return party;
      };
      const [seller, buyer] = [await side('seller'), await side('buyer')];
      const { district } = recorded;
      const assumed =
        seller.district !== district && buyer.district !== district && buyer.country === 'CN';
      if (assumed && buyer.organizationId === undefined) buyer.district = district;
      const brokerIds = [engagement?.brokerId, recorded.byBroker ? recorded.recordedBy : undefined];
      const districts = [
        seller.district,
        buyer.district,
        district,
        ...(engagement?.districts ?? []),
      ];
      return {
        problems,
        participation: {
          seller,
          buyer,
          brokerage: engagement ? brokerageOf(engagement) : undefined,
          organizationIds: present([seller.organizationId, buyer.organizationId]),
          districts: present(districts),
          brokerIds: present(brokerIds),
          buyerDistrictAssumed: (assumed && buyer.organizationId === undefined) || undefined,
        },
      };
    },
  };
}

function brokerageOf(engagement: EngagementFacts): Brokerage {
  const { needId, enterpriseId, instituteId, brokerId, shares, needVettedAt } = engagement;
  return {
    needId,
    enterpriseId,
    instituteId,
    shares,
    ...(brokerId !== undefined && { leadBrokerId: brokerId }),
    ...(needVettedAt && { needVettedAt, needVettedOn: shanghaiDate(needVettedAt) }),
  };
}

const present = (values: (string | undefined)[]): string[] =>
  [...new Set(values)].filter((value) => value !== undefined);

function partyOf(given: PartyInput, known: Organization | null, side: AgreementSide) {
  const problems: FieldError[] = [];
  const idKind = given.idKind ?? known?.idKind ?? 'credit_code';
  const stated = given.creditCode === undefined ? undefined : normalizeCreditCode(given.creditCode);
  const creditCode = stated ?? (idKind === 'credit_code' ? known?.creditCode : undefined);
  if (given.organizationId !== undefined && !known) {
    problems.push({
      path: `${side}.organizationId`,
      code: 'unknown',
      message: 'No such organization.',
    });
  } else if (idKind === 'credit_code' && creditCode === undefined && !known) {
    problems.push({
      path: `${side}.creditCode`,
      code: 'required',
      message: 'A credit code is needed, or another kind of identity.',
    });
  }
  if (known?.creditCode && stated && known.creditCode !== stated) {
    problems.push({
      path: `${side}.creditCode`,
      code: 'other_organization',
      message: 'That organization has another credit code.',
    });
  }
  const division = creditCode === undefined ? undefined : divisionOfCreditCode(creditCode);
  const party: Party = defined({
    organizationId: known?._id,
    name: given.name,
    idKind,
    creditCode,
    idNumber: given.idNumber,
    country: given.country ?? known?.country ?? 'CN',
    nature: given.nature,
    district:
      known?.district ?? given.district ?? (idKind === 'credit_code' ? division : undefined),
    division,
    kind: known?.kind,
    industry: known?.industry ?? given.industry,
    tier: known?.tier,
  });
  return { party, problems };
}

/** Without absent members: the driver would store them as null. */
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
