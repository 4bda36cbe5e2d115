import { browser } from './browser.mjs';
import { build } from './build.mjs';
import { withLock } from './lock.mjs';
import { packages } from './packages.mjs';
import { say } from './project.mjs';
import { redis } from './redis.mjs';

// In this order: a later need may use an earlier one.
const NEEDS = {
  start: [packages, redis, build],
  test: [packages, redis, build, browser],
};

export async function run(target) {
  const needs = NEEDS[target];
  if (!needs) throw new Error(`say what for: ${Object.keys(NEEDS).join(' or ')}.`);
  if (needs.every((need) => need.isMet())) return;
  // Asked again inside: whoever held the lock may have met it in the meantime.
  await withLock(() => {
    for (const need of needs) if (!need.isMet()) meet(need);
  });
}

function meet(need) {
  say(`${need.name} …`);
  const begun = Date.now();
  need.meet();
  say(`${need.name}: done in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
