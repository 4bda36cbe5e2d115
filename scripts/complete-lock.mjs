// Completes package-lock.json after `npm install`: `node scripts/complete-lock.mjs [--check]`.
// npm leaves a package for another platform out of the lock file when the registry in use does not
// serve it, and then `npm ci` refuses that lock file everywhere. An entry without an integrity
// hash is enough: npm skips it on this platform, and resolves it by version on its own.
import { readFileSync, writeFileSync } from 'node:fs';
import { PROJECT } from './setup/project.mjs';

const FILE = `${PROJECT}package-lock.json`;
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = missingEntries(lock.packages);

if (missing.length === 0) {
  console.log('package-lock.json is complete.');
} else if (process.argv.includes('--check')) {
  const names = missing.slice(0, 3).map(([path]) => path.replace('node_modules/', ''));
  console.error(
    `package-lock.json lacks ${missing.length} packages of other platforms (${names.join(', ')}, …): run node scripts/complete-lock.mjs.`,
  );
  process.exitCode = 1;
} else {
  const { '': root, ...rest } = lock.packages;
  const entries = Object.entries({ ...rest, ...Object.fromEntries(missing) });
  entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
  lock.packages = { '': root, ...Object.fromEntries(entries) };
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added to package-lock.json: ${missing.length} packages of other platforms.`);
}

function missingEntries(packages) {
  const found = [];
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isResolved(packages, path, name))
        found.push([`node_modules/${name}`, entryFor(name, version, entry)]);
    }
  }
  return found;
}

/** Looks for the package as Node would: beside the one that asks, then further up. */
function isResolved(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** Such packages carry their platform in the name: …-linux-arm64-musl, …/darwin-x64. */
function entryFor(name, version, { dev }) {
  const [, os, cpu, abi] =
    /(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(
      name,
    ) ?? [];
  if (!os || !/^\d/.test(version)) {
    throw new Error(`${name}@${version} names no platform: add it to package-lock.json by hand.`);
  }
  const libc = abi?.startsWith('musl')
    ? ['musl']
    : os === 'linux' && abi?.startsWith('gnu')
      ? ['glibc']
      : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev && { dev }),
    ...(libc && { libc }),
    optional: true,
    os: [os],
  };
}
