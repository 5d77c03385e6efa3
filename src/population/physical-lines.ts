import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { pipeline } from "node:stream";
import type { Readable } from "node:stream";

/** What a text file looks like, line by line, without reading it as anything. */
export interface LineCensus {
  /** Lines with at least one character, the first included. */
  readonly lines: number;
  /** Lines with none: they hold no record. */
  readonly blank: number;
  /** A carriage return that does not end a line, a mix of line ends, or a byte that no reader treats alike. */
  readonly odd: boolean;
}

/** The bytes of a file, unzipped if its name ends in `.gz`. */
export function openBytes(path: string): Readable {
  const raw = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!/\.gz$/i.test(path)) return raw;
  // `pipeline` passes an error of either stream on to whoever reads the result.
  return pipeline(raw, createGunzip({ chunkSize: 1 << 18 }), () => {});
}

const LF = 10;
const CR = 13;

/** Counts the lines of a file in one pass over its bytes. */
export async function countLines(path: string): Promise<LineCensus> {
  let lines = 0;
  let blank = 0;
  let length = 0;
  let ends = { lf: 0, crlf: 0 };
  let stray = false;
  let previous = 0;
  for await (const chunk of openBytes(path) as AsyncIterable<Buffer>) {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (byte === LF) {
        const crlf = previous === CR;
        if (crlf) ends.crlf++;
        else ends.lf++;
        if (length - (crlf ? 1 : 0) > 0) lines++;
        else blank++;
        length = 0;
      } else {
        if (previous === CR || byte < 9) stray = true;
        length++;
      }
      previous = byte;
    }
  }
  if (length > 0) lines++;
  if (previous === CR) stray = true;
  return { lines, blank, odd: stray || (ends.lf > 0 && ends.crlf > 0) };
}

/** One line of a file, without its end. */
export interface PhysicalLine {
  /** From 1. */
  readonly number: number;
  readonly bytes: Buffer;
}

/** The lines of a file, blank ones too, in order. A byte order mark at the start is dropped. */
export async function* physicalLines(path: string): AsyncGenerator<PhysicalLine> {
  let number = 0;
  let rest: Buffer[] = [];
  for await (const chunk of openBytes(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      rest.push(chunk.subarray(start, end));
      yield line(++number, rest);
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield line(++number, rest);
}

function line(number: number, parts: readonly Buffer[]): PhysicalLine {
  let bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  if (bytes.at(-1) === CR) bytes = bytes.subarray(0, -1);
  if (number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
  return { number, bytes };
}
