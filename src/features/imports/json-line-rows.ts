import type { FieldError } from '../../errors.ts';
import { largestRow, type SourceRow } from './row.ts';

/** The rows of JSON Lines: `row` is the line; a broken line is a fault of that line only. */
export async function* jsonLineRows(
  source: AsyncIterable<string>,
  damaged: boolean,
): AsyncGenerator<SourceRow> {
  let row = 0;
  for await (const line of linesOf(source)) {
    row += 1;
    if (line === null) {
      yield { row, size: 100, cells: {}, fault: fault('too_big', 'The line is too long.') };
    } else if (line.trim() !== '') yield rowOf(line, row, damaged);
  }
}

function rowOf(line: string, row: number, damaged: boolean): SourceRow {
  const broken = (one: FieldError): SourceRow => ({ row, size: 100, cells: {}, fault: one });
  if (damaged && line.includes('\uFFFD')) {
    return broken(fault('malformed_text', 'Holds bytes that are not UTF-8.'));
  }
  try {
    const cells: unknown = JSON.parse(line);
    if (typeof cells !== 'object' || cells === null || Array.isArray(cells)) {
      return broken(fault('wrong_type', 'The line must hold one JSON object.'));
    }
    return { row, size: line.length * 2, cells: cells as Record<string, unknown> };
  } catch {
    return broken(fault('malformed_json', 'The line is not valid JSON.'));
  }
}

const fault = (code: string, message: string): FieldError => ({ path: '', code, message });

/** Lines as they come; `null` stands for one that is too long to be held. */
async function* linesOf(source: AsyncIterable<string>): AsyncGenerator<string | null> {
  let parts: string[] = [];
  let length = 0;
  let tooLong = false;
  const take = () => {
    const line = tooLong ? null : parts.join('');
    parts = [];
    length = 0;
    tooLong = false;
    return line;
  };
  for await (const text of source) {
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      parts.push(text.slice(from, to));
      yield take();
      from = to + 1;
    }
    const rest = text.slice(from);
    length += rest.length;
    if (length > largestRow) {
      tooLong = true;
      parts = [];
    } else if (rest !== '' && !tooLong) parts.push(rest);
  }
  if (length > 0) yield take();
}
