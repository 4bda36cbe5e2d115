import { systemActor } from '../../src/access/actor.ts';
import { randomOf } from '../../src/features/matching/hold-out.ts';
import { matchId } from '../../src/features/matching/match.ts';
import type { Service } from './service.ts';

/**
 * Decisions of a district as its brokers would have left them, of our own making: what shares
 * character pairs with the need is shortlisted, what shares words is not.
 */
export async function enterDecisions(
  service: Service,
  count: number,
  { district = '330206', from = 0 } = {},
): Promise<void> {
  const random = randomOf(district.length + from);
  const at = new Date();
  const rows = Array.from({ length: count }, (_, i) => {
    const needId = `n${Math.floor((from + i) / 8)}`;
    const capabilityId = `c${from + i}`;
    const good = i % 3 === 0;
    const values = {
      words: 0.1 + 0.1 * random() + (good ? 0 : 0.05),
      bigrams: 0.05 + 0.1 * random() + (good ? 0.1 : 0),
      characters: 0.1 + 0.1 * random(),
    };
    const decision = { decision: good ? 'shortlisted' : 'refused', by: 'b', at } as const;
    return {
      id: matchId(needId, capabilityId),
      fields: {
        ...{ needId, capabilityId, district, needOrganizationId: 'e', instituteId: 'i' },
        bySide: { need: good ? decision : { ...decision, code: 'wrong_field' as const } },
        seen: { rankerVersion: 'text-4', rank: 1, score: 0.3, values },
      },
    };
  });
  const cmd = { actor: systemActor(district), at, bulk: true as const };
  const { matchDecisions } = service.ctx.stores;
  await Promise.all(
    rows.map(({ id, fields }) => matchDecisions.insert(cmd, fields, { action: 'decided' }, id)),
  );
}
