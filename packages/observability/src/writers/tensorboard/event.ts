/** A number by name at a step. */
export type Scalar = readonly [tag: string, value: number];

/** Wire types of protocol buffers. */
const VARINT = 0;
const DOUBLE = 1;
const BYTES = 2;
const FLOAT = 5;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

const key = (field: number, wire: number): Buffer => varint(field * 8 + wire);

function double(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return Buffer.concat([key(field, DOUBLE), bytes]);
}

function float(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([key(field, FLOAT), bytes]);
}

const bytesOf = (field: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([key(field, BYTES), varint(bytes.length), bytes]);

/** TensorFlow's Event with the version of the format: wall_time = 1, file_version = 3. */
export const versionEvent = (seconds: number): Buffer =>
  Buffer.concat([double(1, seconds), bytesOf(3, Buffer.from('brain.Event:2'))]);

/** TensorFlow's Event with scalars: wall_time = 1, step = 2, summary = 5 of values = 1 with tag = 1, simple_value = 2. */
export function scalarEvent(seconds: number, step: number, scalars: readonly Scalar[]): Buffer {
  const values = scalars.map(([tag, value]) =>
    bytesOf(1, Buffer.concat([bytesOf(1, Buffer.from(tag)), float(2, value)])),
  );
  return Buffer.concat([
    double(1, seconds),
    Buffer.concat([key(2, VARINT), varint(step)]),
    bytesOf(5, Buffer.concat(values)),
  ]);
}
