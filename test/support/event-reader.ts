import type { Client } from './client.ts';

export interface HeardEvent {
  id?: string;
  event: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every shape
  data: any;
}

/** Reads server-sent events as a browser would, as far as tests need it. */
export async function listen(url: string, client: { headers: Record<string, string> }) {
  const stop = new AbortController();
  const response = await fetch(`${url}/api/v1/events`, {
    headers: { accept: 'text/event-stream', ...client.headers },
    signal: stop.signal,
  });
  const heard: HeardEvent[] = [];
  let ended = false;
  const reading = read(response, heard)
    .catch(() => {})
    .finally(() => {
      ended = true;
    });
  return {
    status: response.status,
    headers: response.headers,
    heard,
    get ended() {
      return ended;
    },
    async until(done: () => boolean, ms = 5_000) {
      const deadline = Date.now() + ms;
      while (!done()) {
        if (Date.now() > deadline) throw new Error(`heard only ${JSON.stringify(heard)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async close() {
      stop.abort();
      await reading;
    },
  };
}

async function read(response: Response, heard: HeardEvent[]) {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
      );
      if (fields.data === undefined) continue;
      const { id, event, data } = fields as Record<string, string>;
      heard.push({ ...(id && { id }), event: event!, data: JSON.parse(data!) });
    }
  }
}

export const tokenOf = (client: Client) => ({
  authorization: `Bearer test-${client.actor!.id}`,
});
