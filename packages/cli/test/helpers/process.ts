import { spawn } from 'node:child_process';

/** A process of the command; `printed` what it has printed so far, `ended` all of it and its exit code, which is null where a signal ended it. */
export function start(bin: string, argv: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [bin, ...argv], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].on('data', (text: Buffer) => (printed[name] += text.toString()));
  const ended = new Promise<typeof printed & { code: number | null }>((done) => {
    child.on('close', (code) => done({ code, ...printed }));
  });
  return { child, printed, ended };
}

/**
 * A scenario that never ends by itself: noise that does not fade, and a guard that lets it pass.
 *
 * @param steps after how many it stops
 */
export const endless = (steps = 1_000_000_000): string => `
cfc: 1
modules: { a: { use: LandauModule, start: 0.9 }, b: { use: LandauModule, start: 0.2 } }
couplings: [{ use: QuadraticCoupling, between: [a, b] }]
relax:
  method: { use: Descent, with: { explore: { use: TangentNoise, with: { decay: 1 } } } }
  guard: { use: Monotone, with: { tolerance: 1 } }
  stop: { use: MaxSteps, with: { steps: ${steps} } }
`;
