import { type Client, createClient } from './client.ts';
import type { Service } from './service.ts';

let counter = 0;

export const aPassword = '搭桥-bridge-2026';

/** A client with this person's session cookie, as a browser holds it. */
export async function signIn(
  service: Service,
  email: string,
  password = aPassword,
): Promise<Client> {
  const answer = await service.anonymous.post('/session', { email, password });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return createClient(service.url, { cookie: cookieOf(answer), origin: service.url });
}

/** What a browser sends back of a `Set-Cookie`. */
export function cookieOf(answer: { headers: Headers }): string {
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** Somebody invited through the door who has chosen a password. */
export async function enterPerson(
  service: Service,
  inviter: Client,
  fields: Record<string, unknown> = {},
): Promise<{ id: string; email: string }> {
  counter += 1;
  const email = `person${counter}@example.test`;
  const invited = await inviter.post('/users', {
    email,
    name: `Person ${counter}`,
    roles: ['broker'],
    ...fields,
  });
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  const { token } = invited.body.invitation;
  const accepted = await service.anonymous.post('/invitations/accept', {
    token,
    password: aPassword,
  });
  if (accepted.status !== 200) throw new Error(JSON.stringify(accepted.body));
  return { id: invited.body.id, email: invited.body.email };
}
