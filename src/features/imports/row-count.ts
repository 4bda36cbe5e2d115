const quote = 0x22;
const newline = 0x0a;
const comma = 0x2c;

/**
 * Counts lines that hold something, outside and inside of quotes, from the bytes alone: in UTF-8
 * and GB18030 a quote or a newline byte is never part of another character. The count feeds the
 * progress only; the rows that are really read have the last word.
 */
export function rowCount() {
  let inQuotes = false;
  let lineHolds = false;
  let recordHolds = false;
  let lines = 0;
  let records = 0;
  function endOfLine() {
    if (lineHolds) lines += 1;
    lineHolds = false;
    if (inQuotes) return;
    if (recordHolds) records += 1;
    recordHolds = false;
  }
  return {
    push(chunk: Buffer) {
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i]!;
        if (byte > quote) {
          if (byte === comma) continue;
          lineHolds = true;
          recordHolds = true;
        } else if (byte === newline) endOfLine();
        else if (byte === quote) {
          inQuotes = !inQuotes;
          lineHolds = true;
        }
      }
    },
    end() {
      inQuotes = false;
      endOfLine();
      return { lines, records };
    },
  };
}
