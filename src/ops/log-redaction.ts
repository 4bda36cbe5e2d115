/** Names whose values open something. */
const secret =
  /^(?:proxy-)?authorization$|^(?:set-)?cookie$|password|secret|(?:^|api|access|private|auth|meili|embeddings)_?key$|token$/i;

/** Names under which the texts of needs, capabilities and meetings travel; ids say enough in a log. */
const text = new Set([
  ...['title', 'problem', 'abstract', 'indicators', 'keywords', 'experts', 'confidential'],
  ...['minutes', 'nextSteps', 'note', 'text', 'snippet', 'needSpans', 'capabilitySpans', 'q'],
  ...['body', 'payload'],
]);

/** Deeper than this nobody reads a log line, and something may be circular. */
const maxDepth = 5;

/** A copy without secrets and texts; errors and other class instances are left to their serializers. */
export function withoutSecrets(fields: Record<string, unknown>): Record<string, unknown> {
  return clean(fields, 0) as Record<string, unknown>;
}

function clean(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) {
    return depth >= maxDepth ? '[deep]' : value.map((item) => clean(item, depth + 1));
  }
  if (!isPlain(value)) return value;
  if (depth >= maxDepth) return '[deep]';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, replacementFor(name, inner, depth)]),
  );
}

function replacementFor(name: string, value: unknown, depth: number): unknown {
  if (value === undefined || value === null) return value;
  if (secret.test(name)) return '[secret]';
  if (text.has(name)) return '[text]';
  return clean(value, depth + 1);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
