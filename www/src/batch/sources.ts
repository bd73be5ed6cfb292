/** Dropped files, folders and archives as sources of the queue. */

import type { Saved } from "../export/json";
import { isZip, read } from "../intake/read";
import type { Source } from "./queue";

/** Endings of files in folders and archives that may hold an article; others are passed over in silence. */
const READABLE = /\.(txt|text|x?html?|md|markdown|docx|json|csv|tsv)$/i;

/** The most that is unpacked from one archive, in bytes. */
const MOST = 512 << 20;

/** A source for each file; archives are opened when their turn comes. */
export function fileSources(files: readonly File[]): Source[] {
  return files.map((file) => ({
    name: path(file),
    read: async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return isZip(bytes) && !/\.docx$/i.test(file.name) ? unpack(path(file), bytes) : read(path(file), bytes);
    },
  }));
}

const path = (file: File) => file.webkitRelativePath || file.name;

/** Files that are unpacked at a stretch, before the page gets its turn. */
const STRETCH = 32;

/** The articles of an archive, those of the archives in it left out. */
async function unpack(name: string, bytes: Uint8Array): Promise<Saved[]> {
  const { unzipSync } = await import("../intake/zip");
  const names: string[] = [];
  let size = 0;
  unzipSync(bytes, {
    filter: (file) => {
      size += file.originalSize;
      if (wanted(file.name) && size <= MOST) names.push(file.name);
      return false;
    },
  });
  if (names.includes("word/document.xml")) return read(name, bytes);
  const all: Saved[] = [];
  for (let i = 0; i < names.length; i += STRETCH) {
    const some = new Set(names.slice(i, i + STRETCH));
    for (const [inner, content] of Object.entries(unzipSync(bytes, { filter: (file) => some.has(file.name) }))) {
      try {
        all.push(...(await read(`${name}/${inner}`, content)));
      } catch {
        // A picture under the name of a text; the rest of the archive is still good.
      }
    }
    await new Promise((resume) => setTimeout(resume));
  }
  return all;
}

const wanted = (path: string) => path === "word/document.xml" || (READABLE.test(path) && !/(^|\/)(__MACOSX|\.)/.test(path));

/** All files of a drop, those in its folders included, in the order of their paths. */
export async function dropped(data: DataTransfer): Promise<File[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry != null);
  if (entries.length === 0) return [...data.files];
  const all = await Promise.all(entries.map((entry) => under(entry, true)));
  return all.flat();
}

async function under(entry: FileSystemEntry, top: boolean): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return top || READABLE.test(file.name) ? [file] : [];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    all.push(...some);
  }
  all.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(all.map((inner) => under(inner, false)))).flat();
}

/** Whether a file in a folder may hold an article. */
export const isReadable = (file: File): boolean => READABLE.test(file.name);

/** Whether files are more than one article: several, or one that may hold several. */
export const isMany = (files: readonly File[]): boolean => files.length > 1 || files.some((f) => /\.(zip|csv|tsv)$/i.test(f.name));
