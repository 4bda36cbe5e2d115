import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { OWN, say } from './project.mjs';

const LOCK = `${OWN}/setup.lock`;

/** One set-up at a time in a clone; what a killed one left behind is taken over. */
export async function withLock(work) {
  mkdirSync(OWN, { recursive: true });
  await take();
  try {
    await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

async function take() {
  let told = false;
  for (;;) {
    try {
      // Creating a folder is the one step that only one of two can win.
      mkdirSync(LOCK);
      writeFileSync(`${LOCK}/pid`, String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isStale()) {
      rmSync(LOCK, { recursive: true, force: true });
      continue;
    }
    if (!told) say('waiting for another set-up of this folder …');
    told = true;
    await pause(200);
  }
}

function isStale() {
  try {
    process.kill(Number(readFileSync(`${LOCK}/pid`, 'utf8')), 0);
    return false;
  } catch (error) {
    if (error.code === 'ESRCH') return true;
    if (error.code === 'EPERM') return false;
    // No number in it yet: its holder is between two lines, or died there.
    return ageOf(LOCK) > 10_000;
  }
}

function ageOf(path) {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
  return Date.now() - mtimeMs;
}
