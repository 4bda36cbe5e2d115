import { type Actor, systemActor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../features/accounts/user.ts';
import { withCheckCharacter } from '../features/organizations/credit-code.ts';
import type { Organization } from '../features/organizations/organization.ts';
import type { Role } from '../vocabulary.ts';
import { brokers } from './content/brokers.ts';
import { enterprises } from './content/enterprises.ts';
import { institutes, platforms } from './content/institutes.ts';
import { createDemoTime, type DemoTime } from './demo-time.ts';

/** Who plays a part: organizations by their key, people by theirs. */
export interface Cast {
  district: string;
  organization(key: string): Organization;
  /** `bureau`, `broker1`, or the key of an organization for the person who speaks for it. */
  person(key: string): Actor;
}

/** The day on which everybody was entered. */
const founded = '2024-09-02';
const home = '330206';
const numerals = '一二三四五六七八九十';
const chineseNumber = (n: number) =>
  n <= 10 ? numerals[n - 1]! : n < 20 ? `十${numerals[n - 11]}` : '二十';

/** Invented, as the name is, except that the last character is right. */
const codeOf = (prefix: string, district: string, n: number) =>
  withCheckCharacter(`${prefix}${district}MADEM${String(n).padStart(4, '0')}`);

export async function enterCast(ctx: Context, now: Date, hash: string): Promise<Cast> {
  const { district } = ctx.config;
  const organizations = new Map<string, Organization>();
  const people = new Map<string, Actor>();
  let lane = 0;
  const nextTime = (): DemoTime => {
    lane += 1;
    return createDemoTime(now, lane);
  };
  const system = systemActor(district);

  async function organize(key: string, input: Parameters<typeof ctx.organizations.create>[1]) {
    const cmd = { actor: system, at: nextTime().on(founded, 9) };
    const inDistrict = input.district === home ? { ...input, district } : input;
    organizations.set(key, await ctx.organizations.create(cmd, inDistrict));
  }

  async function enter(key: string, login: string, name: string, roles: Role[]) {
    const organizationId = organizations.get(key)?._id;
    const cmd = { actor: system, at: nextTime().on(founded, 10) };
    const input = {
      email: `${login}@demo.test`,
      name,
      roles,
      ...(organizationId ? { organizationId } : { district }),
    };
    const user = ctx.accounts.users.enterWithPassword(cmd, input, hash, ctx.newId(cmd.at));
    people.set(key, actorOf(await user));
  }

  await Promise.all([
    ...enterprises.map(({ key, ...firm }, n) => {
      const creditCode = codeOf('91', home, n + 1);
      return organize(key, { ...firm, kind: 'enterprise', creditCode, district: home });
    }),
    ...Object.entries(institutes).map(([key, { name, district: where }], n) => {
      const creditCode = codeOf('12', where, n + 101);
      return organize(key, { name, kind: 'institute', creditCode, district: where });
    }),
    ...platforms.map(({ key, name, district: where }, n) => {
      const creditCode = codeOf('91', where, n + 201);
      return organize(key, { name, kind: 'platform', creditCode, district: where });
    }),
  ]);
  await Promise.all([
    enter('admin', 'admin', '系统管理员', ['admin', 'bureau']),
    enter('bureau', 'bureau', '科技局科长', ['bureau']),
    enter('bureau2', 'bureau2', '科技局科员', ['bureau']),
    ...enterprises.map(({ key, name }, n) =>
      enter(key, `enterprise${n + 1}`, `${name}技术负责人`, ['enterprise']),
    ),
    ...Object.entries(institutes).map(([key, { name }], n) =>
      enter(key, `institute${n + 1}`, `${name}成果转化专员`, ['institute']),
    ),
    ...brokers.map(({ bureau }, n) =>
      enter(
        `broker${n + 1}`,
        `broker${n + 1}`,
        `经纪人${chineseNumber(n + 1)}`,
        bureau ? ['broker', 'bureau'] : ['broker'],
      ),
    ),
  ]);

  const cast: Cast = {
    district,
    organization: (key) => found(organizations, key),
    person: (key) => found(people, key),
  };
  await Promise.all(
    brokers.map(({ bureau: _, employer, conflicts = [], ...profile }, n) =>
      ctx.brokers.create(
        { actor: cast.person('bureau'), at: nextTime().on(founded, 14) },
        {
          ...profile,
          userId: cast.person(`broker${n + 1}`).id,
          externalId: `JJR-${String(n + 1).padStart(3, '0')}`,
          ...(employer && { employerId: cast.organization(employer)._id }),
          conflicts: conflicts.map((key) => cast.organization(key)._id),
          leave: [],
          active: true,
        },
      ),
    ),
  );
  return cast;
}

function found<T>(all: ReadonlyMap<string, T>, key: string): T {
  const one = all.get(key);
  if (one === undefined) throw new Error(`The demo knows no ${key}.`);
  return one;
}
