import { addDays } from '../../calendar/dates.ts';
import type { Agreement } from '../../features/agreements/agreement.ts';
import type { BrokeredRow } from '../content/contracts-2026.ts';
import type { InstituteKey } from '../content/institutes.ts';
import { type NeedKey, needRows } from '../content/needs/all.ts';
import { diceFor } from '../demo-random.ts';
import { type DemoTime, workingDay } from '../demo-time.ts';
import type { Pair } from '../scenes/engagement-scenes.ts';
import type { Plot, Scenes } from './plot.ts';

type Told = { row: BrokeredRow; pair: Pair; needId: string; id: string; time: DemoTime };

/** From a need to a registered contract, about half a year each, and what came after. */
export function brokeredPlots(scenes: Scenes, rows: Partial<Record<NeedKey, BrokeredRow>>): Plot[] {
  return Object.entries(rows).map(([key, row]) => ({
    broker: row.broker,
    tell: async (time) => {
      const told = await openTalks(scenes, key as NeedKey, row, time);
      const agreement =
        row.flaw === 'late' ? await enterAfterwards(scenes, told) : await negotiate(scenes, told);
      await deliver(scenes, told, agreement);
    },
  }));
}

async function openTalks(
  { needs, assignments, engagements }: Scenes,
  key: NeedKey,
  row: BrokeredRow,
  time: DemoTime,
): Promise<Told> {
  const { broker, signed, seller, buyer, achievements } = row;
  const first = row.flaw === 'late' ? 12 : -diceFor(key).between(150, 185);
  const day = (days: number) => workingDay(signed, first + days);
  const pair: Pair = {
    name: key,
    firm: needRows[key].firm,
    institute: seller as InstituteKey,
    broker,
  };
  if (pair.firm !== buyer) throw new Error(`The buyer of ${row.title} is not the need's firm.`);
  const need = await needs.submit(key, time.on(day(0), 9.5));
  const needId = need._id;
  await needs.accept(need, time.on(day(2), 14), diceFor(key).pick(['bureau', 'bureau2']));
  await assignments.propose(needId, broker, time.on(day(3), 9));
  await assignments.accept(needId, broker, time.on(day(3), 15.5));
  const at = time.on(day(6), 10);
  const { _id: id } = await engagements.introduce(pair, needId, achievements[0], at);
  await engagements.call(pair, id, time.on(day(7), 11));
  await assignments.firstContact(needId);
  await engagements.meet(pair, id, time.on(day(13), 14), 'first');
  await engagements.move(pair, id, 'meeting', time.on(day(13), 17));
  return { row, pair, needId, id, time };
}

async function negotiate(
  { engagements, agreements }: Scenes,
  { row, pair, id, time }: Told,
): Promise<Agreement> {
  const { signed, broker } = row;
  const lead = `broker${broker}`;
  const day = (days: number) => workingDay(signed, days);
  if (diceFor(pair.name).between(1, 3) > 1) {
    await engagements.signNda(pair, id, time.on(day(-122), 15));
  }
  await engagements.move(pair, id, 'evaluating', time.on(day(-115), 10));
  await engagements.meet(pair, id, time.on(day(-88), 9.5), 'later');
  await engagements.call(pair, id, time.on(day(-70), 16));
  await engagements.move(pair, id, 'negotiating', time.on(day(-52), 11));
  await engagements.meet(pair, id, time.on(day(-31), 14), 'later');
  if (diceFor(`${pair.name} share`).between(1, 3) === 1) {
    await engagements.share(pair, id, time.on(day(-30), 9), broker === 19 ? 20 : 19);
  }
  const draft = await agreements.draft(row, time.on(addDays(signed, -9), 10), lead, {
    engagementId: id,
  });
  const signing = time.on(signed, 16);
  await agreements.sign(draft._id, signed, signing, lead);
  await engagements.signed(id, draft._id, signed, signing);
  await agreements.confirm(draft._id, pair.institute, time.on(addDays(signed, 1), 10));
  if (row.flaw !== 'unconfirmed') {
    await agreements.confirm(draft._id, pair.firm, time.on(addDays(signed, 1), 14));
  }
  const applied = addDays(signed, 5);
  await agreements.apply(draft._id, applied, time.on(applied, 10), lead);
  const registering = time.on(row.registered, 15);
  return agreements.register(draft._id, row, row.registered, registering);
}

/** The contract was there before the need was vetted: registered, and no brokered one. */
async function enterAfterwards(
  { engagements, agreements }: Scenes,
  { row, pair, id, time }: Told,
): Promise<Agreement> {
  const { signed, registered } = row;
  await engagements.move(pair, id, 'negotiating', time.on(addDays(registered, 10), 9));
  const late = { ...row, registered: workingDay(registered, 12) };
  const entered = await agreements.enterRegistered({ ...row }, lateTime(time, late.registered), {
    engagementId: id,
  });
  const at = time.on(late.registered, 16);
  await engagements.signed(id, entered._id, signed, at);
  await agreements.confirm(entered._id, pair.firm, time.on(late.registered, 16.5));
  await agreements.confirm(entered._id, pair.institute, time.on(late.registered, 17));
  return entered;
}

/** The same lane, but whatever is asked for happens on that day. */
const lateTime = (time: DemoTime, day: string): DemoTime => ({
  ...time,
  on: (_, hour) => time.on(day, hour),
});

async function deliver(
  { engagements, agreements, assignments, stage }: Scenes,
  { row, pair, needId, id, time }: Told,
  agreement: Agreement,
): Promise<void> {
  const { signed, registered, course } = row;
  if (course === 'agreed') return;
  await agreements.pay(agreement, registered, time);
  await engagements.move(pair, id, 'delivering', time.on(workingDay(registered, 20), 9));
  await engagements.visit(pair, id, time);
  if (course !== 'completed') return;
  const done = time.on(workingDay(signed, 158), 10);
  await engagements.outcome(pair, id, done);
  await engagements.move(pair, id, 'completed', new Date(done.getTime() + 3_600_000));
  const closed = new Date(done.getTime() + 7_200_000);
  await stage.ctx.needs.close(stage.as(pair.firm, closed), needId, 'solved');
  await assignments.closed(needId, closed);
}
