import type { Context } from '../context.ts';
import { capabilityBody } from '../features/capabilities/capability-schema.ts';
import type { CooperationMode } from '../vocabulary.ts';
import type { Cast } from './cast.ts';
import { capabilities } from './content/capabilities/all.ts';
import type { CapabilityRow } from './content/capability-row.ts';
import { institutes } from './content/institutes.ts';
import { diceFor } from './demo-random.ts';
import { createDemoTime } from './demo-time.ts';

/** The newest ones, entered in the last weeks before the seeding, so that new matches come up. */
const fresh = new Set([
  'micro-injection',
  'composite-cure',
  'worker-safety',
  'audio-test',
  'syringe-glass',
  'biofilm',
  'tire-wear',
  'connector-sim',
  'honeycomb',
  'gauge-source',
]);

/** Shown in the institute's own district only. */
const kept = new Set(['fish-sort', 'rehab-glove']);

const modesOf: Record<CapabilityRow['stage'], CooperationMode[][]> = {
  early: [['joint'], ['joint', 'commissioned']],
  middle: [
    ['joint', 'commissioned'],
    ['commissioned', 'license'],
  ],
  mature: [
    ['transfer', 'license'],
    ['license', 'service', 'consulting'],
    ['commissioned', 'service'],
  ],
};

/** Enters all capabilities; answers their ids by key. */
export async function enterCapabilities(ctx: Context, cast: Cast, now: Date) {
  const ids = new Map<string, string>();
  await Promise.all(
    capabilities.map(async (row, n) => {
      const { key, institute, keywords, ...stated } = row;
      const dice = diceFor(key);
      const time = createDemoTime(now, 200 + n);
      const day = `2025-0${dice.between(1, 4)}-${String(dice.between(1, 28)).padStart(2, '0')}`;
      const at = fresh.has(key) ? time.ago(dice.between(1, 20), 10) : time.on(day, 10);
      const input = capabilityBody.parse({
        ...stated,
        keywords,
        externalId: `CG-${String(n + 1).padStart(3, '0')}`,
        ip: rightsOf(row, n),
        experts: [`${institutes[institute].name}课题组负责人${dice.pick(['一', '二', '三'])}`],
        cooperationModes: dice.pick(modesOf[row.stage]),
        visibility: kept.has(key) ? 'district' : 'public',
      });
      const cmd = { actor: cast.person(institute), at };
      ids.set(key, (await ctx.capabilities.create(cmd, input))._id);
    }),
  );
  return ids;
}

/** Numbers that nobody can take for those of real patents. */
function rightsOf({ key, institute, trl }: CapabilityRow, n: number) {
  const dice = diceFor(`${key} rights`);
  const count = Math.max(0, Math.min(3, dice.between(trl - 6, trl - 4)));
  return Array.from({ length: count }, (_, at) => ({
    type: at === 2 ? '实用新型' : '发明专利',
    number: `演示-${String(n + 1).padStart(3, '0')}-${at + 1}`,
    state: trl >= 7 ? '有效' : dice.pick(['有效', '实质审查']),
    holder: institutes[institute].name,
  }));
}
