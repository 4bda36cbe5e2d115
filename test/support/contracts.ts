import { addDays, shanghaiDate } from '../../src/calendar/dates.ts';
import { withCheckCharacter } from '../../src/features/organizations/credit-code.ts';
import type { Client } from './client.ts';
import { engaged, enterEngagementPeople } from './engagement-rows.ts';
import { startService } from './service.ts';

/** The day on which the run began, so that midnight in Shanghai does not part a test. */
const begun = shanghaiDate(new Date());
export const today = () => begun;
export const daysAgo = (days: number) => addDays(today(), -days);

export type ContractPlace = Awaited<ReturnType<typeof startContracts>>;

/** A service with one enterprise (the buyer), one institute (the seller), a broker and offices. */
export async function startContracts(options: Parameters<typeof startService>[0] = {}) {
  const service = await startService(options);
  const people = await enterEngagementPeople(service);
  const party = async (id: string, nature: string) => {
    const { body } = await people.bureau.get(`/organizations/${id}`);
    return { name: body.name as string, creditCode: body.creditCode as string, nature };
  };
  return {
    ...people,
    service,
    seller: await party(people.instituteId, '022'),
    buyer: await party(people.enterpriseId, '150'),
    /** A vetted need that the broker leads, and an engagement on it. */
    async engage() {
      const engagementId = await engaged(people);
      const { body } = await people.broker.get(`/engagements/${engagementId}`);
      return { engagementId, needId: body.needId as string };
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
