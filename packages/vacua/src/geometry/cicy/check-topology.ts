import { isCfcError } from '@cfc/core';
import { badLine } from '../lines/line.js';
import type { Head } from './head.js';
import { type CicyTopology, cicyTopology } from './topology.js';

/** Compares what an entry says with what its matrix says; returns the dimensions. Throws `INPUT_INVALID` that names the line. */
export function checkTopology(head: Head, matrix: readonly (readonly number[])[]): readonly number[] {
  const { euler, h11, h21, c2, polynomials, lines } = head;
  const dimension = matrix.flat().reduce((sum, q) => sum + q, 0) - matrix.length - polynomials;
  if (dimension !== 3) throw badLine(lines.Num, `the matrix has dimension ${dimension}, not 3`);
  if (euler !== 2 * (h11 - h21)) {
    throw badLine(lines.Eta, `Eta is ${euler}, but 2 (H11 - H21) = ${2 * (h11 - h21)}`);
  }
  const topology = topologyOf(head, matrix);
  if (c2.length !== topology.c2.length) {
    throw badLine(lines.C2, `C2 has ${c2.length} numbers for ${topology.c2.length} projective spaces`);
  }
  const wrong = c2.findIndex((value, r) => value !== topology.c2[r]);
  if (wrong >= 0) {
    throw badLine(lines.C2, `C2 number ${wrong + 1} is ${c2[wrong]}, but ${topology.c2[wrong]} by the matrix`);
  }
  if (euler !== topology.euler) {
    throw badLine(lines.Eta, `Eta is ${euler}, but the Euler number of the matrix is ${topology.euler}`);
  }
  return topology.dimensions;
}

function topologyOf({ lines }: Head, matrix: readonly (readonly number[])[]): CicyTopology {
  try {
    return cicyTopology(matrix);
  } catch (error) {
    throw isCfcError(error) ? badLine(lines.Num, error.what) : error;
  }
}
