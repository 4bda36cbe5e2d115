// Measures the service against plain peers, side by side in one run; prints ratios, no verdicts on time.
import { benchNeeds } from './bench/needs-bench.ts';
import { type Comparison, print } from './bench/ratios.ts';

const parts: Record<string, () => Promise<Comparison[]>> = { needs: benchNeeds };

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length === 0 || wanted.includes(name)) print(await run());
}
