/** One file as the articles in it, by its content first and its name second. */

import type { Saved } from "../export/json";
import { readJson } from "../export/json";
import { columns, drafts, rows } from "./csv";
import { decode } from "./encoding";
import type { Draft } from "./html";
import { page } from "./html";
import { plain } from "./markdown";

/** Why a file could not be read: it holds no text that we know how to get at. */
export class Unreadable extends Error {}

/** The names of files that can be read, for a file dialog. */
export const ACCEPTED = ".txt,.text,.html,.htm,.xhtml,.md,.markdown,.docx,.json,.csv,.tsv,.zip";

/** The articles of a file; an archive is the business of `batch`. Throws `Unreadable`. */
export async function read(name: string, bytes: Uint8Array): Promise<Saved[]> {
  const all = await content(name, bytes);
  return all.map((draft) => ({ corrections: [], ...draft, file: draft.file ?? name })).filter((a) => a.text.trim() !== "");
}

async function content(name: string, bytes: Uint8Array): Promise<(Draft | Saved)[]> {
  if (isZip(bytes)) {
    const { docx } = await import("./docx");
    try {
      return [await docx(bytes)];
    } catch {
      throw new Unreadable(name);
    }
  }
  const { text } = decode(bytes);
  if (isBinary(text)) throw new Unreadable(name);
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const saved = /^\s*\{/.test(text) ? readJson(text) : null;
  if (saved) return saved;
  if (/^x?html?$/.test(ending) || /^\s*(<!doctype html|<html[\s>])/i.test(text)) return [await page(text)];
  if (/^(md|markdown)$/.test(ending)) return [plain(text)];
  if (/^(csv|tsv)$/.test(ending)) {
    const table = rows(text);
    return drafts(table, columns(table), name);
  }
  return [{ text: text.replace(/\r\n?/g, "\n") }];
}

/** Whether the bytes begin like a ZIP archive. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** A text has none of the control characters that pictures and programs are full of. */
function isBinary(text: string): boolean {
  return (text.slice(0, 4000).match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0) > 4 || text.startsWith("%PDF-");
}
