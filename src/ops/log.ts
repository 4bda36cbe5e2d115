import { type Logger, pino } from 'pino';

export function createLog(options: { level: string }): Logger {
  return pino({ level: options.level });
}
