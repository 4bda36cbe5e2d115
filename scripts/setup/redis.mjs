import { install } from './debian.mjs';
import { OWN, outputOf } from './project.mjs';

const starts = (program) => outputOf(program, ['--version']) !== undefined;

export const redis = {
  name: 'redis-server',
  isMet: () =>
    Boolean(process.env.REDIS_URL) ||
    ['redis-server', 'valkey-server', `${OWN}/bin/redis-server`].some(starts),
  meet() {
    install({
      packages: ['redis-server'],
      program: 'usr/bin/redis-server',
      otherwise:
        'install it (macOS: `brew install redis`, Fedora: `sudo dnf install valkey`), or set REDIS_URL to a server',
    });
    if (!redis.isMet()) throw new Error('redis-server was installed, but does not start.');
  },
};
