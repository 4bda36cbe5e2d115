import { systemActor } from '../../access/actor.ts';
import type { NeedKey } from '../content/needs/all.ts';
import { needRows } from '../content/needs/all.ts';
import type { Plot, Scenes } from './plot.ts';

/** Drafts, and what waits for the enterprise or for the second reader. */
export function youngPlots({ needs, stage }: Scenes): Plot[] {
  const drafts: NeedKey[] = ['shopPlan', 'coolantSmell', 'gridAudit', 'zincMagnet'];
  const submitted: NeedKey[] = ['micaNoise', 'platingNi', 'pvStand', 'bioYarn', 'penLine'];
  const { ctx, as } = stage;
  return [
    ...drafts.map(
      (key, n): Plot => ({
        tell: async (time) => void (await needs.post(key, time.ago(1 + n, 13 + n))),
      }),
    ),
    ...submitted.map(
      (key, n): Plot => ({
        tell: async (time) =>
          void (await needs.submit(key, n < 2 ? time.hoursAgo(2 + n) : time.ago(n, 9 + n))),
      }),
    ),
    // Firms phone: posted on their behalf, and not yet confirmed.
    { tell: async (time) => void (await needs.submit('rubberMould', time.hoursAgo(5), 'broker1')) },
    { tell: async (time) => void (await needs.submit('mudDry', time.ago(3, 15), 'bureau')) },
    {
      async tell(time) {
        const need = await needs.submit('oilFog', time.ago(4, 10), 'broker16');
        await needs.confirm('oilFog', need, time.ago(2, 9));
      },
    },
    {
      async tell(time) {
        const need = await needs.submit('perpetual', time.ago(80, 10));
        const note = '与能量守恒相悖，不属于可对接的技术需求。';
        await needs.refuse(need, time.ago(78, 15), 'other', note);
      },
    },
    {
      async tell(time) {
        const need = await needs.submit('cheapSteel', time.ago(54, 10));
        const note = '属于采购信息，请走供应链服务平台。';
        await needs.refuse(need, time.ago(52, 10), 'wrong_field', note);
      },
    },
    ...(['oldResin', 'helperFoam', 'glueGap'] as const).map(
      (key, n): Plot => ({
        async tell(time) {
          const need = await needs.submit(key, time.ago(210 + n, 10));
          await needs.accept(need, time.ago(205 + n, 14));
          if (key === 'oldResin') {
            const cmd = { actor: systemActor(stage.cast.district), at: time.ago(20, 1) };
            await ctx.needs.expire(cmd, need._id);
          } else {
            const cmd = as(needRows[key].firm, time.ago(150 - 40 * n, 11));
            await ctx.needs.withdraw(cmd, need._id, '已自行解决，感谢关注。');
          }
        },
      }),
    ),
  ];
}
