import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Words of one meaning in both languages and both ways of speaking; one dimension each. */
const meanings = [
  ['锈', '腐蚀', '锈蚀', 'rust', 'corrosion', 'corroding', 'rost'],
  ['发白', '褪色', '老化', '光稳定剂', 'fade', 'fading', 'weathering', 'stabiliser'],
  ['鱼', '苗', 'fish', 'larvae', 'fry'],
  ['振动', '颠', '抖', '共振', 'vibration', 'shaking', 'resonance'],
  ['废水', '污水', 'wastewater', 'sewage', 'effluent'],
  ['电池', '电芯', 'battery', 'cell', 'akku'],
  ['碲化铋', '热电', 'thermoelectric', 'hermoelektrisch'],
];

export type EmbeddingServer = Awaited<ReturnType<typeof startEmbeddingServer>>;

/**
 * An OpenAI-compatible embedding server that tells the same text the same vector every time: how
 * often each meaning is named, and a little of its own per text. It keeps what it was sent, and
 * fails as told.
 */
export async function startEmbeddingServer(port = 0) {
  const texts: string[] = [];
  const requests: { authorization?: string; model?: string; size: number }[] = [];
  const faults: number[] = [];
  const state = { answer: undefined as ((input: string[]) => unknown) | undefined, longest: 1e9 };
  const server = createServer(async (req, res) => {
    const body = JSON.parse(await text(req));
    const reply = (status: number, content: unknown) => {
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    if (req.method !== 'POST' || req.url !== '/v1/embeddings') return reply(404, {});
    const input: string[] = body.input;
    const { authorization } = req.headers;
    requests.push({
      size: input.length,
      ...(authorization && { authorization }),
      ...(body.model && { model: body.model }),
    });
    const fault = faults.shift();
    if (fault !== undefined) return reply(fault, { error: { message: input.join() } });
    if (input.some((one) => one.length > state.longest)) return reply(413, {});
    texts.push(...input);
    const data = input.map((one, index) => ({ object: 'embedding', index, embedding: embed(one) }));
    // Out of order, as the protocol allows.
    reply(200, state.answer?.(input) ?? { object: 'list', data: data.reverse() });
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    port: address.port,
    /** Everything that was sent here, in order. */
    texts,
    requests,
    /** Statuses to answer with before it works again. */
    faults,
    state,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function embed(text: string): number[] {
  const plain = text.toLowerCase();
  const counts = meanings.map((words) =>
    words.reduce((sum, word) => sum + plain.split(word).length - 1, 0),
  );
  let hash = 0;
  for (const character of plain) hash = (hash * 31 + character.charCodeAt(0)) % 1009;
  const own = [hash % 7, hash % 11, hash % 13].map((value) => 0.2 + value / 20);
  return [...counts, ...own];
}

async function text(req: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of req) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
