import { useRef } from 'react';

/** A command on its way, or of which nothing was heard: the same input gets the same key. */
export interface Attempt {
  key: string;
  input: string;
}

/** Where the attempt is kept; with a draft it survives a closed tab. */
export interface AttemptMemory {
  read(): Attempt | undefined;
  write(attempt: Attempt | undefined): void;
}

/** A key by which the service knows a repeated attempt of one command. */
const newCommandKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * Attempts of the same command share a key until one succeeds, so that a lost answer never makes it
 * happen twice.
 */
export function useAttempt(kept?: AttemptMemory) {
  const held = useRef<Attempt>(undefined);
  const memory: AttemptMemory = kept ?? {
    read: () => held.current,
    write: (attempt) => {
      held.current = attempt;
    },
  };
  return {
    keyOf(input: unknown): string {
      const text = JSON.stringify(input) ?? '';
      const last = memory.read();
      if (last?.input === text) return last.key;
      const key = newCommandKey();
      memory.write({ key, input: text });
      return key;
    },
    done: () => memory.write(undefined),
  };
}
