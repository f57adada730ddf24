// npm start: install, build, run the example.
import { install, must } from './workspace.mjs';

install();
must('turbo', ['run', 'build']);
must('pnpm', ['--silent', '--filter', 'weather-repair', 'start']);
