import type { Context } from '../../context.ts';
import { type Route, route } from '../../http/route.ts';
import { vocabularyNames } from '../../vocabulary-names.ts';
import { settingsAnswer, settingsPatch } from './settings-schema.ts';
import type { EffectiveSettings } from './settings-service.ts';

const vocabulary = Object.fromEntries(
  Object.entries(vocabularyNames).map(([table, names]) => [
    table,
    Object.entries(names).map(([code, name]) => ({ code, ...name })),
  ]),
);

function present({ district, values, document }: EffectiveSettings) {
  return {
    id: district,
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
      async ({ actor }) => present(await settings.get(actor)),
    ),
    route(
      {
        method: 'patch',
        path: '/settings',
        summary: "Change the district's settings; null brings a default back",
        roles: ['bureau', 'admin'],
        body: settingsPatch,
        answer: settingsAnswer,
      },
      async ({ cmd, body, ifMatch }) => present(await settings.update(cmd, body, ifMatch)),
    ),
  ];
}
