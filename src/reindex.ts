// Builds the search index anew from the documents, beside the old one, and swaps.
import { ConfigError, readConfig } from './config.ts';
import { createContext } from './context.ts';

async function main(): Promise<void> {
  const started = performance.now();
  const ctx = await createContext(readConfig(process.env));
  try {
    const { capabilities, needs } = await ctx.matchIndexer.rebuild();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`Indexed ${capabilities} capabilities and ${needs} open needs in ${seconds} s.`);
  } finally {
    await ctx.close();
  }
}

main().catch((error: Error) => {
  console.error(error instanceof ConfigError ? error.message : (error.stack ?? error));
  process.exitCode = 1;
});
