import * as z from 'zod';
import type { Route, RouteSpec } from './route.ts';

/** The OpenAPI 3.1 document, made from the same schemas that parse the requests. */
export function openApi(routes: readonly Route[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { spec } of routes) {
    const path = `/api/v1${spec.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [spec.method]: operation(spec) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Daqiao 搭桥',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'daqiao.session' },
        token: { type: 'http', scheme: 'bearer' },
      },
      schemas: { Problem: problem },
    },
  };
}

const problem = {
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

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

function operation(spec: RouteSpec) {
  const problemAnswer = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  const success =
    spec.answer === null
      ? { description: 'Success' }
      : {
          description: 'Success',
          content: { 'application/json': { schema: jsonSchema(spec.answer, 'output') } },
        };
  return {
    summary: spec.summary,
    tags: [spec.path.split('/')[1]],
    operationId: `${spec.method}${spec.path.replace(/[/:.](\w)/g, (_, c: string) => c.toUpperCase()).replace(/\W/g, '')}`,
    ...(spec.open && { security: [] }),
    parameters: [
      ...parameters(spec.params, 'path'),
      ...parameters(spec.query, 'query'),
      ...(spec.repeats
        ? [header('Idempotency-Key', 'The same key does the same thing once.')]
        : []),
      ...(spec.method === 'patch'
        ? [header('If-Match', 'The revision that was read, in quotes.')]
        : []),
    ],
    ...(spec.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchema(spec.body, 'input') } },
      },
    }),
    ...(spec.multipart && { requestBody: { required: true, content: form(spec.multipart) } }),
    responses: { [spec.status ?? 200]: success, default: problemAnswer },
  };
}

/** The fields of a form, and its file. */
function form(fields: z.ZodType) {
  const { properties, required, ...rest } = jsonSchema(fields, 'input') as {
    properties?: object;
    required?: string[];
  };
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  const schema = {
    ...rest,
    properties: { ...properties, file },
    required: [...(required ?? []), 'file'],
  };
  return { 'multipart/form-data': { schema } };
}

const header = (name: string, description: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query') {
  if (!schema) return [];
  const shape = jsonSchema(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(shape.properties ?? {}).map(([name, value]) => ({
    name,
    in: where,
    required: where === 'path' || (shape.required?.includes(name) ?? false),
    schema: value,
  }));
}
