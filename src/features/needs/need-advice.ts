import { clarity } from '../matching/clarity.ts';
import { createDuplicateGuard } from '../matching/near-duplicates.ts';
import type { Need } from './need.ts';
import type { NeedStore } from './need-store.ts';

export type NeedAdvice = ReturnType<typeof createNeedAdvice>;

const textOf = (need: Pick<Need, 'title' | 'problem'>) => `${need.title}\n${need.problem}`;

/** Most needs of one firm that near-duplicates are looked for among: the newest. */
const newest = 20_000;

/** Advice that comes with a posted need; it never refuses one. */
export function createNeedAdvice({ needs }: { needs: NeedStore }) {
  const guard = createDuplicateGuard({
    async load(organizationId) {
      const own = await needs.model
        .find(
          { organizationId, closeCode: { $nin: ['withdrawn', 'refused'] } },
          { title: 1, problem: 1 },
        )
        .sort({ _id: -1 })
        .limit(newest)
        .lean();
      return (own as unknown as Need[]).map((need) => ({ id: need._id, text: textOf(need) }));
    },
    ttlMs: 60_000,
    maxOrganizations: 500,
  });
  return {
    clarity: (need: Pick<Need, 'title' | 'problem' | 'indicators'>) => clarity(need),

    /** Only the same firm's needs: nobody learns of another's. */
    duplicates: (need: Need) => guard.check(need.organizationId, need._id, textOf(need)),

    /** To be told of every written need, so that the next one is compared with it at once. */
    noticed(need: Need) {
      guard.put(need.organizationId, need._id, textOf(need));
    },
  };
}
