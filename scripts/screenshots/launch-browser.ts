import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const own = fileURLToPath(new URL('../../.daqiao/bin/chromium', import.meta.url));

/** Debian's Chromium, from the project's own folder or the system's, without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: existsSync(own) ? own : '/usr/bin/chromium',
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      // A sandbox needs what a container's root has not.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
}
