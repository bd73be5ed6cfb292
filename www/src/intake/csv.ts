/** Tables of articles: RFC 4180 with comma, semicolon or tab, and which column holds what. */

import type { Draft } from "./html";

/** The rows of a table. The separator is the one that gives the first lines the same number of cells. */
export function rows(source: string): string[][] {
  const text = source.replace(/^\ufeff/, "");
  const [best] = [",", ";", "\t"]
    .map((separator) => ({ separator, score: evenness(parse(text.slice(0, 20_000), separator, 20)) }))
    .sort((a, b) => b.score - a.score);
  return parse(text, best!.separator);
}

/** Cells a row, where all of the first rows have as many. */
function evenness(sample: string[][]): number {
  const whole = sample.slice(0, Math.max(1, sample.length - 1));
  const width = whole[0]?.length ?? 0;
  return whole.every((row) => row.length === width) ? width : 1 / (1 + width);
}

function parse(text: string, separator: string, limit = Infinity): string[][] {
  const out: string[][] = [];
  let row: string[] = [];
  let i = 0;
  const end = () => {
    if (row.length > 1 || row[0] !== "") out.push(row);
    row = [];
  };
  while (i < text.length && out.length < limit) {
    let cell = "";
    if (text[i] === '"') {
      for (i++; i < text.length; ) {
        const close = text.indexOf('"', i);
        if (close < 0) {
          cell += text.slice(i);
          i = text.length;
          break;
        }
        cell += text.slice(i, close);
        i = close + 1;
        if (text[i] !== '"') break;
        cell += '"';
        i++;
      }
    }
    const from = i;
    while (i < text.length && text[i] !== separator && text[i] !== "\n" && text[i] !== "\r") i++;
    cell += text.slice(from, i);
    row.push(cell);
    if (text[i] === separator) {
      i++;
      if (i === text.length) row.push("");
      continue;
    }
    if (text[i] === "\r" && text[i + 1] === "\n") i++;
    i++;
    end();
  }
  if (row.length > 0) end();
  return out;
}

/** What a table's columns are. */
export interface Columns {
  /** Whether the first row names the columns. */
  header: boolean;
  names: string[];
  text: number;
  title: number | null;
  published: number | null;
  url: number | null;
}

/** Guesses the columns: the text is the one with most Arabic; the others are known by name. */
export function columns(table: readonly string[][]): Columns {
  const first = table[0] ?? [];
  const header = table.length > 1 && first.every((cell) => cell.length < 60) && first.some((cell) => /^\p{L}[\p{L}\p{N}_ -]*$/u.test(cell));
  const sample = table.slice(header ? 1 : 0, 50);
  const width = Math.max(0, ...sample.map((row) => row.length));
  const arabic = Array.from({ length: width }, (_, c) => sample.reduce((sum, row) => sum + (row[c]?.match(/[\u0600-\u06ff]/g)?.length ?? 0), 0));
  const text = arabic.indexOf(Math.max(0, ...arabic));
  const named = (pattern: RegExp) => {
    const at = header ? first.findIndex((cell, c) => c !== text && pattern.test(cell.trim())) : -1;
    return at < 0 ? null : at;
  };
  return {
    header,
    names: Array.from({ length: width }, (_, c) => (header && first[c]?.trim()) || String(c + 1)),
    text: Math.max(0, text),
    title: named(/^(title|headline|العنوان|عنوان)$/i),
    published: named(/^(date|published|pub_?date|day|التاريخ|تاريخ|تاريخ النشر)$/i),
    url: named(/^(url|link|source|الرابط|رابط|المصدر)$/i),
  };
}

/** The articles of a table, one a row that has a text. */
export function drafts(table: readonly string[][], columns: Columns, file: string): Draft[] {
  return table.slice(columns.header ? 1 : 0).flatMap((row, i): Draft[] => {
    const cell = (column: number | null) => (column === null ? "" : (row[column] ?? "").trim());
    const text = cell(columns.text);
    if (!text) return [];
    const published = /\d{4}-\d{2}-\d{2}/.exec(cell(columns.published))?.[0];
    const url = /^https?:\S+$/.exec(cell(columns.url))?.[0];
    const title = cell(columns.title);
    return [{ text, file: `${file}#${i + 1 + (columns.header ? 1 : 0)}`, ...(title && { title }), ...(published && { published }), ...(url && { url }) }];
  });
}
