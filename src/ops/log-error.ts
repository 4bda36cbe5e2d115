const maxLength = 500;

export interface DescribedError {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: DescribedError;
}

/**
 * What of an error may stand in a log: a driver's error carries the document it failed on as
 * further properties, and quotes values and addresses with passwords in its message.
 */
export function describeError(error: unknown): unknown {
  return error instanceof Error ? describe(error, 0) : error;
}

function describe(error: Error, depth: number): DescribedError {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.stack && { stack: framesOf(error.stack) }),
    ...(error.cause instanceof Error && depth < 3 && { cause: describe(error.cause, depth + 1) }),
  };
}

function withoutValues(message: string): string {
  return message
    .replace(/dup key: \{.*\}/s, 'dup key')
    .replace(/\bfor value ".*?"(?= \(type)/gs, 'for a value')
    .replace(/(\w:\/\/)[^/@\s]+@/g, '$1***@')
    .slice(0, maxLength);
}

/** The stack repeats the message, values and all, before its first frame. */
function framesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
