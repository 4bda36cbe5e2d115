// Measures the service against plain peers, side by side in one run, and prints ratios.
import { benchNeeds } from './bench/needs-bench.ts';
import { print } from './bench/ratios.ts';
import { benchMemory, benchStartup } from './bench/startup-bench.ts';

const parts: Record<string, () => Promise<void>> = {
  needs: async () => print(await benchNeeds()),
  startup: async () => print(await benchStartup()),
  memory: benchMemory,
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}
