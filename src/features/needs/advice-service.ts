import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { type Actor, hasRole } from '../../access/actor.ts';
import { AppError } from '../../errors.ts';
import type { CapabilityStore } from '../capabilities/capability-store.ts';
import type { MatchService } from '../matching/match-service.ts';
import { layersSeenBy, type Need } from './need.ts';
import type { NeedAdvice } from './need-advice.ts';
import type { AdviceInput } from './need-advice-schema.ts';
import type { NeedStore } from './need-store.ts';

/** One may type for a long time; a program that asks faster than people type is slowed down. */
const perMinute = 90;
const sampleLength = 3;
/** Fewer characters are near to everything. */
const shortestText = 4;

/** Advice on a need that is being typed, by the rules of a stored one; nothing is kept. */
export function createAdviceService(parts: {
  needs: NeedStore;
  capabilities: CapabilityStore;
  advice: NeedAdvice;
  matches: Pick<MatchService, 'closeTo'>;
  redis: Redis;
  namespace: string;
}) {
  const { needs, capabilities, advice, matches } = parts;
  const shared = { points: perMinute, duration: 60, keyPrefix: `${parts.namespace}-limit-advice` };
  const limiter = new RateLimiterRedis({
    ...shared,
    storeClient: parts.redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(shared),
  });

  async function refuseHaste(actor: Actor): Promise<void> {
    try {
      await limiter.consume(actor.id);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new AppError(429, 'too_many_requests', `Wait ${seconds} seconds.`, {
        headers: { 'Retry-After': String(seconds) },
      });
    }
  }

  /** Only needs that the reader reads in full: likeness to a hidden text would tell it. */
  async function duplicates(actor: Actor, firm: string | undefined, draft: Need) {
    if (firm === undefined) return [];
    const near = await advice.duplicates({ ...draft, organizationId: firm });
    const seen = await needs.getMany(
      actor,
      near.map(({ id }) => id),
    );
    return near.flatMap(({ id, similarity }) => {
      const need = seen.get(id);
      if (!need || layersSeenBy(actor, need).length < 3) return [];
      return [{ id, title: need.title, similarity }];
    });
  }

  async function close(actor: Actor, draft: Need) {
    if (`${draft.title}${draft.problem}`.length < shortestText) {
      return { strong: 0, worthACall: 0, sample: [] };
    }
    const items = await matches.closeTo(draft);
    const nearest = items.filter(({ band }) => band !== 'weak');
    const seen = await capabilities.getMany(
      actor,
      nearest.slice(0, sampleLength).map(({ capabilityId }) => capabilityId),
    );
    return {
      strong: nearest.filter(({ band }) => band === 'strong').length,
      worthACall: nearest.filter(({ band }) => band === 'worth_a_call').length,
      sample: nearest.flatMap(({ capabilityId, band }) => {
        const found = seen.get(capabilityId);
        return found ? [{ id: found._id, title: found.title, band, of: found.organizationId }] : [];
      }),
    };
  }

  return async function advise(actor: Actor, input: AdviceInput) {
    await refuseHaste(actor);
    const { organizationId, needId, ...stated } = input;
    const draft = {
      ...stated,
      _id: needId ?? '',
      title: stated.title ?? '',
      problem: stated.problem ?? '',
      indicators: stated.indicators ?? [],
      confidential: {},
      district: actor.district,
    } as unknown as Need;
    const firm = hasRole(actor, 'enterprise') ? actor.organizationId : organizationId;
    const [repeated, near] = await Promise.all([
      duplicates(actor, firm, draft),
      close(actor, draft),
    ]);
    return { clarity: advice.clarity(draft), duplicates: repeated, close: near };
  };
}
