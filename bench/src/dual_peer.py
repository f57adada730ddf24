"""The peer of dual-engine.mjs: five ranks in windows of a given length and plain dual ascent, in NumPy. Prints microseconds of CPU for one step."""

import sys
import time

import numpy as np

length, names, steps = int(sys.argv[1]), 5, 300
rng = np.random.default_rng(1)
windows = rng.standard_normal((names, length))
multipliers = np.zeros(names)
values = rng.standard_normal((steps, names))


def step(t):
    global multipliers
    x = values[t]
    windows[:, t % length] = x
    below = np.count_nonzero(windows < x[:, None], axis=1)
    equal = np.count_nonzero(windows == x[:, None], axis=1)
    normalized = (2 * below + equal) / length - 1
    multipliers = np.maximum(0, multipliers + 0.01 * normalized)


turns = []
for _ in range(5):
    begin = time.process_time()
    for t in range(steps):
        step(t)
    turns.append(1e6 * (time.process_time() - begin) / steps)
print(sorted(turns)[2])
