import { spawnSync } from 'node:child_process';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's own folder; `.daqiao` inside it holds what set-up adds beside the npm packages. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const OWN = `${PROJECT}.daqiao`;

export function say(line) {
  console.log(`set-up: ${line}`);
}

/**
 * Runs a program without a standard input to wait for; throws `sentence` when it fails. A quiet
 * one shows what it had to say only then.
 */
export function runOrThrow(command, args, sentence, { quiet = false, ...options } = {}) {
  const output = quiet ? 'pipe' : 'inherit';
  const result = spawnSync(command, args, {
    cwd: PROJECT,
    encoding: 'utf8',
    stdio: ['ignore', output, output],
    ...options,
  });
  if (result.status === 0) return;
  process.stderr.write(result.stderr ?? '');
  const how = result.error?.message ?? result.signal ?? `exit code ${result.status}`;
  throw new Error(`${sentence} (${basename(command)}: ${how})`);
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
