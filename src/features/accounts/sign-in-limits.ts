import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../../errors.ts';
import { secretHash } from './link.ts';

const windowSeconds = 15 * 60;
/** Failed attempts in the window: for one address to sign in with, and from one network address. */
const perEmail = 10;
const perAddress = 100;

export type SignInLimits = ReturnType<typeof createSignInLimits>;

/**
 * Counts attempts before the password is looked at, so that many at once are limited as well, and
 * takes a right one off again. Counted in Redis for all processes; in this one while Redis is away.
 */
export function createSignInLimits({ redis, namespace }: { redis: Redis; namespace: string }) {
  const limiter = (name: string, points: number) => {
    const shared = { points, duration: windowSeconds, keyPrefix: `${namespace}-limit-${name}` };
    return new RateLimiterRedis({
      ...shared,
      storeClient: redis,
      rejectIfRedisNotReady: true,
      insuranceLimiter: new RateLimiterMemory(shared),
    });
  };
  const byEmail = limiter('email', perEmail);
  const byAddress = limiter('address', perAddress);

  return {
    async attempt(address: string, email?: string): Promise<void> {
      try {
        await byAddress.consume(address);
        if (email !== undefined) await byEmail.consume(secretHash(email));
      } catch (error) {
        if (error instanceof RateLimiterRes) throw tooMany(error.msBeforeNext);
        throw error;
      }
    },
    /** Takes an attempt off again that failed for our own reasons. */
    async forgive(address: string, email?: string): Promise<void> {
      await byAddress.reward(address);
      if (email !== undefined) await byEmail.reward(secretHash(email));
    },
    async succeeded(address: string, email?: string): Promise<void> {
      await byAddress.reward(address);
      if (email !== undefined) await byEmail.delete(secretHash(email));
    },
  };
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError(429, 'too_many_attempts', `Too many attempts. Wait ${seconds} seconds.`, {
    headers: { 'Retry-After': String(seconds) },
  });
}
