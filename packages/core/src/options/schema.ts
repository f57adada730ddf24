import type { Field, Fields } from './field.js';

/** A JSON Schema, draft 2020-12, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema of a piece's options, for editors.
 *
 * @param pieceSchema the schema of a nested piece of the given slot
 */
export function optionsSchema(fields: Fields, pieceSchema: (slot: string) => JsonSchema): JsonSchema {
  const entries = Object.entries(fields);
  const needed = entries.filter(([, field]) => field.needed).map(([name]) => name);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(entries.map(([name, field]) => [name, fieldSchema(field, pieceSchema)])),
    ...(needed.length > 0 ? { required: needed } : {}),
  };
}

function fieldSchema(field: Field<unknown>, pieceSchema: (slot: string) => JsonSchema): JsonSchema {
  const description = field.meaning;
  const simple = ['number', 'integer', 'text', 'choice', 'flag', 'list'].includes(field.kind);
  const common = { description, ...(simple && field.fallback !== undefined ? { default: field.fallback } : {}) };
  switch (field.kind) {
    case 'number':
    case 'integer':
      return { type: field.kind, ...rangeSchema(field), ...common };
    case 'text':
      return { type: 'string', minLength: 1, ...common };
    case 'choice':
      return { enum: field.choices ?? [], ...common };
    case 'flag':
      return { type: 'boolean', ...common };
    case 'list':
      return { type: 'array', items: { type: 'number', ...rangeSchema(field) }, ...few(field), ...common };
    case 'numbers':
      return { type: 'object', additionalProperties: { type: 'number', ...rangeSchema(field) }, ...common };
    case 'piece': {
      const one = pieceSchema(field.slot ?? '');
      return field.fallback === null ? { anyOf: [one, { type: 'null' }], ...common } : { allOf: [one], ...common };
    }
    case 'pieces':
      return { type: 'array', items: pieceSchema(field.slot ?? ''), ...few(field), ...common };
  }
}

const few = ({ least = 0 }: Field<unknown>): JsonSchema => (least > 0 ? { minItems: least } : {});

function rangeSchema(field: Field<unknown>): JsonSchema {
  const range = field.range ?? {};
  return {
    ...(range.min === undefined ? {} : { minimum: range.min }),
    ...(range.max === undefined ? {} : { maximum: range.max }),
    ...(range.above === undefined ? {} : { exclusiveMinimum: range.above }),
    ...(range.below === undefined ? {} : { exclusiveMaximum: range.below }),
  };
}
