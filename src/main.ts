import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { type Context, createContext } from './context.ts';
import { demoLines } from './demo/announce-demo.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { invitationUrl } from './features/accounts/user-routes.ts';

/** Starts the service in its role, and stops it in order: requests, jobs, services. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  let stopping: Promise<void> | undefined;
  const ctx = await createContext(config, {
    onLost(what) {
      if (stopping) return;
      ctx.log.fatal({ what }, 'an embedded service ended by itself');
      void stop(1);
    },
  });
  const server = createServer(createApp(ctx));
  server.keepAliveTimeout = 65_000;

  function stop(code: number): Promise<void> {
    stopping ??= (async () => {
      ctx.log.info('stopping');
      ctx.events.endAll();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      });
      await ctx.close();
      process.exitCode = code;
    })();
    return stopping;
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(0));

  const seeding =
    config.demo.seed && config.role !== 'worker'
      ? await seedDemo(ctx).catch((error) => {
          if (!stopping) throw error;
        })
      : undefined;
  if (stopping) return;
  if (config.role !== 'web') ctx.startWork();
  if (config.role !== 'worker') await announceSetUp(ctx);
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(config.port, config.host, done);
  });
  const address = config.publicUrl ?? `http://localhost:${config.port}`;
  ctx.log.info({ address, role: config.role }, 'ready');
  if (!seeding) return;
  const lines = demoLines(address, seeding, config.demo.password);
  ctx.log.flush(() => console.log(lines.join('\n')));
}

/** Until somebody administers this deployment, each start says how to begin. */
async function announceSetUp(ctx: Context): Promise<void> {
  const open = await ctx.accounts.firstAdmin();
  if (!open) return;
  const { publicUrl, port } = ctx.config;
  const url = invitationUrl(publicUrl ?? `http://localhost:${port}`, open.link);
  ctx.log.warn({ url }, 'nobody administers this deployment yet: open this link once');
}

/** What a person can mend is one sentence; only our own mistakes show where they happened. */
main().catch((error: Error) => {
  const ours = !(error instanceof ConfigError) && error.constructor !== Error;
  console.error(`Daqiao cannot start. ${ours ? error.stack : error.message}`);
  process.exit(1);
});
