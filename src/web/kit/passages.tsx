import { Fragment } from 'react';

/** Half-open range of UTF-16 code units in one field's text, as the service tells passages. */
export interface Span {
  start: number;
  end: number;
}

/** Text with its passages marked; overlapping ones are joined, the text is never changed. */
export function Passages({ text, spans }: { text: string; spans: readonly Span[] }) {
  const pieces: { text: string; marked: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of joined(spans, text.length)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false, at });
    pieces.push({ text: text.slice(start, end), marked: true, at: start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, at });
  return (
    <span className="pre-line">
      {pieces.map((piece) =>
        piece.marked ? (
          <mark key={piece.at} className="passage">
            {piece.text}
          </mark>
        ) : (
          <Fragment key={piece.at}>{piece.text}</Fragment>
        ),
      )}
    </span>
  );
}

function joined(spans: readonly Span[], length: number): Span[] {
  const sorted = spans
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}
