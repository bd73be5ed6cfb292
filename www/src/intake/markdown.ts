/** The text of a Markdown file: its words without its signs. */

import type { Draft } from "./html";

/** Takes the signs out and reads title and date from front matter. */
export function plain(markdown: string): Draft {
  const source = markdown.replace(/\r\n?/g, "\n");
  const front = /^---\n([\s\S]*?)\n(?:---|\.\.\.)\n/.exec(source);
  const field = (name: string) => new RegExp(`^${name}:\\s*["']?(.*?)["']?\\s*$`, "mi").exec(front?.[1] ?? "")?.[1] || undefined;
  const title = field("title");
  const published = /^\d{4}-\d{2}-\d{2}/.exec(field("date") ?? "")?.[0];
  const lines = (front ? source.slice(front[0].length) : source)
    .replace(/<!-{2}[\s\S]*?-->/g, "")
    .split("\n")
    .filter((line) => !/^\s*(```|~~~|([-*_]\s*){3,}$|=+\s*$|\[[^\]]+\]:\s|\|?\s*:?-{3,})/.test(line))
    .map(inline);
  const text = paragraphs(lines).join("\n");
  return { ...(title && { title }), ...(published && { published }), text: title && !text.startsWith(title) ? `${title}\n${text}` : text };
}

function inline(line: string): string {
  return line
    .replace(/^\s{0,3}(?:>\s?)+/, "")
    .replace(/^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$/, "\n$1\n")
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+(?=\S)/, "\n")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g, "$1")
    .replace(/<(https?:[^>\s]+)>/g, "$1")
    .replace(/<\/?[a-z][^>]*>/gi, "")
    .replace(/(`+)(.+?)\1/g, "$2")
    .replace(/(\*\*|__|\*|~~)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/^\s*\|(.*)\|\s*$/, (_, row: string) => row.split("|").map((cell) => cell.trim()).join(" "))
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, "$1");
}

/** Joins the lines of a paragraph; two blanks or a backslash at its end break a line. */
function paragraphs(lines: string[]): string[] {
  const out: string[] = [];
  let open = false;
  for (const line of lines.join("\n").split("\n")) {
    const text = line.replace(/\\$/, "").trim();
    if (text && open) out[out.length - 1] += ` ${text}`;
    else if (text) out.push(text);
    open = text !== "" && !/( {2}|\\)$/.test(line);
  }
  return out;
}
