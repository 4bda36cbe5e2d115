import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { adviceAnswer, adviceBody } from './need-advice-schema.ts';

export function adviceRoutes(ctx: Pick<Context, 'adviseOnNeed' | 'organizationNames'>): Route[] {
  return [
    route(
      {
        method: 'post',
        path: '/needs/advice',
        summary: 'Advice on a need as far as it is typed; nothing is stored',
        roles: ['enterprise', 'broker', 'bureau'],
        body: adviceBody,
        answer: adviceAnswer,
      },
      async ({ actor, body }) => {
        const { close, ...rest } = await ctx.adviseOnNeed(actor, body);
        const names = await ctx.organizationNames(close.sample.map((one) => one.of));
        const sample = close.sample.map(({ of, ...one }) => {
          const name = names.get(of);
          return { ...one, institute: { id: of, ...(name !== undefined && { name }) } };
        });
        return { ...rest, close: { ...close, sample } };
      },
    ),
  ];
}
