import { readFileSync } from "node:fs";
import { builtFile } from "./built-file.ts";

/** Kernels as they are built from `assembly/`. */
export type KernelFile = "sampler.wasm" | "rows.wasm" | "series.wasm";

const modules = new Map<KernelFile, WebAssembly.Module>();

/** A kernel, compiled once in each thread. */
export function kernelModule(file: KernelFile): WebAssembly.Module {
  const held = modules.get(file);
  if (held) return held;
  const module = new WebAssembly.Module(readFileSync(builtFile(file)));
  modules.set(file, module);
  return module;
}

/** Bytes of a page of WebAssembly memory. */
const PAGE = 65536;
/** Bytes that it grows by at most where less is missing. */
const MOST_SPARE = 64 * 2 ** 20;
/** Every array begins at a multiple of so many bytes. */
const ALIGNED = 16;

/** The next pointer from this one on at which an array may begin. */
export function aligned(pointer: number): number {
  return Math.ceil(pointer / ALIGNED) * ALIGNED;
}

/**
 * The memory of a kernel, handed out from the first byte that the kernel does not use itself, and grown when there is need. When it grows, all views of it that
 * were made before are empty: `onGrow` is called then.
 */
export class KernelMemory {
  readonly memory = new WebAssembly.Memory({ initial: 1 });
  private next = 0;
  private readonly onGrow: () => void;

  constructor(onGrow: () => void = () => {}) {
    this.onGrow = onGrow;
  }

  /** Bytes before this one are not handed out; whatever was handed out behind it is taken back. */
  startAt(unused: number): void {
    this.next = unused;
  }

  /** The pointer to so many bytes, all nought unless they were handed out before. Throws a RangeError where there is no more memory. */
  room(bytes: number): number {
    const pointer = aligned(this.next);
    this.next = pointer + bytes;
    const held = this.memory.buffer.byteLength;
    if (this.next > held) {
      // More than is missing, for to grow may mean to copy everything.
      this.memory.grow(Math.ceil(Math.max(this.next - held, Math.min(held, MOST_SPARE)) / PAGE));
      this.onGrow();
    }
    return pointer;
  }

  /** The pointer to a copy of some numbers. */
  copy(numbers: Float64Array | Int32Array | Uint8Array): number {
    const pointer = this.room(numbers.byteLength);
    this.write(pointer, numbers);
    return pointer;
  }

  /** Copies some numbers to a pointer. */
  write(pointer: number, { buffer, byteOffset, byteLength }: Float64Array | Int32Array | Uint8Array): void {
    this.bytes(pointer, byteLength).set(new Uint8Array(buffer, byteOffset, byteLength));
  }

  reals(pointer: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, pointer, length);
  }

  wholes(pointer: number, length: number): Int32Array {
    return new Int32Array(this.memory.buffer, pointer, length);
  }

  bytes(pointer: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, pointer, length);
  }
}
