import type { FieldError } from '../../errors.ts';

/** What the service answered instead of the resource (RFC 9457), or that it was not reached. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly requestId: string | undefined;
  /** The revision that a stale edit met. */
  readonly revision: number | undefined;

  constructor(
    status: number,
    body: { code?: string; detail?: string; errors?: FieldError[]; requestId?: string } = {},
    revision?: number,
  ) {
    super(body.detail ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = body.code ?? codeOf(status);
    this.errors = body.errors ?? [];
    this.requestId = body.requestId;
    this.revision = revision;
  }

  /** Nothing was heard: the network is down, or the service is. The call may be tried again. */
  get isUnreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** What an answer means that is none of the service, but of a proxy before it. */
function codeOf(status: number): string {
  if (status === 413) return 'body_too_large';
  if (status === 429) return 'too_many_requests';
  return status >= 400 && status < 500 ? 'bad_request' : 'unreachable';
}

export const isProblem = (error: unknown, status: number): error is Problem =>
  error instanceof Problem && error.status === status;
