import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { OWN, outputOf, runOrThrow } from './project.mjs';

const UNREACHABLE =
  'Debian’s packages could not be fetched; the first time, their mirror must be reachable';

/**
 * Brings a program from Debian's packages: into the system as root, else into the project's own
 * folder. `program` is its path inside the packages, `environment` names folders in them by variable,
 * `otherwise` is what to say without apt-get.
 */
export function install({ packages, program, environment = {}, otherwise }) {
  if (outputOf('apt-get', ['--version']) === undefined) {
    throw new Error(`${basename(program)} is missing and there is no apt-get here: ${otherwise}.`);
  }
  if (process.getuid() === 0) installIntoSystem(packages);
  else unpackIntoProject(packages, program, environment);
}

function installIntoSystem(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, quiet: true };
  runOrThrow('apt-get', ['update', '-qq'], UNREACHABLE, quiet);
  withoutStartingServices(() =>
    runOrThrow(
      'apt-get',
      [
        'install',
        '-qq',
        '-y',
        '-o',
        'DPkg::Lock::Timeout=120',
        '--no-install-recommends',
        ...packages,
      ],
      UNREACHABLE,
      quiet,
    ),
  );
  // We start our own child; the package's service would only hold port 6379 from the next boot on.
  for (const name of packages) outputOf('systemctl', ['disable', name]);
}

/** Debian starts what it installs unless this file answers 101; one that is there already is left. */
function withoutStartingServices(work) {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return work();
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    return work();
  } finally {
    rmSync(policy, { force: true });
  }
}

/** The same packages and the libraries that this machine lacks, without becoming root. */
function unpackIntoProject(packages, program, environment) {
  const name = basename(program);
  const work = `${OWN}/unpack-${name}`;
  rmSync(work, { recursive: true, force: true });
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    mkdirSync(`${work}/${folder}`, { recursive: true });
  }
  // Lists and cache of our own: the system's may be empty, and only root may fill them.
  const apt = (...args) => [
    'apt-get',
    ['-qq', '-o', `Dir::State::Lists=${work}/lists`, '-o', `Dir::Cache=${work}/cache`, ...args],
  ];
  const plan = apt('install', '--simulate', '--no-install-recommends', ...packages);
  runOrThrow(...apt('update'), UNREACHABLE, { quiet: true });
  const missing = [...(outputOf(...plan) ?? '').matchAll(/^Inst (\S+)/gm)].map(([, deb]) => deb);
  if (missing.length === 0) throw new Error(`apt-get does not know how to bring ${name} here.`);
  runOrThrow(...apt('download', ...missing), UNREACHABLE, { cwd: `${work}/debs`, quiet: true });
  for (const deb of readdirSync(`${work}/debs`)) {
    runOrThrow(
      'dpkg',
      ['-x', `${work}/debs/${deb}`, `${work}/root`],
      `${deb} could not be unpacked`,
    );
  }
  rmSync(`${OWN}/${name}`, { recursive: true, force: true });
  renameSync(`${work}/root`, `${OWN}/${name}`);
  rmSync(work, { recursive: true, force: true });
  writeLauncher(name, program, environment);
}

/** `.daqiao/bin/<name>` knows where its libraries are, so that nobody else has to. */
function writeLauncher(name, program, environment) {
  const root = `${OWN}/${name}`;
  const libraries = libraryFolders(root).map((folder) => `$root/${folder}`);
  // What the system has already was not unpacked: the program itself, or what an entry points to.
  const start = existsSync(join(root, program)) ? `$root/${program}` : `/${program}`;
  const exports = Object.entries(environment)
    .filter(([, folder]) => existsSync(join(root, folder)))
    .map(([key, folder]) => `export ${key}="$root/${folder}"`);
  mkdirSync(`${OWN}/bin`, { recursive: true });
  const script = [
    '#!/bin/sh',
    `root="$(cd "$(dirname "$0")/../${name}" && pwd)"`,
    `export LD_LIBRARY_PATH="${libraries.join(':')}\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"`,
    ...exports,
    `exec "${start}" "$@"`,
  ];
  writeFileSync(`${OWN}/bin/${name}`, `${script.join('\n')}\n`);
  chmodSync(`${OWN}/bin/${name}`, 0o755);
}

/** Every folder with shared libraries: some packages keep theirs in folders of their own. */
function libraryFolders(root) {
  const files = ['lib', 'usr/lib']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file)),
    );
  return [...new Set(files.filter((file) => /\.so(\.|$)/.test(file)).map((file) => dirname(file)))];
}
