import type { NeedKey } from '../content/needs/all.ts';
import type { DemoTime } from '../demo-time.ts';
import type { Plot, Scenes } from './plot.ts';

/** Open needs on which somebody is asked, has accepted, or must be found by the bureau. */
export function askedPlots(scenes: Scenes): Plot[] {
  const { needs, assignments } = scenes;

  async function open(key: NeedKey, days: number, time: DemoTime): Promise<string> {
    const need = await needs.submit(key, time.ago(days + 3, 10));
    await needs.accept(need, time.ago(days, 11), 'bureau2');
    return need._id;
  }

  const proposed = (key: NeedKey, broker: number, hours: number): Plot => ({
    broker,
    async tell(time) {
      const id = await open(key, 5, time);
      await assignments.propose(id, broker, time.hoursAgo(hours));
    },
  });

  const accepted = (key: NeedKey, broker: number, days: number): Plot => ({
    broker,
    async tell(time) {
      const id = await open(key, days + 4, time);
      await assignments.propose(id, broker, time.ago(days + 1, 9));
      await assignments.accept(id, broker, time.ago(days, 10));
      await assignments.firstContact(id);
    },
  });

  return [
    proposed('odorTrim', 1, 3),
    proposed('barrelHeat', 9, 6),
    proposed('ropeCheck', 10, 9),
    accepted('presSensor', 1, 1),
    accepted('fishFreeze', 13, 1),
    accepted('headerSensor', 16, 16),
  ];
}

/** Needs that passed from one broker to the next; told one after another. */
export function passedOnPlots({ needs, assignments }: Scenes): Plot[] {
  return [
    {
      async tell(time) {
        const need = await needs.submit('tubeCoat', time.ago(12, 10));
        await needs.accept(need, time.ago(7, 11));
        await assignments.propose(need._id, 11, time.ago(5, 9));
        await assignments.decline(need._id, 11, time.ago(5, 16), 'no_capacity');
        await assignments.propose(need._id, 12, time.hoursAgo(2));
      },
    },
    {
      async tell(time) {
        const need = await needs.submit('sandReuse', time.ago(20, 10));
        await needs.accept(need, time.ago(16, 11));
        await assignments.propose(need._id, 14, time.ago(14, 9));
        await assignments.expire(need._id);
        await assignments.propose(need._id, 15, time.hoursAgo(4));
      },
    },
    {
      async tell(time) {
        const need = await needs.submit('paintWater', time.ago(30, 10));
        await needs.accept(need, time.ago(27, 11));
        await assignments.propose(need._id, 5, time.ago(26, 9));
        await assignments.decline(need._id, 5, time.ago(26, 15), 'wrong_field');
        await assignments.propose(need._id, 20, time.ago(24, 9));
        await assignments.expire(need._id);
        await assignments.propose(need._id, 18, time.ago(12, 9));
        await assignments.decline(need._id, 18, time.ago(12, 14), 'wrong_field');
        await assignments.next(need._id, time.ago(11, 9));
      },
    },
  ];
}

/** Vetted a moment ago: the real assignment and the real matching find these when work starts. */
export const freshPlots = ({ needs }: Scenes): Plot[] =>
  (['tiBolt', 'fenderLoad', 'wasteHeat', 'footprint', 'visionDefect'] as const).map((key, n) => ({
    async tell(time) {
      const need = await needs.submit(key, time.ago(2, 9 + n));
      await needs.accept(need, time.hoursAgo(0.2 + n / 10));
    },
  }));
