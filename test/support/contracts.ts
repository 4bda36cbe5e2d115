import { isUnscoped, type Scope, unscoped } from '../../src/access/actor.ts';
import { addDays, shanghaiDate } from '../../src/calendar/dates.ts';
import type {
  EngagementFacts,
  EngagementLink,
} from '../../src/features/agreements/agreement-neighbours.ts';
import { withCheckCharacter } from '../../src/features/organizations/credit-code.ts';
import type { Client } from './client.ts';
import { enterNeedPeople, openNeed } from './rows.ts';
import { type Service, startService } from './service.ts';

/** Engagements as agreements see them, for tests of agreements alone. */
export function fakeEngagements() {
  const rows = new Map<string, EngagementFacts>();
  const told: string[] = [];
  const sees = (scope: Scope, facts: EngagementFacts) =>
    isUnscoped(scope) ||
    scope.id === facts.brokerId ||
    facts.districts.includes(scope.district) ||
    scope.organizationId === facts.enterpriseId ||
    scope.organizationId === facts.instituteId;
  const link: EngagementLink = {
    facts: async (scope, id) => {
      const facts = rows.get(id);
      return facts && sees(scope, facts) ? facts : null;
    },
    agreementSigned: async (_cmd, { engagementId, agreementId }) => {
      told.push(`${engagementId} ${agreementId}`);
    },
  };
  return { rows, told, link };
}

export const today = () => shanghaiDate(new Date());
export const daysAgo = (days: number) => addDays(today(), -days);

export interface ContractPlace extends Awaited<ReturnType<typeof enterNeedPeople>> {
  service: Service;
  engagements: ReturnType<typeof fakeEngagements>;
  seller: { name: string; creditCode: string; nature: string };
  buyer: { name: string; creditCode: string; nature: string };
  /** A vetted need, and an engagement on it. */
  engage(): Promise<{ needId: string; engagementId: string }>;
}

/** A service with one enterprise (the buyer), one institute (the seller), a broker and a bureau. */
export async function startContracts(
  options: Parameters<typeof startService>[0] = {},
): Promise<ContractPlace> {
  const engagements = fakeEngagements();
  const overrides = { ...options.overrides, engagements: engagements.link };
  const service = await startService({ ...options, overrides });
  const people = await enterNeedPeople(service);
  const party = async (id: string, nature: string) => {
    const { body } = await people.bureau.get(`/organizations/${id}`);
    return { name: body.name, creditCode: body.creditCode, nature };
  };
  return {
    ...people,
    service,
    engagements,
    seller: await party(people.instituteId, '022'),
    buyer: await party(people.enterpriseId, '150'),
    async engage() {
      const needId = await openNeed(people);
      const need = await service.ctx.stores.needs.get(unscoped('test'), needId);
      const engagementId = `engagement-${engagements.rows.size}`;
      engagements.rows.set(engagementId, {
        needId,
        enterpriseId: people.enterpriseId,
        instituteId: people.instituteId,
        brokerId: people.broker.actor!.id,
        shares: [],
        districts: ['330206'],
        ...(need.vetting && { needVettedAt: need.vetting.at }),
      });
      return { needId, engagementId };
    },
  };
}

/** 1,000,000.00 yuan, of which 750,000.00 is technology. */
export function anAgreement(place: Pick<ContractPlace, 'seller' | 'buyer'>) {
  return {
    type: 'development_commissioned',
    title: '耐候改性聚丙烯材料的开发',
    seller: place.seller,
    buyer: place.buyer,
    contractValueFen: 100_000_000,
    deductions: [
      { kind: 'equipment', amountFen: 20_000_000, note: '挤出机一台' },
      { kind: 'materials', amountFen: 5_000_000 },
    ],
    technologyValueFen: 75_000_000,
    field: 'new_materials',
    achievementIds: [] as string[],
  };
}

let counter = 0;

/** Another party, unknown to the service. */
export function stranger(division = '110108') {
  counter += 1;
  const serial = String(counter).padStart(9, '0');
  return {
    name: `外地单位 ${counter}`,
    creditCode: withCheckCharacter(`92${division}${serial}`),
    nature: '150',
  };
}

/** Posts and insists. */
export async function done(client: Client, path: string, body: unknown = {}) {
  const answer = await client.post(path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export const codesOf = (body: { errors: { path: string; code: string }[] }) =>
  body.errors.map(({ path, code }) => `${path}:${code}`).toSorted();
