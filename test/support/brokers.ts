import type { Client } from './client.ts';
import type { Service } from './service.ts';

export interface BrokerOnDuty {
  id: string;
  client: Client;
}

/** A person with the role broker, entered in the register. */
export async function enterBroker(
  service: Service,
  bureau: Client,
  fields: Record<string, unknown> = {},
): Promise<BrokerOnDuty> {
  const client = service.as({ roles: ['broker'], district: bureau.actor!.district });
  const answer = await bureau.post('/brokers', {
    userId: client.actor!.id,
    grade: 'intermediate',
    fields: ['new_materials'],
    capacity: 5,
    ...fields,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return { id: answer.body.id, client };
}

/** Asks until the answer is as wished; the last answer otherwise. */
export async function until<T>(
  ask: () => Promise<T>,
  wished: (answer: T) => boolean,
  ms = 30_000,
): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (wished(answer) || Date.now() > deadline) return answer;
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** The assignment of a need, once it is in this state. */
export async function assignmentWhen(
  reader: Client,
  needId: string,
  status: string,
  // biome-ignore lint/suspicious/noExplicitAny: answers have every shape
  also: (body: any) => boolean = () => true,
) {
  const answer = await until(
    () => reader.get(`/needs/${needId}/assignment`),
    ({ body }) => body.status === status && also(body),
  );
  if (answer.body.status !== status || !also(answer.body)) {
    throw new Error(`not ${status}: ${JSON.stringify(answer.body)}`);
  }
  return answer.body;
}
