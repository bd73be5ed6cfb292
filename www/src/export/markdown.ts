/** A sheet of quotes for a reader: numbered, each with its speaker, act and medium, then a list of who spoke. */

import type { Article } from "../article";
import { oneLine, said, slice, speakerOf, titleOf } from "../article";
import type { Labels } from "./labels";

/** The quote sheet of one or several articles. */
export function markdown(articles: readonly Article[], labels: Labels): string {
  return articles.map((article) => sheet(article, labels)).join("\n---\n\n");
}

function sheet(article: Article, labels: Labels): string {
  const { text, analysis } = article;
  const facts = [article.published, article.url && `<${article.url.replace(/[<>\s]/g, encodeURIComponent)}>`].filter(Boolean);
  const quotes = analysis.quotes.map((quote) => {
    const speaker = speakerOf(analysis, quote);
    const name = quote.speaker.name || labels.unknownSpeaker;
    const role = speaker?.role && !name.includes(speaker.role) ? `${labels.comma}${literal(speaker.role)}` : "";
    const how = [
      labels.act(quote.act),
      labels.kind(quote.kind),
      quote.medium && `${labels.medium}: ${oneLine(slice(text, quote.medium))}`,
      quote.within != null && `${labels.within} ${labels.number(quote.within + 1)}`,
    ].filter((part): part is string => Boolean(part));
    const number = `${quote.id + 1}. `;
    const quoted = `${" ".repeat(number.length)}> ${literal(said(text, quote))}`;
    return `${number}**${literal(name)}**${role} (${literal(how.join(labels.comma))})\n\n${quoted}\n`;
  });
  const counts = new Map<string, number>();
  for (const { speaker } of analysis.quotes) {
    const name = speaker.name || labels.unknownSpeaker;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const speakers = [...counts].sort((a, b) => b[1] - a[1]).map(([name, count]) => `- ${literal(name)}: ${labels.number(count)}`);
  return [
    `# ${literal(oneLine(titleOf(article))) || labels.untitled}\n`,
    ...(facts.length > 0 ? [`${facts.join(" · ")}\n`] : []),
    `## ${labels.quotes}\n`,
    quotes.length > 0 ? quotes.join("\n") : `${labels.none}\n`,
    ...(speakers.length > 0 ? [`## ${labels.speakers}\n`, `${speakers.join("\n")}\n`] : []),
  ].join("\n");
}

/** Text that Markdown shows as it is. */
function literal(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^([-+]|\d+[.)])(\s|$)/, (start) => start.replace(/([-+.)])/, "\\$1"))
    .replace(/^=/, "\\=");
}
