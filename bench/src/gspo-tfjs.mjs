// The other side of gspo.mjs: the same recurrent policy, update and decoding, written with tfjs on its WebAssembly back end.
import { createRequire, register } from 'node:module';
import { dirname } from 'node:path';
import { environment, GROUP, HIDDEN, PROMPTS, RATE, serve, tokens } from './gspo-task.mjs';

const LEVELS = tokens.levels;

const require = createRequire(import.meta.url);
const tf = require('@tensorflow/tfjs-core');
const { setThreadsCount, setWasmPaths } = require('@tensorflow/tfjs-backend-wasm');

// The gradients come as modules that name files without endings, which Node does not find by itself. They register globally.
const hook = `export const resolve = (name, context, next) =>
  /^[.].*[/][^.]+$/.test(name)
    ? next(name + '.js', context).catch(() => next(name + '/index.js', context))
    : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
await import('@tensorflow/tfjs-core/dist/register_all_gradients.js');

setThreadsCount(1);
setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`);
await tf.setBackend('wasm');
await tf.ready();

const bound = 1 / Math.sqrt(HIDDEN);
const variable = (shape) => tf.variable(tf.randomUniform(shape, -bound, bound));
const embedding = tf.variable(tf.randomNormal([tokens.size, HIDDEN]));
const [input, inputBias] = [variable([HIDDEN, 3 * HIDDEN]), variable([3 * HIDDEN])];
const [state, stateBias] = [variable([HIDDEN, 3 * HIDDEN]), variable([HIDDEN])];
const [head, headBias] = [variable([HIDDEN, LEVELS]), variable([LEVELS])];
const adam = tf.train.adam(RATE);

const oneHot = (read, depth) => tf.cast(tf.oneHot(tf.tensor1d(read, 'int32'), depth), 'float32');
const tableOf = () => tf.add(tf.matMul(embedding, input), inputBias);
function cell(table, read, h) {
  const x = tf.matMul(oneHot(read, tokens.size), table);
  const [xr, xu, xc] = tf.split(x, 3, 1);
  const [hr, hu, hc] = tf.split(tf.matMul(h, state), 3, 1);
  const r = tf.sigmoid(tf.add(xr, hr));
  const u = tf.sigmoid(tf.add(xu, hu));
  const c = tf.tanh(tf.add(xc, tf.mul(r, tf.add(hc, stateBias))));
  return tf.add(c, tf.mul(u, tf.sub(h, c)));
}
const logitsOf = (h) => tf.add(tf.matMul(h, head), headBias);

/** Reads interleaved prompts; `pick` makes an answer of a row's probabilities, or of the step where they are not needed. */
function walk(rows, pick, look) {
  const table = tableOf();
  let h = tf.zeros([rows.length, HIDDEN]);
  const length = rows[0].length;
  const answers = rows.map(() => []);
  for (let t = 0; t < length; t++) {
    h = cell(
      table,
      rows.map((row) => row[t]),
      h,
    );
    const logits = logitsOf(h);
    const picked = pick(logits, t);
    look?.(logits, picked, t);
    picked.forEach((token, i) => answers[i].push(token));
    if (t + 1 < length) h = cell(table, picked, h);
  }
  return answers;
}

function sampled(logits) {
  const p = tf.softmax(logits).dataSync();
  return Array.from({ length: logits.shape[0] }, (_, i) => {
    let left = Math.random();
    for (let v = 0; v < LEVELS - 1; v++) if ((left -= p[i * LEVELS + v]) < 0) return v;
    return LEVELS - 1;
  });
}

let turn = 0;
serve(() => {
  const tasks = environment.tasks(turn++, PROMPTS);
  const asked = tasks.map((task) => environment.prompt(task).flat());
  const rows = asked.flatMap((prompt) => Array.from({ length: GROUP }, () => prompt));
  const answers = tf.tidy(() => walk(rows, sampled));
  const weights = advantagesOf(tasks, answers);
  const { grads } = tf.variableGrads(() =>
    tf.tidy(() => {
      let loss = tf.scalar(0);
      walk(
        rows,
        (_, t) => answers.map((answer) => answer[t]),
        (logits, picked, t) => {
          const logp = tf.sum(tf.mul(tf.logSoftmax(logits), oneHot(picked, LEVELS)), 1);
          // On the first step all ratios are 1: the gradient of the stop-gradient form is that of log π.
          loss = tf.sub(loss, tf.sum(tf.mul(logp, tf.tensor1d(weights.map((row) => row[t])))));
        },
      );
      return loss;
    }),
  );
  const clipped = tf.tidy(() => {
    const norm = tf.sqrt(tf.addN(Object.values(grads).map((g) => tf.sum(tf.square(g)))));
    const factor = tf.minimum(tf.scalar(1), tf.div(1, norm));
    return Object.fromEntries(Object.entries(grads).map(([name, g]) => [name, tf.mul(g, factor)]));
  });
  adam.applyGradients(clipped);
  tf.dispose([grads, clipped]);
  return tf.tidy(() => walk(asked, (logits) => Array.from(tf.argMax(logits, 1).dataSync())));
});

/** (1 / N)(1 / |y|) A for each token, position by position over the group. */
function advantagesOf(tasks, answers) {
  const rewards = answers.map((answer, i) => environment.judge(tasks[Math.floor(i / GROUP)], [answer])[0].tokens);
  return rewards.map((own, i) => {
    const from = i - (i % GROUP);
    return own.map((r, t) => {
      const column = rewards.slice(from, from + GROUP).map((row) => row[t]);
      const mean = column.reduce((sum, x) => sum + x, 0) / GROUP;
      const deviation = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (GROUP - 1));
      return (r - mean) / (deviation + 1e-4) / own.length / answers.length;
    });
  });
}
