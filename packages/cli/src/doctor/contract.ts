import { counted } from '../text/number.js';
import type { Candidate } from './candidate.js';
import type { Finding } from './finding.js';
import { ghost } from './ghost.js';
import { peers } from './peers.js';
import { refusal } from './refusal.js';

/** Whether a package keeps the contract of plugins: it loads, exports plugins that the registry takes, and its manifest agrees with them. */
export function contract({ name, installed, probed }: Candidate): readonly Finding[] {
  const finding = (level: Finding['level'], what: string, fix: string | null): Finding => ({
    level,
    topic: 'plugin',
    what: `${name}: ${what}`,
    fix,
  });
  if ('fault' in probed) {
    const fix = name.startsWith('.') ? 'Repair it.' : `Repair it, or install it anew: npm install ${name}`;
    return [finding('problem', `it cannot be loaded: ${probed.fault}`, fix)];
  }
  const { plugins } = probed;
  if (plugins.length === 0) return [finding('problem', 'it exports no plugin', 'Export what definePlugin returns.')];

  const found = plugins.flatMap((plugin) => {
    const fault = refusal([ghost(plugin)]);
    return fault === null ? [] : [finding('problem', fault.what, fault.fix)];
  });
  const manifest = installed?.manifest ?? null;
  const own = plugins.find((plugin) => plugin.name === manifest?.name);
  if (manifest !== null && installed !== null && (own !== undefined || !name.startsWith('.'))) {
    if (own === undefined) {
      const names = plugins.map((plugin) => plugin.name).join(', ');
      found.push(finding('note', `its plugins are called ${names}`, 'A plugin has the name of its package.'));
    } else if (own.version !== manifest.version) {
      const what = `its manifest says version ${manifest.version}, its plugin ${own.version}`;
      found.push(
        finding('problem', what, 'Write the same version into both; its author has to, in a plugin of others.'),
      );
    }
    found.push(...peers(manifest, installed.folder).map(({ level, what, fix }) => finding(level, what, fix)));
  }
  if (found.some(({ level }) => level === 'problem')) return found;
  const pieces = plugins.reduce((sum, { provides }) => sum + (provides?.length ?? 0), 0);
  const version = own?.version ?? plugins[0]!.version ?? 'without a version';
  return [
    finding('ok', `${version}, contract ${String(plugins[0]!.api)}, ${counted(pieces, 'piece')}`, null),
    ...found,
  ];
}
