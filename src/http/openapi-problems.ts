import type { RouteSpec } from './route.ts';

const schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: {
          path: { type: 'string' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
    requestId: { type: 'string' },
  },
};

const meanings: Record<string, string> = {
  400: 'Not valid: every wrong place is in `errors`',
  401: 'Not signed in',
  403: 'Not for this role, or not in the scopes of this token',
  404: 'No such thing, or not one of yours to see',
  409: 'The present state does not allow it, or another was faster',
  412: 'Changed since it was read: `If-Match` names an older revision',
  413: 'Too large',
  415: 'Another media type is needed',
  422: 'The Idempotency-Key was used with another body',
  503: 'A backing service is down; see `Retry-After`',
  default: 'A problem (RFC 9457)',
};

/** What `components` of the document holds for problems. */
export const problemComponents = {
  schemas: { Problem: schema },
  responses: Object.fromEntries(
    Object.entries(meanings).map(([status, description]) => [
      `Problem-${status}`,
      {
        description,
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  ),
};

/** The problems that a route may answer with, as far as its contract tells; `default` is the rest. */
export function problemAnswers(spec: RouteSpec) {
  const writes = spec.method !== 'get';
  const sends = spec.body !== undefined || spec.multipart !== undefined;
  const may: Record<string, boolean> = {
    400: true,
    401: true,
    403: true,
    404: spec.params !== undefined,
    409: writes,
    412: spec.method === 'patch',
    413: sends,
    415: sends,
    422: spec.repeats !== undefined,
    503: true,
    default: true,
  };
  const statuses = Object.keys(may).filter((status) => may[status]);
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/Problem-${status}` }]),
  );
}
