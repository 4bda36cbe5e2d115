// Fills an empty store with the demo district, wherever the environment says the store is.
import { readConfig } from '../src/config.ts';
import { createContext } from '../src/context.ts';
import { demoLines } from '../src/demo/announce-demo.ts';
import { seedDemo } from '../src/demo/seed-demo.ts';

const config = readConfig(process.env);
const ctx = await createContext(config);
try {
  const seeding = await seedDemo(ctx);
  if (seeding.outcome === 'left_alone') {
    console.error('The store is not empty, so nothing was written.');
    process.exitCode = 1;
  }
  if (seeding.outcome === 'present') console.log('The demo district is there already.');
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
  for (const line of demoLines(address, seeding, config.demo.password)) console.log(line);
} finally {
  await ctx.close();
}
