import * as z from 'zod';
import { problemAnswers, problemComponents } from './openapi-problems.ts';
import { repeatKeyPattern, revisionPattern } from './request-headers.ts';
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
      ...problemComponents,
    },
  };
}

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

function operation(spec: RouteSpec) {
  return {
    summary: spec.summary,
    tags: [spec.path.split('/')[1]],
    operationId: `${spec.method}${spec.path.replace(/[/:.](\w)/g, (_, c: string) => c.toUpperCase()).replace(/\W/g, '')}`,
    ...(spec.roles && { description: `For ${spec.roles.join(', ')}.` }),
    ...(spec.open && { security: [] }),
    parameters: [
      ...parameters(spec.params, 'path'),
      ...parameters(spec.query, 'query'),
      ...(spec.repeats
        ? [header('Idempotency-Key', 'The same key does the same thing once.', repeatKeyPattern)]
        : []),
      ...(spec.method === 'patch'
        ? [header('If-Match', 'The revision that was read, in quotes.', revisionPattern)]
        : []),
    ],
    ...(spec.body && {
      requestBody: {
        required: !spec.body.safeParse({}).success,
        content: { 'application/json': { schema: jsonSchema(spec.body, 'input') } },
      },
    }),
    ...(spec.multipart && { requestBody: { required: true, content: form(spec.multipart) } }),
    responses: { [spec.status ?? 200]: success(spec), ...problemAnswers(spec) },
  };
}

function success({ answer, status = 200, produces }: RouteSpec) {
  const description = 'Success';
  if (answer === null) return { description, ...(produces && { content: { [produces]: {} } }) };
  if (status === 204) return { description };
  const schema = jsonSchema(answer, 'output') as { properties?: Record<string, unknown> };
  const { revision, id } = schema.properties ?? {};
  const headers = {
    ...(revision !== undefined && { ETag: answerHeader('The revision, in quotes.') }),
    ...(id !== undefined && status === 201 && { Location: answerHeader('Where it is now.') }),
  };
  return { description, headers, content: { 'application/json': { schema } } };
}

const answerHeader = (description: string) => ({ description, schema: { type: 'string' } });

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

const header = (name: string, description: string, pattern: RegExp) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', pattern: pattern.source },
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
