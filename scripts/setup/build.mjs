import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './packages.mjs';
import { PROJECT, runOrThrow } from './project.mjs';
import { hashOf, hasStamp, writeStamp } from './stamp.mjs';

const STAMP = 'dist/.daqiao-stamp';
const stamp = () => hashOf(['src', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']);

export const build = {
  name: 'build',
  isMet: () => hasStamp(STAMP, stamp()),
  meet() {
    // The compiler leaves the output of deleted sources behind.
    rmSync(join(PROJECT, 'dist'), { recursive: true, force: true });
    runOrThrow(...npm('run', '--silent', 'build'), 'the sources do not compile', {
      env: { ...process.env, npm_config_logs_max: '0' },
    });
    writeStamp(STAMP, stamp());
  },
};
