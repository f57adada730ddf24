/* The same energy and gradient as the kernels of @cfc/core, on the same layout: the peer of bench/src/kernels.mjs.
 * Reads the columns from a file, repeats the evaluation, prints the nanoseconds of one and the energy. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double *doubles(FILE *in, long count) {
  double *p = aligned_alloc(64, (8 * count + 63) / 64 * 64);
  if (fread(p, 8, count, in) != (size_t)count) exit(1);
  return p;
}

static int32_t *ints(FILE *in, long count) {
  int32_t *p = aligned_alloc(64, (4 * count + 63) / 64 * 64);
  if (fread(p, 4, count, in) != (size_t)count) exit(1);
  return p;
}

static double quartic(long n, const double *h, const double *a, const double *b, const double *eta, double *g) {
  double total = 0;
  for (long i = 0; i < n; i++) {
    double x = eta[i], square = b[i] * x * x;
    total += x * (x * (a[i] + square) - h[i]);
    g[i] += x * (2 * a[i] + 4 * square) - h[i];
  }
  return total;
}

static double pull(long m, const int32_t *a, const int32_t *b, const double *w, const double *eta, double *g) {
  double total = 0;
  for (long k = 0; k < m; k++) {
    int32_t i = a[k], j = b[k];
    double gap = eta[j] - eta[i], force = w[k] * gap;
    total += force * gap;
    g[i] -= 2 * force;
    g[j] += 2 * force;
  }
  return total;
}

static double unit_hinge(long m, const int32_t *a, const int32_t *b, const double *w, const double *eta, double *g) {
  double total = 0;
  for (long k = 0; k < m; k++) {
    int32_t i = a[k], j = b[k];
    double gap = eta[j] - eta[i], active = 0.5 * (gap + fabs(gap)), force = w[k] * active;
    total += force * active;
    g[i] -= 2 * force;
    g[j] += 2 * force;
  }
  return total;
}

static double hinge(long m, const int32_t *a, const int32_t *b, const double *w, const double *alpha, const double *beta,
                    const double *eta, double *g) {
  double total = 0;
  for (long k = 0; k < m; k++) {
    int32_t i = a[k], j = b[k];
    double gap = beta[k] * eta[j] - alpha[k] * eta[i], active = 0.5 * (gap + fabs(gap)), force = w[k] * active;
    total += force * active;
    g[i] -= 2 * force * alpha[k];
    g[j] += 2 * force * beta[k];
  }
  return total;
}

int main(int argc, char **argv) {
  if (argc < 5) return 2;
  FILE *in = fopen(argv[1], "rb");
  long n = atol(argv[2]), m = atol(argv[3]), repeats = atol(argv[4]);
  if (!in) return 2;
  double *eta = doubles(in, n), *h = doubles(in, n), *qa = doubles(in, n), *qb = doubles(in, n);
  int32_t *a[3], *b[3];
  double *w[3];
  for (int f = 0; f < 3; f++) a[f] = ints(in, m), b[f] = ints(in, m), w[f] = doubles(in, m);
  double *alpha = doubles(in, m), *beta = doubles(in, m), *g = aligned_alloc(64, (8 * n + 63) / 64 * 64), energy = 0;
  struct timespec begin, end;
  clock_gettime(CLOCK_MONOTONIC, &begin);
  for (long r = 0; r < repeats; r++) {
    memset(g, 0, 8 * n);
    energy = quartic(n, h, qa, qb, eta, g) + pull(m, a[0], b[0], w[0], eta, g) + unit_hinge(m, a[1], b[1], w[1], eta, g) +
             hinge(m, a[2], b[2], w[2], alpha, beta, eta, g);
  }
  clock_gettime(CLOCK_MONOTONIC, &end);
  double total = 1e9 * (end.tv_sec - begin.tv_sec) + (end.tv_nsec - begin.tv_nsec);
  printf("%.3f %.17g %.17g\n", total / repeats, energy, g[0]);
  return 0;
}
