import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useText } from '../texts/use-text.tsx';
import { problemText } from './failure-note.tsx';
import { notice } from './notice.ts';

/** A key by which the service knows a repeated attempt of one command. */
export const newCommandKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * One command to the service: everything on the screen is read again after it, success is said
 * shortly, a fault is said too unless the caller shows it (`quiet`). Attempts of the same command
 * share a key until one succeeds, so that a lost answer never makes it happen twice.
 */
export function useCommand<Input, Answer>(
  run: (input: Input, idempotencyKey: string) => Promise<Answer>,
  options: {
    done?: string | false;
    quiet?: boolean;
    onDone?(answer: Answer, input: Input): void;
  } = {},
) {
  const texts = useText();
  const { t } = texts;
  const cache = useQueryClient();
  const attempt = useRef<{ key: string; input: string }>(undefined);
  return useMutation({
    mutationFn: (input: Input) => {
      const text = JSON.stringify(input) ?? '';
      if (attempt.current?.input !== text) attempt.current = { key: newCommandKey(), input: text };
      return run(input, attempt.current.key);
    },
    onSuccess: (answer, input) => {
      attempt.current = undefined;
      void cache.invalidateQueries();
      if (options.done !== false) {
        notice({
          message: options.done ?? t.states.done,
          color: 'teal',
          autoClose: 3_000,
        });
      }
      options.onDone?.(answer, input);
    },
    onError: (error) => {
      if (options.quiet) return;
      notice({ message: problemText(error, texts), color: 'red', autoClose: 8_000 });
    },
  });
}
