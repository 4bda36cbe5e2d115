// Brings a clone to where it can start or be tested: `node scripts/setup.mjs start|test`.
// Node's own modules only, because nothing else is there yet. This file also stays readable to a
// Node that is too old for the rest, so that such a Node is told so instead of a syntax error.
// biome-ignore lint/style/useNodejsImportProtocol: old Nodes do not know the protocol.
import { readFileSync } from 'fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const oldest = manifest.engines.node.replace(/[^0-9.]/g, '');

if (isOlder(process.versions.node, oldest)) {
  fail(`Daqiao needs Node ${oldest} or newer, this is ${process.version}.`);
} else {
  import('./setup/run.mjs')
    .then(({ run }) => run(process.argv[2]))
    .catch((error) => fail(error.message));
}

function isOlder(version, than) {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number));
  const differs = b.findIndex((part, i) => part !== a[i]);
  return differs >= 0 && a[differs] < b[differs];
}

function fail(sentence) {
  console.error(`set-up: ${sentence}`);
  process.exitCode = 1;
}
