import type { AnyDefinition } from '../contract/definition.js';
import { type JsonSchema, optionsSchema } from '../options/schema.js';
import type { Registry } from '../registry/registry.js';

/** JSON Schema of scenario files, for editors: made of the same fields that check them. */
export function scenarioSchema(registry: Registry): JsonSchema {
  const slots = [...new Set(registry.list().map((definition) => definition.slot))];
  const nothing: JsonSchema = { not: {} };
  const pieceSchema = (slot: string): JsonSchema => (slots.includes(slot) ? { $ref: `#/$defs/${slot}` } : nothing);
  const one = (definition: AnyDefinition, more: JsonSchema = {}): JsonSchema => ({
    type: 'object',
    description: definition.meaning,
    additionalProperties: false,
    properties: { use: { const: definition.name }, with: optionsSchema(definition.fields, pieceSchema), ...more },
    required: [
      'use',
      ...(Object.values(definition.fields).some(({ needed }) => needed) ? ['with'] : []),
      ...needs(definition.slot),
    ],
  });
  const among = (slot: string): JsonSchema => ({
    oneOf: registry.list(slot).map((definition) => one(definition, placeOf(slot))),
  });
  const parts = ['method', 'guard', 'stop', 'schedule', 'adapter'].filter((slot) => slots.includes(slot));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'cfc scenario',
    type: 'object',
    additionalProperties: false,
    required: ['cfc', 'modules'],
    properties: {
      cfc: { const: 1 },
      plugins: { type: 'array', items: { type: 'string' }, description: 'packages to load' },
      modules: { type: 'object', minProperties: 1, additionalProperties: pieceSchema('module') },
      couplings: { type: 'array', items: pieceSchema('coupling') },
      signals: { type: 'object', additionalProperties: { type: 'number' }, description: 'exogenous numbers by name' },
      weights: {
        type: 'object',
        additionalProperties: { type: 'number', minimum: 0 },
        description: 'base weights by term key (local:<Family>, coup:<Family>)',
      },
      relax: {
        type: 'object',
        additionalProperties: false,
        properties: {
          ...Object.fromEntries(
            parts.map((slot) => [slot, slot === 'guard' ? orNull(pieceSchema(slot)) : pieceSchema(slot)]),
          ),
          seed: { type: 'integer', minimum: 0, default: 0 },
        },
      },
    },
    $defs: Object.fromEntries(slots.map((slot) => [slot, among(slot)])),
  };
}

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** Keys that modules and couplings have besides `use` and `with`. */
function placeOf(slot: string): JsonSchema {
  if (slot === 'module')
    return { input: { description: 'what η is read from' }, start: { type: 'number', minimum: 0, maximum: 1 } };
  if (slot !== 'coupling') return {};
  return {
    between: { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2, description: 'ids of two modules' },
  };
}

const needs = (slot: string): readonly string[] => (slot === 'coupling' ? ['between'] : []);
