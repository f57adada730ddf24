"""The peer of vacua.mjs: labels by the procedure of the prototype (L-BFGS-B, else trust-ncg, then the eigenvalues), on numpy, with right derivatives.

Arguments: fields, or from-to for all numbers of them, labels at each, draws of a label. Prints labels per CPU second; those of L-BFGS-B and the eigenvalues alone; the share of draws that
converged (gradient below 1e-5, as the prototype asks); and the share whose Hessian is positive definite where they ended."""

import os

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import sys
import time
import warnings

import numpy as np
from scipy.linalg import eigvalsh
from scipy.optimize import minimize

warnings.filterwarnings("ignore")
least, most = (int(x) for x in (sys.argv[1].split("-") * 2)[:2])
each, samples = (int(x) for x in sys.argv[2:4])
labels = each * (most - least + 1)
D_CUSP = 1e-8
rng = np.random.default_rng(1)


def draw(n):
    root = np.sqrt(n)
    regime = rng.choice(4, p=[0.55, 0.25, 0.15, 0.05])
    shift = {1: rng.uniform(0.05, 0.2) * root, 2: -rng.uniform(0.02, 0.12) * root}.get(regime, 0.0)
    linear = rng.normal(0, rng.uniform(0.15, 0.35) * root, n) if regime == 3 else np.zeros(n)
    L = rng.uniform(-0.3, 0.3, (n, n)) if rng.random() > 0.7 else np.zeros((n, n))
    return (rng.uniform(0.5, 3, n) ** 2 + shift, (L + L.T) / 2, linear, rng.uniform(0.5, 2.5), rng.uniform(0.8, 2.5),
            rng.uniform(0, 0.5), rng.uniform(1, 2), rng.uniform(0.1, 0.5))


def functions(k, L, c, A, a, D, p, gamma):
    def value(x):
        S, N = np.sum(np.sqrt(x * x + D_CUSP**2)), x @ x
        return k @ (x * x) + x @ (L @ x) + c @ x - A * np.exp(-a * S) + D * (1 + N) ** -p + gamma * np.sum(x**4)

    def gradient(x):
        s = np.sqrt(x * x + D_CUSP**2)
        E, N = A * np.exp(-a * np.sum(s)), x @ x
        return 2 * k * x + 2 * (L @ x) + c + a * E * x / s - 2 * p * D * (1 + N) ** (-p - 1) * x + 4 * gamma * x**3

    def hessian(x):
        s = np.sqrt(x * x + D_CUSP**2)
        u, E, N = x / s, A * np.exp(-a * np.sum(s)), x @ x
        diagonal = 2 * k + 12 * gamma * x * x + a * E * D_CUSP**2 / s**3 - 2 * p * D * (1 + N) ** (-p - 1)
        return np.diag(diagonal) + 2 * L - a * a * E * np.outer(u, u) + 4 * p * (p + 1) * D * (1 + N) ** (-p - 2) * np.outer(x, x)

    return value, gradient, hessian


converged = definite = 0
fallback = 0.0
begin = time.process_time()
for n in np.repeat(np.arange(least, most + 1), each * samples):
    value, gradient, hessian = functions(*draw(n))
    start = rng.uniform(0.1, 2, n)
    best = None
    for method, options in (("L-BFGS-B", {"maxiter": 2000, "ftol": 1e-10}), ("trust-ncg", {"maxiter": 2000, "gtol": 1e-5})):
        more = {"hessp": lambda x, v: hessian(x) @ v} if method == "trust-ncg" else {}
        tried = time.process_time()
        best = minimize(value, start, jac=gradient, method=method, options=options, **more)
        fallback += time.process_time() - tried if method == "trust-ncg" else 0.0
        if np.linalg.norm(gradient(best.x)) < 1e-5:
            converged += 1
            break
    definite += bool(eigvalsh(hessian(best.x))[0] > 0)
seconds = time.process_time() - begin
print(labels / seconds, labels / (seconds - fallback), converged / (labels * samples), definite / (labels * samples))
