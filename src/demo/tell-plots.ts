import { addDays, shanghaiDate } from '../calendar/dates.ts';
import { brokered2025, direct2025 } from './content/contracts-2025.ts';
import { brokered2026 } from './content/contracts-2026.ts';
import { direct2026 } from './content/contracts-2026-direct.ts';
import { createDemoTime } from './demo-time.ts';
import { brokeredPlots } from './plots/brokered-plots.ts';
import { directPlots, recentPlots, uncountedPlots } from './plots/contract-plots.ts';
import { engagedPlots } from './plots/engaged-plots.ts';
import type { Plot, Scenes } from './plots/plot.ts';
import { askedPlots, freshPlots, passedOnPlots } from './plots/waiting-plots.ts';
import { youngPlots } from './plots/young-plots.ts';
import { createAgreementScenes } from './scenes/agreement-scenes.ts';
import { createAssignmentScenes } from './scenes/assignment-scenes.ts';
import { createEngagementScenes } from './scenes/engagement-scenes.ts';
import { createNeedScenes } from './scenes/need-scenes.ts';
import type { Stage } from './stage.ts';

/** The first lane that the cast and the capabilities leave free. */
const firstLane = 400;

/** Tells every history, in an order in which none disturbs another. */
export async function tellPlots(stage: Stage): Promise<void> {
  const scenes: Scenes = {
    needs: createNeedScenes(stage),
    assignments: createAssignmentScenes(stage),
    engagements: createEngagementScenes(stage),
    agreements: createAgreementScenes(stage),
    stage,
  };
  let lane = firstLane;

  /** Side by side, but one broker's plots one after another: what a broker carries is judged. */
  async function tell(plots: readonly Plot[]): Promise<void> {
    const lines = new Map<string, (() => Promise<void>)[]>();
    for (const { broker, tell: told } of plots) {
      const time = createDemoTime(stage.now, lane);
      const line = broker === undefined ? `lane ${lane}` : `broker ${broker}`;
      lines.set(line, [...(lines.get(line) ?? []), () => told(time)]);
      lane += 1;
    }
    await Promise.all([...lines.values()].map(inTurn));
  }

  await tell([...brokeredPlots(scenes, brokered2025), ...directPlots(scenes, direct2025)]);
  await publishHalfYear(stage, lane);
  lane += 1;
  await tell([
    ...brokeredPlots(scenes, brokered2026),
    ...directPlots(scenes, direct2026),
    ...engagedPlots(scenes),
    ...askedPlots(scenes),
    ...freshPlots(scenes),
    ...youngPlots(scenes),
    ...recentPlots(scenes),
  ]);
  await tell([afterPublishing(stage, scenes)]);
  // They pass from broker to broker, so each is told alone.
  for (const plot of passedOnPlots(scenes)) await tell([plot]);
  // The repeated contract must find the one that it repeats.
  await tell(uncountedPlots(scenes));
  await takeLeave(stage, lane);
}

async function inTurn(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) await step();
}

/** The second half of 2025, as the bureau signed it. */
async function publishHalfYear({ ctx, now, as }: Stage, lane: number): Promise<void> {
  const at = createDemoTime(now, lane).on('2026-01-20', 15);
  await ctx.reports.publish(as('bureau', at), {
    ...{ from: '2025-07-01', to: '2025-12-31' },
    ...{ measure: 'registered', basis: 'registered', flow: 'absorbed', groupBy: 'field' },
  });
}

/** Two contracts of the published half-year change afterwards: adjustments of the next report. */
function afterPublishing({ ctx, cast }: Stage, { agreements }: Scenes): Plot {
  return {
    async tell(time) {
      const page = { limit: 100, sort: 'id' };
      const { items } = await ctx.agreements.list(
        cast.person('bureau'),
        { signedAt: { $lt: '2026-01-01' } },
        page,
      );
      const idOf = (title: string) => items.find((one) => one.title === title)!._id;
      const changed = direct2025.find(({ buyer }) => buyer === 'dongshe')!;
      const less = { ...changed, technologyWan: 2300 };
      const note = '减少两套样机，合同额与技术交易额相应调减。';
      await agreements.change(idOf(changed.title), less, note, time.on('2026-03-12', 10));
      const void2025 = direct2025.find(({ buyer }) => buyer === 'zhuzao')!;
      const why = '合同被确认无效，撤销登记。';
      await agreements.revoke(idOf(void2025.title), 'void', why, time.on('2026-04-02', 10));
    },
  };
}

/** Broker 17 is away these days. */
async function takeLeave({ ctx, cast, now, as }: Stage, lane: number): Promise<void> {
  const time = createDemoTime(now, lane);
  const leave = [
    {
      from: shanghaiDate(time.ago(3, 9)),
      to: addDays(time.today, 11),
      note: '年休假',
    },
  ];
  const { id } = cast.person('broker17');
  await ctx.brokers.update(as('broker17', time.ago(6, 9)), id, { leave }, undefined);
}
