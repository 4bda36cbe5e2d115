/** One wrong place in an input: `path` in dots and indexes, `code` stable, `message` for people. */
export interface FieldError {
  path: string;
  code: string;
  message: string;
}

/** An error that the caller is told about, as RFC 9457 `application/problem+json`. */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { errors?: FieldError[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

export const invalid = (errors: FieldError[]) =>
  new AppError(
    400,
    'validation_failed',
    errors.length === 1 ? 'One field is not valid.' : `${errors.length} fields are not valid.`,
    { errors },
  );

export const invalidField = (path: string, code: string, message: string) =>
  invalid([{ path, code, message }]);

export const signInNeeded = () =>
  new AppError(401, 'sign_in_needed', 'Sign in, or send a valid API token.');

export const forbidden = (message = 'Your role does not allow this.') =>
  new AppError(403, 'forbidden', message);

/** Also the answer for what exists but is not the caller's to see. */
export const notFound = (what: string) => new AppError(404, 'not_found', `No such ${what}.`);

/** A step that the present state does not allow, or a race that was lost. */
export const conflict = (code: string, message: string, errors: FieldError[] = []) =>
  new AppError(409, code, message, { errors });

export const stale = (revision: number) =>
  new AppError(
    412,
    'stale_revision',
    `It was changed since you read it: the revision is now ${revision}.`,
    { headers: { ETag: `"${revision}"` } },
  );

export const unavailable = (service: string, cause?: unknown) =>
  new AppError(503, 'service_unavailable', `${service} cannot be reached now. Try again soon.`, {
    headers: { 'Retry-After': '5' },
    cause,
  });
