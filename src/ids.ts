import { randomFillSync } from 'node:crypto';
import { monotonicFactory } from 'ulid';

/** Makes ids: 26-character ULIDs, so that the order of ids is the order of creation. */
export type NewId = (at: Date) => string;

export function createNewId(random: () => number = secureRandom()): NewId {
  const ulid = monotonicFactory(random);
  return (at) => ulid(at.getTime());
}

/** Numbers from 0 up to 1 out of a pool: an id asks for sixteen, the system is asked now and then. */
function secureRandom(): () => number {
  const pool = new Uint32Array(1024);
  let next = pool.length;
  return () => {
    if (next === pool.length) {
      randomFillSync(pool);
      next = 0;
    }
    return pool[next++]! / 2 ** 32;
  };
}
