import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './log-error.ts';
import { withoutSecrets } from './log-redaction.ts';

/**
 * JSON lines on standard output. Whatever is logged goes through the redaction, so that secrets
 * and the texts that people entrust to us stay out even where somebody logs a whole object. The
 * bindings of a child log do not pass through it: give a child ids only.
 */
export function createLog(options: { level: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: withoutSecrets,
        bindings: ({ pid }) => ({ pid }),
      },
      serializers: { err: describeError, error: describeError },
    },
    options.destination ?? pino.destination(1),
  );
}
