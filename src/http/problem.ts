import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { AppError, invalidField, notFound, unavailable } from '../errors.ts';

/** Answers for what no route knows. */
export const unknownRoute: RequestHandler = (req, _res, next) => {
  next(notFound(`address as ${req.method} ${req.path.slice(0, 200)}`));
};

/** The one place where errors become answers; an unknown error shows its request id only. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, req, res, _next) => {
    const problem = asAppError(error);
    if (problem.status >= 500) {
      log.error({ requestId: req.id, code: problem.code, err: error }, 'request failed');
    }
    if (res.headersSent) {
      res.destroy();
      return;
    }
    res
      .status(problem.status)
      .set(problem.headers)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: `urn:daqiao:problem:${problem.code}`,
          title: problem.code,
          status: problem.status,
          detail: problem.message,
          code: problem.code,
          errors: problem.errors,
          requestId: req.id,
        }),
      );
  };
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const {
    name = '',
    type,
    status,
    limit,
    code,
  } = error as {
    name?: string;
    type?: string;
    status?: number;
    limit?: number;
    code?: string;
  };
  if (type === 'entity.too.large') {
    return new AppError(413, 'body_too_large', `The body is over ${limit} bytes.`);
  }
  if (type === 'entity.parse.failed') return invalidField('', 'malformed_json', 'Not valid JSON.');
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return new AppError(415, 'unsupported_encoding', 'Send the body as UTF-8.');
  }
  if (isBrokenCompression(code)) {
    return invalidField('', 'malformed_encoding', 'The body is not what Content-Encoding says.');
  }
  if (type !== undefined && status !== undefined && status < 500) {
    return new AppError(status, 'bad_request', 'The request could not be read.');
  }
  if (error instanceof URIError)
    return new AppError(400, 'bad_request', 'The address is not valid.');
  if (isStoreDown(name)) return unavailable('The document store', error);
  return new AppError(500, 'internal_error', 'Something went wrong here. Name the request id.');
}

/** zlib's own codes: of gzip and deflate, and of brotli. */
const isBrokenCompression = (code: unknown) =>
  typeof code === 'string' &&
  /^(Z_(DATA|BUF)_ERROR|Z_NEED_DICT$|ERR_BROTLI_|ERR__ERROR_)/.test(code);

const isStoreDown = (name: string) =>
  name.startsWith('MongoNetwork') ||
  name === 'MongooseServerSelectionError' ||
  [
    'MongoServerSelectionError',
    'MongoNotConnectedError',
    'MongoTopologyClosedError',
    'MongoPoolClearedError',
    'MongoPoolClosedError',
    'MongoClientClosedError',
    'MongoWaitQueueTimeoutError',
    'PoolClearedOnNetworkError',
    'MongooseError',
    'MongoOperationTimeoutError',
  ].includes(name);
