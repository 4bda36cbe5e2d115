import { withCheckCharacter } from '../../src/features/organizations/credit-code.ts';
import type { Client } from './client.ts';
import type { Service } from './service.ts';

/** Row factories: what most tests need to stand on, made through the door. */
export async function enterNeedPeople(service: Service, district = '330206') {
  const bureau = service.as({ roles: ['bureau'], district, name: 'bureau' });
  const enterpriseId = await enterOrganization(bureau, { kind: 'enterprise', district });
  const instituteId = await enterOrganization(bureau, { kind: 'institute', district });
  return {
    bureau,
    enterpriseId,
    instituteId,
    enterprise: service.as({ roles: ['enterprise'], district, organizationId: enterpriseId }),
    institute: service.as({ roles: ['institute'], district, organizationId: instituteId }),
    broker: service.as({ roles: ['broker'], district }),
  };
}

let counter = 0;

export async function enterOrganization(
  bureau: Client,
  fields: { kind: string; district: string; name?: string; [field: string]: unknown },
): Promise<string> {
  counter += 1;
  const answer = await bureau.post('/organizations', {
    name: `${fields.kind} ${counter}`,
    creditCode: withCheckCharacter(`91${fields.district}${String(counter).padStart(9, '0')}`),
    ...fields,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id;
}

export const aNeed = {
  title: '保险杠晒两年就发白',
  problem:
    '我们做汽车保险杠,聚丙烯材料,户外晒两年就发白开裂,希望至少 3000 小时氙灯老化色差不超过 3。',
} as const;

/** A need that both readers have passed: open for matching. */
export async function openNeed(
  people: { enterprise: Client; bureau: Client },
  fields: Record<string, unknown> = {},
): Promise<string> {
  const posted = await people.enterprise.post('/needs', { ...aNeed, ...fields });
  if (posted.status !== 201) throw new Error(JSON.stringify(posted.body));
  const { id } = posted.body;
  await people.enterprise.post(`/needs/${id}/submit`);
  const vetted = await people.bureau.post(`/needs/${id}/vet`, { decision: 'accepted' });
  if (vetted.status !== 200) throw new Error(JSON.stringify(vetted.body));
  return id;
}
