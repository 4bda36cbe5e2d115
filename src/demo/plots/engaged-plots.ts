import type { EngagementStage } from '../../vocabulary.ts';
import { contract } from '../content/contract-row.ts';
import { needRows } from '../content/needs/all.ts';
import { type Going, going } from '../content/talks-today.ts';
import { type DemoTime, workingDay } from '../demo-time.ts';
import type { Pair } from '../scenes/engagement-scenes.ts';
import type { Plot, Scenes } from './plot.ts';

const ladder: readonly EngagementStage[] = ['meeting', 'evaluating', 'negotiating', 'agreed'];

/** Talks as they stand today. */
export const engagedPlots = (scenes: Scenes): Plot[] =>
  going.map((one) => ({ broker: one.broker, tell: (time) => tell(scenes, one, time) }));

async function tell(scenes: Scenes, one: Going, time: DemoTime): Promise<void> {
  const { needs, assignments, engagements } = scenes;
  const { need: key, broker, days, capability } = one;
  const pair: Pair = { name: key, firm: needRows[key].firm, institute: one.institute, broker };
  const need = await needs.submit(key, time.ago(days + 11, 10));
  await needs.accept(need, time.ago(days + 7, 14));
  await assignments.propose(need._id, broker, time.ago(days + 5, 9));
  await assignments.accept(need._id, broker, time.ago(days + 5, 15));
  const { _id: id } = await engagements.introduce(pair, need._id, capability, time.ago(days, 10));
  await assignments.firstContact(need._id);
  if (one.stage === 'introduced') return;
  await engagements.call(pair, id, time.ago(days - 2, 11));
  await climb(scenes, one, pair, id, time);
  if (one.visitIn !== undefined) await planVisit(scenes, pair, id, one.visitIn, time);
  if (one.stage === 'agreed') await draftFor(scenes, pair, id, time);
  if (one.stage === 'ended') await giveUp(scenes, pair, need._id, id, time);
}

async function climb(
  { engagements }: Scenes,
  { stage, days, nda, step = 'coming' }: Going,
  pair: Pair,
  id: string,
  time: DemoTime,
): Promise<void> {
  const stages =
    stage === 'ended' ? ['meeting' as const] : ladder.slice(0, ladder.indexOf(stage) + 1);
  const pace = Math.floor((days - 6) / stages.length);
  for (const [n, to] of stages.entries()) {
    const last = n === stages.length - 1 && stage !== 'ended';
    const ago = days - 5 - n * pace;
    const round = n === 0 ? 'first' : 'later';
    await engagements.meet(pair, id, time.ago(ago, 14), round, last ? step : 'none');
    await engagements.move(pair, id, to, time.ago(ago, 17));
    if (nda && n === 0) await engagements.signNda(pair, id, time.ago(ago - 3, 10));
  }
}

const planVisit = ({ stage }: Scenes, pair: Pair, id: string, days: number, time: DemoTime) =>
  stage.ctx.engagements.plan(stage.as(`broker${pair.broker}`, time.ago(1, 9)), id, {
    plannedAt: time.on(workingDay(time.today, days), 10),
  });

/** The text is on the table, and both sides still have to sign. */
async function draftFor({ agreements }: Scenes, pair: Pair, id: string, time: DemoTime) {
  const row = contract(
    '拖链电缆无卤阻燃料委托开发',
    'development_commissioned',
    [pair.institute, pair.firm],
    ['flame-retard'],
    [190, 75],
    ['', ''],
  );
  await agreements.draft(row, time.ago(2, 9), `broker${pair.broker}`, { engagementId: id });
}

async function giveUp(
  { engagements, assignments, stage }: Scenes,
  pair: Pair,
  needId: string,
  id: string,
  time: DemoTime,
): Promise<void> {
  const at = time.ago(8, 15);
  if (pair.name === 'dustDock') {
    const note = '课题组今年排不出人手，建议企业另找团队。';
    await engagements.end(pair, id, at, 'no_capacity', note);
    return;
  }
  await engagements.end(pair, id, at, 'price', '报价超出预算一倍，企业决定先用现有设备。');
  const later = time.ago(7, 10);
  await stage.ctx.needs.withdraw(stage.as(pair.firm, later), needId, '改用现有测厚仪，明年再议。');
  await assignments.closed(needId, later);
}
