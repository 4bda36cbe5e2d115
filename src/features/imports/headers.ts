import { type Column, readHeader } from './column.ts';
import type { ImportWarning } from './import.ts';

const mostKept = 200;

/**
 * Reads headers, those of a CSV once and the keys of JSON Lines as they come, and remembers what
 * no column takes: one warning for each.
 */
export function headerReader(columns: readonly Column[], known: readonly ImportWarning[]) {
  const kept = new Map<string, ReadonlyMap<string, Column>>();
  const warnings = [...known];
  const warned = new Set(known.map(({ code, column }) => `${code} ${column ?? ''}`));
  let news = false;

  function warn(warning: ImportWarning) {
    const key = `${warning.code} ${warning.column ?? ''}`;
    if (warned.has(key) || warnings.length >= mostKept) return;
    warned.add(key);
    warnings.push(warning);
    news = true;
  }

  return {
    warn,
    of(names: readonly string[]): ReadonlyMap<string, Column> {
      const key = names.join('\n');
      const found = kept.get(key);
      if (found) return found;
      const { byHeader, unknown } = readHeader(names, columns);
      for (const name of unknown) {
        const column = name.slice(0, 100);
        warn({ code: 'unknown_column', column, message: 'This column is not read.' });
      }
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, byHeader);
      return byHeader;
    },
    /** All warnings, when there are new ones since the last time. */
    news(): ImportWarning[] | null {
      const some = news ? [...warnings] : null;
      news = false;
      return some;
    },
  };
}
export type HeaderReader = ReturnType<typeof headerReader>;
