import { unscoped } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { type Route, route } from '../../http/route.ts';
import type { EngagementStage } from '../../vocabulary.ts';
import { instituteRecordAnswer } from './institute-record-schema.ts';

const agreed: EngagementStage[] = ['agreed', 'delivering', 'completed'];
const talking: EngagementStage[] = ['introduced', 'meeting', 'evaluating', 'negotiating'];
const numbersOnly = unscoped('numbers of the district, which tell of no single row');

export function instituteRecordRoutes(ctx: Pick<Context, 'stores'>): Route[] {
  const { organizations, engagements, agreements } = ctx.stores;
  return [
    route(
      {
        method: 'get',
        path: '/organizations/:id/record',
        summary: 'What has come of an institute’s engagements on the district’s needs, in numbers',
        roles: ['broker', 'bureau', 'admin'],
        answer: instituteRecordAnswer,
      },
      async ({ actor, params: { id } }) => {
        const institute = await organizations.get(actor, id);
        if (institute.kind !== 'institute') throw notFound('institute');
        const { district } = actor;
        const at = (stages: EngagementStage[]) =>
          engagements.count(numbersOnly, {
            instituteId: id,
            needDistrict: district,
            stage: { $in: stages },
          });
        const [inTalks, inAgreement, over, registeredAgreements] = await Promise.all([
          at(talking),
          at(agreed),
          at(['ended']),
          agreements.count(numbersOnly, {
            organizationIds: id,
            districts: district,
            status: 'registered',
          }),
        ]);
        return { talking: inTalks, agreed: inAgreement, ended: over, registeredAgreements };
      },
    ),
  ];
}
