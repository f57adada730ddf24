import { z } from 'zod';

const texts = z.record(z.string(), z.string()).catch({});

/** The parts of a package.json that the doctor reads. What is not as it should be counts as absent. */
const shape = z.object({
  name: z.string().catch(''),
  version: z.string().catch(''),
  keywords: z.array(z.string()).catch([]),
  engines: texts,
  dependencies: texts,
  devDependencies: texts,
  optionalDependencies: texts,
  peerDependencies: texts,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() }).catch({})).catch({}),
});

export type Manifest = z.infer<typeof shape>;

/** Reads the text of a package.json; null where it is no JSON, or no object. */
export function manifestOf(text: string): Manifest | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
