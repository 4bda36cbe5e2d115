import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { OWN, PROJECT, runOrThrow } from './project.mjs';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

const STAMP = 'node_modules/.daqiao-stamp';
// Packages with compiled parts are chosen by these three.
const platform = `${process.platform} ${process.arch} ${process.versions.modules}`;

export const packages = {
  name: 'npm packages',

  isMet() {
    const wanted = `${platform} ${hashOf(['package-lock.json'])}`;
    const stamp = readStamp(STAMP);
    if (stamp === wanted) return true;
    const samePlatform = stamp === undefined || stamp.startsWith(`${platform} `);
    if (!samePlatform || !npmInstalledTheLock()) return false;
    writeStamp(STAMP, wanted);
    return true;
  },

  meet() {
    runOrThrow(
      ...npm('ci', '--include=dev', '--no-fund', '--no-audit', '--ignore-scripts'),
      'the npm packages could not be installed; the first time, the npm registry must be reachable',
      { env: { ...process.env, ...writableCache() } },
    );
    writeStamp(STAMP, `${platform} ${hashOf(['package-lock.json'])}`);
  },
};

/** npm's command line, through the npm that called us when there is one. */
export function npm(...args) {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') && existsSync(script)
    ? [process.execPath, [script, ...args]]
    : ['npm', args];
}

/** Whether somebody ran npm by hand: then its own record agrees with the lock file. */
function npmInstalledTheLock() {
  try {
    const installed = read('node_modules/.package-lock.json').packages;
    const { '': _root, ...locked } = read('package-lock.json').packages;
    return Object.entries(locked).every(([path, { version, optional }]) =>
      installed[path] ? installed[path].version === version : optional,
    );
  } catch {
    return false;
  }
}

function read(file) {
  return JSON.parse(readFileSync(join(PROJECT, file), 'utf8'));
}

/** npm insists on writing its cache: where the home folder is read-only, into the project's own. */
function writableCache() {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm');
  return isWritable(cache) ? {} : { npm_config_cache: join(OWN, 'npm-cache') };
}

function isWritable(path) {
  if (!existsSync(path)) return path !== dirname(path) && isWritable(dirname(path));
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
