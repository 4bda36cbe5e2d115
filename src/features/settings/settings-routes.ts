import { type Actor, hasRole } from '../../access/actor.ts';
import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { actionsThat } from '../../schema/actions.ts';
import { vocabularyNames } from '../../vocabulary-names.ts';
import { settingsAnswer, settingsPatch } from './settings-schema.ts';
import type { EffectiveSettings } from './settings-service.ts';

const office = ['bureau', 'admin'] as const;

const vocabulary = Object.fromEntries(
  Object.entries(vocabularyNames).map(([table, names]) => [
    table,
    Object.entries(names).map(([code, name]) => ({ code, ...name })),
  ]),
);

function present(actor: Actor, { district, values, document }: EffectiveSettings) {
  return {
    id: district,
    actions: actionsThat(actor, 'settings', { update: hasRole(actor, ...office) }),
    revision: document?.revision ?? 0,
    district,
    ...(document && { updatedAt: document.updatedAt.toISOString() }),
    ...values,
    changed: Object.keys(document?.values ?? {}),
    vocabulary,
  };
}

export function settingsRoutes(ctx: Pick<Context, 'settings'>): Route[] {
  const { settings } = ctx;
  return [
    route(
      {
        method: 'get',
        path: '/settings',
        summary: "The district's clocks and dated rules, and every code with its names",
        answer: settingsAnswer,
      },
      async ({ actor }) => present(actor, await settings.get(actor)),
    ),
    route(
      {
        method: 'patch',
        path: '/settings',
        summary: "Change the district's settings; null brings a default back",
        roles: office,
        body: settingsPatch,
        answer: settingsAnswer,
      },
      async ({ cmd, body, ifMatch }) =>
        present(cmd.actor, await settings.update(cmd, body, ifMatch)),
    ),
  ];
}
