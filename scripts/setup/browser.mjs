import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './debian.mjs';
import { OWN, outputOf, PROJECT } from './project.mjs';

const starts = (program) => outputOf(program, ['--version']) !== undefined;

/** Chromium with Chinese letters, for the tests of the web app. */
export const browser = {
  name: 'Chromium and CJK fonts',
  isMet: () =>
    !existsSync(join(PROJECT, 'test/web')) ||
    starts(`${OWN}/bin/chromium`) ||
    (starts('chromium') && Boolean(outputOf('fc-list', [':lang=zh']))),
  meet() {
    install({
      packages: ['chromium', 'fontconfig', 'fonts-noto-cjk'],
      program: 'usr/lib/chromium/chromium',
      environment: { FONTCONFIG_PATH: 'etc/fonts', XDG_DATA_HOME: 'usr/share' },
      otherwise: 'install Chromium and a CJK font for the browser tests',
    });
    if (!browser.isMet()) throw new Error('Chromium was installed, but does not start.');
  },
};
