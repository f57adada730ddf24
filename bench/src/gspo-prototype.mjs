// The prototype's trainer of term weights as it was, defects included, for the learning curves of gspo-learning.mjs.
import { uniforms } from '@cfc/core';
import { adam, gru, restingAdam, vocabulary } from '@cfc/gspo';

const [GROUP, BATCH, RATE, CLIP, SYNC, HIDDEN] = [4, 2, 5e-4, 0.2, 10, 64];

/** Its default: answers after the whole prompt, drawn from a reference that follows every ten updates, token level. */
export function prototype(weights, environment, seed) {
  const tokens = vocabulary(weights.count);
  const policy = gru({ vocabulary: tokens.size, hidden: HIDDEN });
  const valueOf = (token) => weights.valueOf(Math.min(weights.count - 1, token));
  let parameters = policy.initial(seed);
  let reference = parameters;
  let [moments, updates] = [restingAdam(policy.size), 0];

  /** Logits after every token of each row but the last. */
  function read(by, rows) {
    const unrolling = policy.unroll(by, rows.length);
    const logits = [];
    for (let p = 0; p + 1 < rows[0].length; p++) {
      unrolling.read(rows.map((row) => row[p]));
      logits.push(unrolling.next());
    }
    return { unrolling, logits };
  }

  /** Draws until every row has said END, or has twice as many tokens as there are terms, and one more. */
  function sampled(prompt) {
    const draw = uniforms(seed + 1, updates);
    const rows = Array.from({ length: GROUP * BATCH }, () => [...prompt]);
    const lengths = rows.map(() => 0);
    const unrolling = policy.unroll(reference, rows.length);
    for (const token of prompt) unrolling.read(rows.map(() => token));
    const most = 2 * prompt.length + 1;
    for (let step = 0; step < most && lengths.includes(0); step++) {
      const logits = unrolling.next();
      rows.forEach((row, i) => {
        if (lengths[i] > 0) return void row.push(tokens.pad);
        const p = softmax(logits.subarray(i * tokens.size, (i + 1) * tokens.size));
        let left = draw(step * rows.length + i);
        const token = p.findIndex((one) => (left -= one) < 0);
        row.push(token === -1 ? tokens.size - 1 : token);
        if (row.at(-1) === tokens.end) lengths[i] = step + 1;
      });
      unrolling.read(rows.map((row) => row.at(-1)));
    }
    return { rows, lengths: lengths.map((length) => length || most) };
  }

  function update() {
    const [ratios] = environment.tasks(updates, 1);
    const prompt = environment.prompt(ratios).flat();
    const terms = prompt.length;
    const { rows, lengths } = sampled(prompt);
    const answers = rows.map((row) => row.slice(terms));
    const [now, then] = [read(parameters, rows), read(reference, rows)];
    // The mask of what counts begins one token late and ends one late: the first answer is never scored.
    const counted = lengths.map((length) =>
      now.logits.flatMap((_, p) => (p >= terms && p < terms + length ? [p] : [])),
    );
    const logp = ({ logits }, i, p) => {
      const chances = softmax(logits[p].subarray(i * tokens.size, (i + 1) * tokens.size));
      return Math.log(chances[rows[i][p + 1]]);
    };
    const pulls = now.logits.map((logits) => new Float64Array(logits.length));
    rows.forEach((_, i) => {
      const off = counted[i].reduce((sum, p) => sum + logp(now, i, p) - logp(then, i, p), 0);
      const ratio = Math.exp(off / lengths[i]);
      // The reward reads the last tokens; the advantages are not centred, and one number for all tokens.
      const long = answers[i].length;
      const rewards = answers[i].map((token, t) => {
        const term = t - (long - terms);
        return term < 0 ? 0 : environment.judge([ratios[term]], [[Math.min(weights.count - 1, token)]])[0].total;
      });
      const advantage = rewards.slice(0, lengths[i]).reduce((sum, r) => sum + r, 0) / lengths[i];
      if (advantage > 0 ? ratio > 1 + CLIP : ratio < 1 - CLIP) return;
      const pull = (-ratio * advantage) / lengths[i] / rows.length;
      for (const p of counted[i]) {
        const from = i * tokens.size;
        softmax(now.logits[p].subarray(from, from + tokens.size)).forEach(
          (chance, v) => (pulls[p][from + v] -= pull * chance),
        );
        pulls[p][from + rows[i][p + 1]] += pull;
      }
    });
    const gradient = now.unrolling.backward(pulls);
    const length = Math.hypot(...gradient);
    if (length > 1) gradient.forEach((g, k) => (gradient[k] = g / length));
    ({ parameters, state: moments } = adam(parameters, gradient, moments, RATE));
    updates++;
    if (updates % SYNC === 0) reference = parameters;
  }

  /** The first tokens after the prompt are what became weights, END and padding standing for the highest. */
  function weightsOf(ratios) {
    const prompt = environment.prompt(ratios).flat();
    const unrolling = policy.unroll(parameters, 1);
    for (const token of prompt) unrolling.read([token]);
    return prompt.map(() => {
      const logits = unrolling.next();
      const best = logits.indexOf(Math.max(...logits));
      unrolling.read([best]);
      return valueOf(best);
    });
  }

  return { update, weightsOf };
}

function softmax(logits) {
  const most = Math.max(...logits);
  const powers = Array.from(logits, (z) => Math.exp(z - most));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
}
