/**
 * Joins the calls of one turn of the event loop into one, at most `most` at a time. `together`
 * answers for each item in order; an `Error` among the answers rejects that call alone.
 */
export function gather<I, O>(
  most: number,
  together: (items: I[]) => Promise<(O | Error)[]>,
): (item: I) => Promise<O> {
  type Call = { item: I; resolve(value: O): void; reject(error: unknown): void };
  let waiting: Call[] = [];

  async function send(calls: Call[]) {
    try {
      const answers = await together(calls.map(({ item }) => item));
      calls.forEach(({ resolve, reject }, at) => {
        const answer = answers[at];
        if (answer instanceof Error) reject(answer);
        else resolve(answer as O);
      });
    } catch (error) {
      for (const { reject } of calls) reject(error);
    }
  }

  function flush() {
    const calls = waiting;
    waiting = [];
    for (let at = 0; at < calls.length; at += most) void send(calls.slice(at, at + most));
  }

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ item, resolve, reject });
    });
}
