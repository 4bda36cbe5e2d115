import { setImmediate as nextTurn } from 'node:timers/promises';

/** The longest that one piece of work keeps others waiting, in milliseconds, and one step more. */
const longestTurn = 3;

/** To be called between two steps: lets other work in when the turn has lasted long enough. */
export function createPause(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < longestTurn) return undefined;
    return nextTurn().then(() => {
      begun = performance.now();
    });
  };
}
