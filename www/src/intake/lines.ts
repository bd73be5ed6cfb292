/** The lines of a piece of HTML: its text as a reader sees it, without what belongs to the site. */

/** Elements that hold no text of the article. */
const SILENT = new Set([
  "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "video", "audio", "form", "button", "select",
  "input", "textarea", "label", "nav", "aside", "footer", "figcaption", "menu", "dialog", "head", "title", "rp", "rt",
]);

const BLOCK = new Set([
  "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "h1",
  "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
  "tfoot", "th", "thead", "tr", "ul",
]);

/** Names that sites give to what is not the article. Whole words of `class` and `id`. */
const FURNITURE =
  /(^|[\s_-])(share|sharing|social|related|recommend(ed|ations?)?|promo|ads?|advert(s|isement|ising)?|sponsor(ed)?|comments?|breadcrumbs?|newsletter|subscribe|subscription|tags?|taglist|sidebar|toolbar|nav(bar|igation)?|menu|footer|cookies?|popup|modal|most-?read|trending|read-?(more|also)|widget|print|login|skip|sr-only|visually-hidden|screen-reader-text)($|[\s_-])/i;

const ROLES = new Set(["navigation", "complementary", "contentinfo", "banner", "search", "menu", "dialog", "alert", "button", "toolbar"]);

/** So much text, in UTF-16 units, is no furniture whatever it is called. */
const LONG = 1200;

/** A line and how much of it is inside links. */
interface Line {
  text: string;
  linked: number;
  heading: boolean;
}

/** The lines under `root`, blank ones and lists of links left out. */
export function lines(root: Element): string[] {
  return dropFurniture(collect(root)).map((line) => line.text);
}

function collect(root: Element): Line[] {
  const out: Line[] = [];
  let text = "";
  let linked = 0;
  let heading = false;
  const most = Math.min(LONG, textOutsideLinks(root) / 2);
  const end = () => {
    const clean = text.replace(/[\s\u00a0]+/g, " ").trim();
    if (clean) out.push({ text: clean, linked: Math.min(1, linked / clean.length), heading });
    text = "";
    linked = 0;
  };
  const visit = (node: Node, link: boolean, pre: boolean) => {
    if (node.nodeType === 3) {
      const value = node.nodeValue ?? "";
      if (pre && value.includes("\n")) {
        value.split("\n").forEach((line, i) => {
          if (i > 0) end();
          text += line;
        });
        return;
      }
      text += value;
      if (link) linked += value.trim().length;
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.localName;
    if (element !== root && (SILENT.has(name) || isFurniture(element, most))) return;
    if (name === "br") return end();
    const block = BLOCK.has(name) || /\bdisplay\s*:\s*(block|flex|grid)/.test(element.getAttribute("data-style") ?? "");
    const cell = name === "td" || name === "th";
    if (block && !cell) end();
    if (cell) text += " ";
    const before = heading;
    if (/^h[1-6]$/.test(name)) heading = true;
    for (const child of element.childNodes) visit(child, link || name === "a", pre || name === "pre");
    if (block && !cell) end();
    heading = before;
  };
  visit(root, false, false);
  end();
  return out;
}

/** The article's own box may be called "single-post has-sidebar": what holds as much text as `most` outside links stays. */
function isFurniture(element: Element, most: number): boolean {
  if (element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return true;
  if (ROLES.has(element.getAttribute("role") ?? "")) return true;
  if (/display\s*:\s*none|visibility\s*:\s*hidden/.test(element.getAttribute("data-style") ?? "")) return true;
  const names = `${element.getAttribute("class") ?? ""} ${element.id}`;
  return FURNITURE.test(names) && textOutsideLinks(element) < most;
}

function textOutsideLinks(element: Element): number {
  const all = element.textContent?.trim().length ?? 0;
  let linked = 0;
  for (const a of element.querySelectorAll("a")) linked += a.textContent?.trim().length ?? 0;
  return all - linked;
}

/** Leaves out lines that are links alone, where two or more follow each other or one stands at an edge, and their headings. */
function dropFurniture(all: Line[]): Line[] {
  const link = (line: Line | undefined) => line !== undefined && line.linked > 0.8;
  const prose = all.some((line) => !link(line) && line.text.length > 80);
  if (!prose) return all;
  const kept = all.filter((line, i) => !link(line) || (i > 0 && i + 1 < all.length && !link(all[i - 1]) && !link(all[i + 1])));
  return kept.filter((line, i) => {
    if (!line.heading) return true;
    const at = all.indexOf(line);
    return !(link(all[at + 1]) && (i + 1 === kept.length || kept[i + 1]!.heading || all[at + 2] === undefined || link(all[at + 2])));
  });
}
