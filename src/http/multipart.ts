import type { Readable } from 'node:stream';
import busboy from 'busboy';
import type { Request } from 'express';
import { AppError, type FieldError, invalid, invalidField } from '../errors.ts';

/** The one file of a form, while it arrives. */
export interface IncomingFile {
  /** As the client says; not trusted. */
  name: string;
  stream: Readable;
}

/** What else a form may hold, beside its file and its fields. */
const overhead = 100_000;

/**
 * Reads a form with one part called `file`, streaming it into `receive`; the other fields come as
 * text. The answer to a bad form is given at once, without waiting for the rest of it; whatever
 * `receive` has kept by then is its own to throw away, for the stream fails under its hands.
 */
export async function readForm<T>(
  req: Request,
  limitBytes: number,
  receive: (file: IncomingFile) => Promise<T>,
): Promise<{ fields: Record<string, string>; file: T }> {
  if (!req.is('multipart/form-data')) {
    throw new AppError(415, 'unsupported_media_type', 'Send a form (multipart/form-data).');
  }
  if (Number(req.headers['content-length'] ?? 0) > limitBytes + overhead)
    throw tooLarge(limitBytes);
  const fields = new Map<string, string>();
  const faults: FieldError[] = [];
  let received: Promise<T> | undefined;
  let arriving: Readable | undefined;
  const form = openForm(req, limitBytes);

  const finished = new Promise<void>((done, fail) => {
    // busboy has no name for a part that gives none, whatever its types say.
    form.on('file', (part: string | undefined, stream, { filename }) => {
      stream.on('error', () => {});
      if (part !== 'file' || received) {
        faults.push(part === 'file' ? oneFile : unknown(part ?? ''));
        stream.resume();
        return;
      }
      arriving = stream;
      stream.once('limit', () => fail(tooLarge(limitBytes)));
      received = receive({ name: filename ?? '', stream });
      received.catch(fail);
    });
    form.on('field', (name: string | undefined, value, { valueTruncated, nameTruncated }) => {
      if (name === undefined) faults.push(unknown(''));
      else if (valueTruncated || nameTruncated) faults.push(tooLong(name));
      else fields.set(name, value);
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      form.once(limit, () =>
        fail(invalidField('', 'too_many_parts', 'The form has too many parts.')),
      );
    }
    // A bad part is told at once, and destroying what is left of the form tells once more.
    form.on('error', () => fail(malformed()));
    form.once('close', done);
    req.once('aborted', () => fail(malformed()));
    req.on('error', fail);
  });
  req.pipe(form);
  try {
    await finished;
    if (!received) faults.push({ path: 'file', code: 'required', message: 'Send a file.' });
    if (faults.length > 0) throw invalid(faults);
    return { fields: Object.fromEntries(fields), file: await received! };
  } catch (error) {
    req.unpipe(form);
    req.resume();
    arriving?.destroy(error as Error);
    form.destroy();
    await received?.catch(() => {});
    throw error;
  }
}

function openForm(req: Request, fileSize: number) {
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      // busboy calls a file too large as soon as it has this many bytes, not when it has more.
      limits: {
        fileSize: fileSize + 1,
        fieldSize: 10_000,
        fieldNameSize: 100,
        parts: 20,
        headerPairs: 20,
      },
    });
  } catch {
    throw malformed();
  }
}

const unknown = (path: string): FieldError => ({
  path: path.slice(0, 100),
  code: 'unknown_field',
  message: 'This field is not known here.',
});
const tooLong = (path: string): FieldError => ({
  path: path.slice(0, 100),
  code: 'too_big',
  message: 'The field is too long.',
});
const oneFile: FieldError = { path: 'file', code: 'too_big', message: 'Send one file at a time.' };

const closing = { Connection: 'close' };
const tooLarge = (limit: number) =>
  new AppError(413, 'body_too_large', `The file is over ${limit} bytes.`, { headers: closing });
const malformed = () =>
  new AppError(400, 'malformed_form', 'The form could not be read to its end.', {
    headers: closing,
  });
