import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The clone's own folder; `.daqiao` inside it holds what set-up adds beside the npm packages. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const OWN = `${PROJECT}.daqiao`;

export function say(line) {
  console.log(`set-up: ${line}`);
}

/** Runs a program in the open, without a standard input to wait for; throws `sentence` when it fails. */
export function runOrThrow(command, args, sentence, options = {}) {
  const result = spawnSync(command, args, {
    cwd: PROJECT,
    stdio: ['ignore', options.quiet ? 'ignore' : 'inherit', 'inherit'],
    ...options,
  });
  if (result.status === 0) return;
  const how = result.error?.message ?? result.signal ?? `exit code ${result.status}`;
  throw new Error(`${sentence} (${command} ${args[0] ?? ''}: ${how})`);
}

/** What a program prints, or undefined when it is not there or fails. */
export function outputOf(command, args, options = {}) {
  const result = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...options,
  });
  return result.status === 0 ? result.stdout : undefined;
}
