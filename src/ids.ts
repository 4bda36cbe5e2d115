import { monotonicFactory } from 'ulid';

/** Makes ids: 26-character ULIDs, so that the order of ids is the order of creation. */
export type NewId = (at: Date) => string;

export function createNewId(random?: () => number): NewId {
  const ulid = random ? monotonicFactory(random) : monotonicFactory();
  return (at) => ulid(at.getTime());
}
