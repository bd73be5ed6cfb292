/** An annotated article that stands alone: one file, no script, nothing fetched, readable on a phone and in print. */

import type { Article } from "../article";
import { isName, said, slice, speakerOf, titleOf } from "../article";
import type { Layer, Node } from "./fragments";
import { layout } from "./fragments";
import type { Labels } from "./labels";
import { attributes, escape } from "./xml";

/** One page of one or several articles. */
export function html(articles: readonly Article[], labels: Labels): string {
  const title = articles[0] ? titleOf(articles[0]) : "";
  const direction = labels.language === "ar" ? "rtl" : "ltr";
  return (
    `<!doctype html>\n<html lang="${labels.language}" dir="${direction}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n` +
    `<meta name="viewport" content="width=device-width">\n<meta name="generator" content="Isnad">\n` +
    `<title>${escape(title || labels.untitled)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n` +
    `<main>\n${sections(articles, labels)}</main>\n</body>\n</html>\n`
  );
}

/** What stands in the page: an `article` for each, without a style. */
export const sections = (articles: readonly Article[], labels: Labels): string =>
  articles.map((article, n) => section(article, articles.length > 1 ? `a${n + 1}-` : "", labels)).join("");

interface Mark extends Layer {
  open(first: boolean): string;
  close: string;
}

function section(article: Article, prefix: string, labels: Labels): string {
  const { text, analysis } = article;
  const marks = [...quoteMarks(article, prefix, labels), ...mentionMarks(article, prefix, labels)];
  const title = titleOf(article);
  const trees = layout(text, analysis.paragraphs, marks);
  const lines = trees.map((nodes, i) => {
    const role = analysis.paragraphs[i]?.role;
    const content = nodes.map(write).join("");
    return role === "headline" ? `<h2>${content}</h2>\n` : `<p${role === "furniture" ? ' class="furniture"' : ""}>${content}</p>\n`;
  });
  const facts = [
    article.published && `<time datetime="${escape(article.published)}">${escape(article.published)}</time>`,
    article.url && /^https?:/.test(article.url) && `<a href="${escape(article.url)}" rel="noreferrer"><bdi>${escape(article.url)}</bdi></a>`,
  ].filter(Boolean);
  return (
    `<article>\n<header><h1 lang="ar" dir="auto">${escape(title || labels.untitled)}</h1>${facts.length > 0 ? `<p>${facts.join(" · ")}</p>` : ""}</header>\n` +
    `<div class="text" lang="ar" dir="rtl">\n${lines.join("")}</div>\n` +
    quoteList(article, prefix, labels) +
    entityLists(article, prefix, labels) +
    `</article>\n`
  );
}

function write(node: Node<Mark>): string {
  if (typeof node === "string") return escape(node);
  return `${node.of.open(node.piece === 0)}${node.children.map(write).join("")}${node.of.close}`;
}

function quoteMarks({ analysis }: Article, prefix: string, labels: Labels): Mark[] {
  return analysis.quotes.flatMap((quote) => {
    const speaker = quote.speaker.name || labels.unknownSpeaker;
    const title = `${speaker} (${labels.act(quote.act)})`;
    return quote.parts.map((part, i): Mark => {
      const id = i === 0 ? `${prefix}q${quote.id + 1}` : undefined;
      const number = `<a class="n" href="#${prefix}s${quote.id + 1}">${labels.number(quote.id + 1)}</a>`;
      return {
        ...part,
        depth: quote.within == null ? 0 : 1,
        open: (first) => `<span${attributes({ id: first ? id : undefined, class: `q ${quote.kind}`, title })}>${first && i === 0 ? number : ""}`,
        close: "</span>",
      };
    });
  });
}

function mentionMarks({ analysis }: Article, prefix: string, labels: Labels): Mark[] {
  return analysis.mentions.map((mention, i): Mark => {
    const entity = analysis.entities[mention.entity];
    const title = [labels.type(mention.type), entity?.name, entity?.gloss].filter(Boolean).join(" · ");
    return {
      start: mention.start,
      end: mention.end,
      depth: 2,
      open: (first) => `<mark${attributes({ id: first ? `${prefix}m${i + 1}` : undefined, class: mention.type, title })}>`,
      close: "</mark>",
    };
  });
}

function quoteList(article: Article, prefix: string, labels: Labels): string {
  const { text, analysis } = article;
  if (analysis.quotes.length === 0) return "";
  const items = analysis.quotes.map((quote) => {
    const role = speakerOf(analysis, quote)?.role;
    const facts = [role, labels.act(quote.act), labels.kind(quote.kind), quote.medium && slice(text, quote.medium)].filter(Boolean).join(labels.comma);
    return (
      `<li id="${prefix}s${quote.id + 1}"><strong>${escape(quote.speaker.name || labels.unknownSpeaker)}</strong> <small>${escape(facts)}</small>` +
      `<blockquote lang="ar" dir="rtl">${escape(said(text, quote))}</blockquote><a href="#${prefix}q${quote.id + 1}">${escape(labels.inText)}</a></li>\n`
    );
  });
  return `<section><h2>${escape(labels.quotes)}</h2>\n<ol>\n${items.join("")}</ol></section>\n`;
}

function entityLists({ analysis }: Article, prefix: string, labels: Labels): string {
  const names = analysis.entities.filter(isName);
  if (names.length === 0) return "";
  const types = [...new Set(names.map((e) => e.type))];
  const lists = types.map((type) => {
    const items = names.filter((e) => e.type === type).map((e) => {
      const gloss = e.gloss ? ` <small lang="en" dir="ltr">${escape(e.gloss)}</small>` : "";
      const first = e.mentions[0];
      const name = first === undefined ? escape(e.name) : `<a href="#${prefix}m${first + 1}">${escape(e.name)}</a>`;
      return `<li><span lang="ar">${name}</span> <small>${labels.number(e.mentions.length)}</small>${gloss}</li>\n`;
    });
    return `<h3>${escape(labels.type(type))}</h3>\n<ul>\n${items.join("")}</ul>\n`;
  });
  return `<section class="entities"><h2>${escape(labels.entities)}</h2>\n${lists.join("")}</section>\n`;
}

/** Types are told by colour and by the form of the line under them. Contrast of every pair is at least 4.5 to 1. */
const STYLE = `
:root{color-scheme:light dark;--ink:#1c1b19;--paper:#fffdf8;--quiet:#5a564e;--quote:#eef3ee;--edge:#3f6b4f}
@media(prefers-color-scheme:dark){:root{--ink:#eceae4;--paper:#191a1b;--quiet:#b3aea4;--quote:#222a25;--edge:#8fc2a0}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.06rem/1.9 "Noto Naskh Arabic","Amiri",Georgia,serif}
main{max-width:44rem;margin-inline:auto;padding:1.5rem 1rem}
article+article{border-block-start:2px solid var(--quiet);margin-block-start:3rem;padding-block-start:1rem}
h1{font-size:1.6rem;line-height:1.4}h2{font-size:1.25rem}h3{font-size:1.05rem}
small,.furniture,header p{color:var(--quiet)}a{color:inherit}
mark{background:none;color:inherit;border-block-end:2px solid}
.person{border-color:#2f6fb5}.organization{border-color:#8a5a00;border-block-end-style:double;border-block-end-width:4px}
.place{border-color:#2d7d46;border-block-end-style:dashed}.event{border-color:#9a3f86;border-block-end-style:dotted}
.misc{border-color:#6d6a63;border-block-end-style:dotted}
.date,.number,.money,.percent{border-color:var(--quiet);border-block-end-width:1px}
.q{background:var(--quote);box-decoration-break:clone;-webkit-box-decoration-break:clone;padding-block:.15em}
.q.indirect{background:none;text-decoration:underline dotted var(--edge);text-underline-offset:.45em}
.n{font:.7rem/1 system-ui,sans-serif;vertical-align:super;margin-inline:.2em;color:var(--edge)}
blockquote{margin-block:.25rem;margin-inline:0;padding-inline-start:.8rem;border-inline-start:3px solid var(--edge)}
.entities ul{columns:14rem;padding-inline-start:1.2rem}
@media print{main{max-width:none;padding:0}:root{--paper:#fff;--ink:#000}li,blockquote{break-inside:avoid}a{text-decoration:none}}
`;
