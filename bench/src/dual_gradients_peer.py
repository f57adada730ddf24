"""The peer of dual-gradients.mjs: the Gram matrix, a direction from coefficients, and PCGrad in parameter space as published, in NumPy.

Prints CPU milliseconds of each (medians), and the length of the direction of PCGrad."""

import os

os.environ["OMP_NUM_THREADS"] = "1"
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["MKL_NUM_THREADS"] = "1"

import sys
import time

import numpy as np

count, length, turns = (int(word) for word in sys.argv[1:4])
k = np.arange(length) % 9973
J = np.array([np.sin((i + 1) * 0.37 * k + i) for i in range(count)])
alpha = np.linspace(0.5, 1.5, count)


def pcgrad():
    total = np.zeros(length)
    squares = [np.dot(g, g) for g in J]
    for i in range(count):
        g = J[i].copy()
        for j in range(count):
            if j == i:
                continue
            product = np.dot(g, J[j])
            if product < 0:
                g -= product / squares[j] * J[j]
        total += g
    return total


def median(run):
    seconds = []
    for _ in range(turns):
        begin = time.process_time()
        run()
        seconds.append(time.process_time() - begin)
    return 1000 * sorted(seconds)[turns // 2]


print(median(lambda: J @ J.T), median(lambda: alpha @ J), median(pcgrad), float(np.linalg.norm(pcgrad())))
