/** The article in an HTML page or in what a browser puts on the clipboard. */

import type { Origin } from "../article";
import { oneLine } from "../article";
import { lines } from "./lines";

/** A text and where it came from. */
export interface Draft extends Origin {
  text: string;
}

/** The text of a fragment, such as a paste; null where it holds none. A whole page in it is narrowed to its article. */
export function fragment(html: string): string | null {
  const { body } = parse(html);
  const text = lines(within(body)).join("\n");
  return text || null;
}

/** The article of a whole page with its title, day and address. */
export async function page(html: string): Promise<Draft> {
  const document = parse(html);
  const origin = about(document);
  const { Readability } = await import("@mozilla/readability");
  const found = new Readability(parse(html), { charThreshold: 200, keepClasses: true }).parse();
  const root = found?.content ? parse(found.content).body : within(document.body);
  let all = lines(root);
  if (all.join("").length < 100) all = lines(within(document.body));
  const title = origin.title ?? (oneLine(found?.title ?? "") || undefined);
  if (title && all.length > 0 && !all.slice(0, 3).some((line) => line.includes(title) || title.includes(line))) all.unshift(title);
  return { ...origin, ...(title && { title }), text: all.join("\n") };
}

const parse = (html: string) => new DOMParser().parseFromString(quiet(html), "text/html");

/** What the page's policy forbids, and would log for each time, put out of the way: handlers and styles are never used. */
function quiet(html: string): string {
  return html
    .replace(/<style\b[^<]*<\/style/gi, "<template></template")
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/\s(on\w+|style)(?=\s*=)/gi, " data-$1"));
}

/** The element that is the article, where the page says which one: the one with most text. */
function within(body: HTMLElement): Element {
  const marked = [...body.querySelectorAll("article, [itemprop=articleBody], main, [role=main]")];
  const length = (e: Element) => [...e.querySelectorAll("p")].reduce((sum, p) => sum + (p.textContent?.length ?? 0), 0);
  const best = marked.reduce<Element | null>((a, b) => (a && length(a) >= length(b) ? a : b), null);
  return best && length(best) > 0.5 * length(body) ? best : body;
}

/** Title, day and address as the page states them. */
function about(document: Document): Origin {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const value = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)?.getAttribute("content");
      if (value?.trim()) return value.trim();
    }
    return undefined;
  };
  const heads = document.querySelectorAll("h1");
  const title = (heads.length === 1 ? heads[0]?.textContent : undefined) || meta("og:title") || document.querySelector("title")?.textContent;
  const when =
    meta("article:published_time", "datePublished", "og:published_time", "date", "pubdate", "DC.date.issued") ??
    linkedData(document) ??
    document.querySelector("time[datetime]")?.getAttribute("datetime");
  const day = /^\d{4}-\d{2}-\d{2}/.exec(when ?? "")?.[0];
  const url = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url");
  return {
    ...(title && oneLine(title) && { title: oneLine(title) }),
    ...(day && { published: day }),
    ...(url && /^https?:/.test(url) && { url }),
  };
}

/** `datePublished` in the page's JSON-LD. */
function linkedData(document: Document): string | undefined {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const found = /"datePublished"\s*:\s*"([^"]+)"/.exec(script.textContent ?? "");
    if (found) return found[1];
  }
  return undefined;
}
