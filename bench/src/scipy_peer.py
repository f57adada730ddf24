"""The peer of solvers.mjs: SciPy's L-BFGS-B on a vectorised numpy energy and gradient of the same system.

Reads the columns from a file; prints CPU seconds (the median of three runs), the energy reached, the projected gradient there, and the evaluations."""

import sys
import time

import numpy as np
from scipy.optimize import minimize

path, n, m = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
raw = open(path, "rb").read()
at = 0


def take(kind, count):
    global at
    values = np.frombuffer(raw, dtype=kind, count=count, offset=at)
    at += values.nbytes
    return values


eta, h, qa, qb = (take(np.float64, n) for _ in range(4))
ends = [(take(np.int32, m), take(np.int32, m), take(np.float64, m)) for _ in range(3)]
alpha, beta = take(np.float64, m), take(np.float64, m)
(a0, b0, w0), (a1, b1, w1), (a2, b2, w2) = ends
count = 0


def energy(x):
    global count
    count += 1
    square = qb * x * x
    total = np.dot(x, x * (qa + square) - h)
    g = x * (2 * qa + 4 * square) - h
    for a, b, w, al, be, hinge in ((a0, b0, w0, 1.0, 1.0, False), (a1, b1, w1, 1.0, 1.0, True), (a2, b2, w2, alpha, beta, True)):
        gap = be * x[b] - al * x[a]
        if hinge:
            gap = np.maximum(gap, 0.0)
        pull = w * gap
        total += np.dot(pull, gap)
        g -= np.bincount(a, 2 * pull * al, n)
        g += np.bincount(b, 2 * pull * be, n)
    return total, g


seconds = []
for _ in range(3):
    count = 0
    begin = time.process_time()
    found = minimize(energy, eta, jac=True, method="L-BFGS-B", bounds=[(0, 1)] * n,
                     options={"ftol": 0, "gtol": 1e-9, "maxiter": 20000, "maxfun": 40000})
    seconds.append(time.process_time() - begin)
evaluations = count
value, g = energy(found.x)
left = np.max(np.abs(found.x - np.clip(found.x - g, 0, 1)))
print(sorted(seconds)[1], repr(float(value)), left, evaluations)
