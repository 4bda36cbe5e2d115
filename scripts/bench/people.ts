import { withCheckCharacter } from '../../src/features/organizations/credit-code.ts';
import { admin } from './product.ts';

const district = '330206';

/** Speaks JSON to the product under `/api/v1`; anything but success ends the benchmark. */
export async function call(
  url: string,
  credential: string,
  method: string,
  path: string,
  body?: unknown,
  // biome-ignore lint/suspicious/noExplicitAny: a benchmark reads answers of every shape
): Promise<any> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...header(credential), 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** A token goes into `Authorization`, a session into the cookie; the bench passes either as text. */
const header = (credential: string): Record<string, string> =>
  credential.startsWith('Bearer ') ? { authorization: credential } : { cookie: credential };

async function signIn(url: string, email: string, password: string): Promise<string> {
  const session = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  if (!session.ok) throw new Error(`Sign-in answered ${session.status}: ${await session.text()}`);
  return session.headers.getSetCookie()[0]!.split(';')[0]!;
}

/** A token that may do everything its person may. */
async function tokenOf(url: string, email: string): Promise<string> {
  const session = await signIn(url, email, admin.password);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const body = { name: 'bench', scopes: ['*:read', '*:write'], expiresAt };
  return `Bearer ${(await call(url, session, 'POST', '/tokens', body)).token}`;
}

/** A bureau clerk, an enterprise and an institute, entered as an administrator would. */
export async function enterPeople(url: string, administrator = admin.email) {
  const boss = await signIn(url, administrator, admin.password);
  const organization = async (kind: string, n: number) => {
    const creditCode = withCheckCharacter(`91${district}00000000${n}`);
    const body = { kind, name: `${kind} of the bench`, district, creditCode };
    return (await call(url, boss, 'POST', '/organizations', body)).id as string;
  };
  const person = async (role: string, organizationId?: string) => {
    const email = `${role}@bench.test`;
    const body = { email, name: role, roles: [role], ...(organizationId && { organizationId }) };
    const { invitation } = await call(url, boss, 'POST', '/users', body);
    const { token } = invitation;
    await call(url, '', 'POST', '/invitations/accept', { token, password: admin.password });
    return tokenOf(url, email);
  };
  const enterpriseId = await organization('enterprise', 1);
  const instituteId = await organization('institute', 2);
  return {
    enterpriseId,
    instituteId,
    bureau: await person('bureau'),
    enterprise: await person('enterprise', enterpriseId),
    institute: await person('institute', instituteId),
  };
}
