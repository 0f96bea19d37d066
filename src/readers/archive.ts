import { type UnzipFileInfo, unzipSync } from "fflate";
import { type ReadOptions, RefusedFile } from "./reader.ts";

/** The files of an archive by their path in it. */
export type Archive = ReadonlyMap<string, Uint8Array>;

const MEGABYTE = 2 ** 20;

/** What unpacks to less than this harms nobody, however well it was packed. */
const HARMLESS = 32 * MEGABYTE;

/** Whether bytes begin as a ZIP archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Names of all files of an archive, without unpacking any; none when it is damaged. */
export function namesInArchive(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch {
    return [];
  }
  return names;
}

/**
 * The files of an archive that are wanted. Each is unpacked into the space that the archive's list gives for it and into no
 * more, and the list is held against the limits before anything is unpacked. Throws `RefusedFile` for a bomb and for damage.
 */
export function unpack(bytes: Uint8Array, options: ReadOptions, wanted: (name: string) => boolean): Archive {
  checkList(bytes, options);
  try {
    const files = unzipSync(bytes, { filter: (file) => wanted(file.name) });
    return new Map(Object.entries(files));
  } catch (cause) {
    throw new RefusedFile("a whole archive; this one is damaged, get the file anew", { cause });
  }
}

function checkList(bytes: Uint8Array, { limits }: ReadOptions): void {
  let total = 0;
  let entries = 0;
  const count = (file: UnzipFileInfo): boolean => {
    entries++;
    total += file.originalSize;
    return false;
  };
  try {
    unzipSync(bytes, { filter: count });
  } catch (cause) {
    throw new RefusedFile("a whole archive; this one is damaged or breaks off, get the file anew", { cause });
  }
  if (entries > limits.entries)
    throw new RefusedFile(`at most ${limits.entries} files inside, not ${entries}: this looks like an archive bomb`);
  if (total > limits.unpackedBytes || total > Math.max(bytes.length * limits.ratio, HARMLESS))
    throw new RefusedFile(
      `a file that unpacks to less than ${Math.floor(limits.unpackedBytes / MEGABYTE)} MB and ${limits.ratio} times its size; this one says ${Math.ceil(total / MEGABYTE)} MB, as archive bombs do`,
    );
}
