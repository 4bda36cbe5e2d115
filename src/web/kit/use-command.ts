import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useText } from '../texts/use-text.tsx';
import { problemText } from './failure-note.tsx';
import { notice } from './notice.ts';
import { type AttemptMemory, useAttempt } from './use-attempt.ts';

/**
 * One command to the service: everything on the screen is read again after it, success is said
 * shortly, a fault is said too unless the caller shows it (`quiet`). An attempt after a lost answer
 * carries the same key; with the `attempts` of a draft, one in a tab opened later does too.
 */
export function useCommand<Input, Answer>(
  run: (input: Input, idempotencyKey: string) => Promise<Answer>,
  options: {
    done?: string | false;
    quiet?: boolean;
    attempts?: AttemptMemory;
    onDone?(answer: Answer, input: Input): void;
  } = {},
) {
  const texts = useText();
  const { t } = texts;
  const cache = useQueryClient();
  const attempt = useAttempt(options.attempts);
  return useMutation({
    mutationFn: (input: Input) => run(input, attempt.keyOf(input)),
    onSuccess: (answer, input) => {
      attempt.done();
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
