import { assignmentWhen, enterBroker } from './brokers.ts';
import type { Client } from './client.ts';
import { enterNeedPeople, enterOrganization, openNeed } from './rows.ts';
import type { Service } from './service.ts';

export type EngagementPeople = Awaited<ReturnType<typeof enterEngagementPeople>>;

/** Everybody around one table: the parties, a lead broker, another, two offices, strangers. */
export async function enterEngagementPeople(service: Service) {
  const people = await enterNeedPeople(service);
  const farBureau = service.as({ roles: ['bureau'], district: '330203', name: 'far bureau' });
  const farInstituteId = await enterOrganization(farBureau, {
    kind: 'institute',
    district: '330203',
  });
  return {
    ...people,
    farBureau,
    farInstituteId,
    farInstitute: service.as({
      roles: ['institute'],
      district: '330203',
      organizationId: farInstituteId,
    }),
    broker: (await enterBroker(service, people.bureau, { capacity: 200 })).client,
    otherBroker: (await enterBroker(service, people.bureau, { capacity: 0 })).client,
    strangerBureau: service.as({ roles: ['bureau'], district: '330281' }),
  };
}

/** An open need that the broker of these people leads. */
export async function ledNeed(
  people: EngagementPeople,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const id = await openNeed(people, fields);
  const asked = await assignmentWhen(people.bureau, id, 'proposed');
  const answer = await people.broker.post(`/assignments/${asked.id}/accept`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return id;
}

/** An engagement of that need with the district's own institute. */
export async function engaged(
  people: EngagementPeople,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const needId = await ledNeed(people, fields);
  const { instituteId } = people;
  const answer = await people.broker.post('/engagements', { needId, instituteId });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

/** Walks an engagement through these stages. */
export async function moveThrough(client: Client, id: string, ...stages: string[]): Promise<void> {
  for (const to of stages) {
    const answer = await client.post(`/engagements/${id}/stage`, { to });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }
}
