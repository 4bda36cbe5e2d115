import { addDays } from '../../calendar/dates.ts';
import { withCheckCharacter } from '../../features/organizations/credit-code.ts';
import type { ContractRow } from '../content/contract-row.ts';
import { drafts, output2026, recent, uncounted2026 } from '../content/contracts-others.ts';
import { buyersElsewhere } from '../content/enterprises.ts';
import type { Plot, Scenes } from './plot.ts';

/** Contracts that the office enters as registered. */
export const directPlots = ({ agreements }: Scenes, rows: readonly ContractRow[]): Plot[] =>
  rows.map((row) => ({
    tell: async (time) => {
      const entered = await agreements.enterRegistered(row, time);
      if (!row.unpaid) await agreements.pay(entered, row.registered, time);
    },
  }));

/** What belongs to the first half of 2026 and is counted in no total of it. */
export function uncountedPlots({ agreements, stage }: Scenes): Plot[] {
  const { duplicate, revoked, deregistered, signedOnly, appliedOnly } = uncounted2026;
  return [
    { tell: async (time) => void (await agreements.enterRegistered(duplicate, time)) },
    {
      async tell(time) {
        const { _id } = await agreements.enterRegistered(revoked, time);
        await agreements.revoke(
          _id,
          'fake',
          '核查发现合同未实际履行，撤销登记。',
          time.on('2026-05-08', 10),
        );
      },
    },
    {
      async tell(time) {
        const { _id } = await agreements.enterRegistered(deregistered, time);
        const at = time.on('2026-06-09', 10);
        await agreements.deregister(_id, 'terminated', '双方协商解除合同。', at);
      },
    },
    {
      async tell(time) {
        const { _id } = await agreements.draft(
          signedOnly,
          time.on(addDays(signedOnly.signed, -4), 9),
        );
        await agreements.sign(_id, signedOnly.signed, time.on(signedOnly.signed, 16));
      },
    },
    {
      async tell(time) {
        const { signed } = appliedOnly;
        const { _id } = await agreements.draft(appliedOnly, time.on(addDays(signed, -6), 9));
        await agreements.sign(_id, signed, time.on(signed, 16));
        const applied = addDays(signed, 8);
        await agreements.apply(_id, applied, time.on(applied, 11));
      },
    },
    {
      /** 中介合同: the platform's own fee, which would count the same deal twice. */
      async tell(time) {
        const { _id: organizationId, name } = stage.cast.organization('harbour');
        const row: ContractRow = {
          title: '岸桥防摇项目技术中介服务',
          type: 'service',
          ...{ seller: 'zitai', buyer: 'gangji', achievements: [], technologyWan: 320 },
          ...{ percent: 100, signed: '2026-03-12', registered: '2026-04-08' },
        };
        const seller = { organizationId, name, nature: '150' };
        await agreements.enterRegistered(row, time, { seller, intermediary: true });
      },
    },
    ...output2026.map(({ buyer, row }) => ({
      tell: async (time: Parameters<Plot['tell']>[0]) => {
        const { body, ...elsewhere } = buyersElsewhere[buyer]!;
        const party = { ...elsewhere, creditCode: withCheckCharacter(body), nature: '150' };
        await agreements.enterRegistered(row, time, { buyer: party });
      },
    })),
  ];
}

/** The last day of the dated history: what is reckoned from today must not fall into it. */
const lastDated = '2026-06-30';

/** Signed, applied and registered in the weeks before the seeding, and drafts. */
export function recentPlots({ agreements }: Scenes): Plot[] {
  return [
    ...recent.map(
      ({ row, signedDaysAgo, appliedDaysAgo, registeredDaysAgo }): Plot => ({
        async tell(time) {
          const signed = addDays(time.today, -signedDaysAgo);
          if (signed <= lastDated) return;
          if (registeredDaysAgo !== undefined) {
            const registered = addDays(time.today, -registeredDaysAgo);
            const entered = await agreements.enterRegistered({ ...row, signed, registered }, time);
            return agreements.pay(entered, registered, time);
          }
          const { _id } = await agreements.draft(row, time.on(addDays(signed, -5), 9));
          await agreements.sign(_id, signed, time.on(signed, 16));
          if (appliedDaysAgo === undefined) return;
          const applied = addDays(time.today, -appliedDaysAgo);
          await agreements.apply(_id, applied, time.on(applied, 10), row.seller);
        },
      }),
    ),
    ...drafts.map(
      (row, n): Plot => ({
        tell: async (time) => void (await agreements.draft(row, time.ago(3 - n, 10))),
      }),
    ),
  ];
}
