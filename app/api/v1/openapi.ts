/**
 * The OpenAPI 3.1 document of this interface. Shapes come from the domain's own schemas; a test holds the paths against the routes, the
 * parameters against the queries and the answers against the shapes.
 */
import * as z from 'zod/mini';
import { shapes } from '@/domain/open-data/shapes';
import { type Path, paths } from './paths';

type Json = { [key: string]: unknown };

/** The document, ready to be sent. */
export const openApi = (): Json => ({
  openapi: '3.1.0',
  info: {
    title: 'Izdeu',
    version: '1',
    description:
      "Open data of the register of the returned names, and what a member of staff lets a program read. Nothing of the applicants is in any answer. Tokens are given under 'My account'; a token opens its scopes until its end, in the name of whoever gave it. The first page of a list read by a token leaves an event in the register.",
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api/v1' }],
  paths: Object.fromEntries(Object.entries(paths).map(([path, described]) => [path, { get: operation(described) }])),
  components: {
    schemas: schemas(),
    responses: { Problem: { description: 'Refused.', content: contentOf('application/problem+json', 'Problem') } },
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: '`Authorization: Bearer izd_…`; in a browser being signed in as staff does as well.',
      },
    },
  },
});

function operation({ id, summary, scope, optional, parameters = [], answers }: Path): Json {
  const refusals = [...(parameters.length > 0 ? [400] : []), ...(scope ? [401, 403, 429] : [])];
  if (parameters.some(({ in: place }) => place === 'path')) refusals.push(404);
  return {
    operationId: id,
    summary,
    security: [...(optional || !scope ? [{}] : []), ...(scope ? [{ token: [scope] }] : [])],
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {
      200: {
        description: 'The answer.',
        content: Object.assign({}, ...answers.map(([type, shape]) => contentOf(type, shape))),
      },
      ...Object.fromEntries(refusals.sort().map((status) => [status, { $ref: '#/components/responses/Problem' }])),
    },
  };
}

/** @param shapeNames several: one of them, by what was asked; none: a text */
function contentOf(type: string, ...shapeNames: (string | readonly string[] | null)[]): Json {
  const refs = shapeNames
    .flat()
    .filter((name) => name !== null)
    .map((name) => ({ $ref: `#/components/schemas/${name}` }));
  if (refs.length === 0) return { [type]: type.startsWith('text/') ? { schema: { type: 'string' } } : {} };
  return { [type]: { schema: refs.length === 1 ? refs[0] : { oneOf: refs } } };
}

function schemas(): Json {
  const made = z.toJSONSchema(shapes, {
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      // Said by `format` and `type` already, in a line a person can read.
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]),
  );
}
