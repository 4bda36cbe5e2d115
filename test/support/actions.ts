import { expect } from 'chai';
import type { Answer, Client } from './client.ts';

/** Readers and attempts by name; an attempt's body is one that the schema takes. */
export interface Stage {
  path: string;
  readers: Record<string, Client>;
  attempts: Record<string, (client: Client, body: Answer['body']) => Promise<Answer>>;
  /** Actions that may be repeated without harm, though nothing offers them twice. */
  harmless?: readonly string[];
  /** Actions that end the walk: taken when nothing else is new. */
  ends?: readonly string[];
  /** Waits for what jobs do of themselves: it would change what is offered meanwhile. */
  settled?: () => Promise<void>;
}

const refusals = [403, 404, 409];

/** Every action that a reader is not offered is refused; answers what is offered, by reader. */
export async function expectRefusals(stage: Stage): Promise<[reader: string, action: string][]> {
  await stage.settled?.();
  const offered: [string, string][] = [];
  for (const [name, client] of Object.entries(stage.readers)) {
    const { status, body } = await client.get(stage.path);
    if (status !== 200) expect(status, `${name} ${stage.path}`).to.be.oneOf([403, 404]);
    const actions: string[] = status === 200 ? body.actions : [];
    for (const [action, attempt] of Object.entries(stage.attempts)) {
      if (actions.includes(action)) {
        offered.push([name, action]);
        continue;
      }
      const answer = await attempt(client, body);
      const what = `${name} may not ${action}: ${JSON.stringify(answer.body).slice(0, 300)}`;
      const repeated = stage.harmless?.includes(action) && answer.status === 200;
      if (!repeated) expect(answer.status, what).to.be.oneOf(refusals);
    }
  }
  return offered;
}

/** What is offered to a reader succeeds, or fails by its body alone. */
export async function expectSuccess(stage: Stage, reader: string, action: string): Promise<void> {
  const client = stage.readers[reader]!;
  const { body } = await client.get(stage.path);
  const answer = await stage.attempts[action]!(client, body);
  const what = `${reader} may ${action}: ${JSON.stringify(answer.body).slice(0, 300)}`;
  expect(answer.status, what).to.be.oneOf([200, 201, 204, 400]);
}

/** A walk through the states: everything refused is tried, then one offer is taken up, and so on. */
export async function walk(stage: Stage, steps: number, pick: () => number): Promise<string[]> {
  const taken: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const offered = await expectRefusals(stage);
    if (offered.length === 0) break;
    const rare = offered.filter(([, action]) => !taken.includes(action));
    const goesOn = rare.filter(([, action]) => !stage.ends?.includes(action));
    const some = [goesOn, rare, offered].find(({ length }) => length > 0)!;
    const [reader, action] = some[Math.floor(pick() * some.length)]!;
    await expectSuccess(stage, reader, action);
    taken.push(action);
  }
  return taken;
}

/** A small generator with a seed, so that a failure can be run again (mulberry32's shape). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
