// npm run example [NAME...]: install, build, run uses of the gallery.
import { install, must } from './workspace.mjs';

install();
must('turbo', ['run', 'build', '--filter=gallery...']);
must('pnpm', ['--silent', '--filter', 'gallery', 'start', ...process.argv.slice(2)]);
