/** The wasm as a page gets it, in a real browser: what it says, what it takes, how it fails. */
import { expect, test as base } from "@playwright/test";
import { readFileSync, readdirSync } from "node:fs";
import type * as Isnad from "../../www/pkg/isnad.js";

declare const isnad: typeof Isnad;

/** A page that has loaded nothing but the module, as `isnad`. */
const test = base.extend({
  page: async ({ page }, use) => {
    await page.goto("/www/pkg/");
    await page.evaluate(async () => {
      const module = await import("/www/pkg/isnad.js" as string);
      await module.default({ module_or_path: "/www/pkg/isnad_bg.wasm" });
      Object.assign(globalThis, { isnad: module });
    });
    await use(page);
  },
});

const ARTICLES = readdirSync("target/golden")
  .filter((name) => name.endsWith(".txt"))
  .map((name) => ({
    name,
    text: readFileSync(`target/golden/${name}`, "utf8"),
    native: JSON.parse(readFileSync(`target/golden/${name.replace(/txt$/, "json")}`, "utf8")) as unknown,
  }));

test("says the same as the native build of every golden article", async ({ page }) => {
  expect(ARTICLES.length).toBeGreaterThanOrEqual(12);
  for (const { name, text, native } of ARTICLES) {
    const result = await page.evaluate((text) => isnad.analyze(text), text);
    expect(result, name).toEqual(native);
  }
});

test("every span is an exact slice, lone surrogates and all", async ({ page }) => {
  const text = ARTICLES[0]!.text;
  const faults = await page.evaluate((text) => {
    const [high, low] = ["\ud83d", "\ude42"];
    const faults: string[] = [];
    const texts = (result: ReturnType<typeof isnad.analyze>, of: string) =>
      [...result.mentions, ...result.quotes.flatMap((q) => q.parts)].map((s) => of.slice(s.start, s.end));
    const plain = texts(isnad.analyze(text), text);
    if (plain.length === 0) faults.push("nothing found");
    // A surrogate, half or whole, before the article moves every span by its own length and no more.
    for (const before of [high, low, low + high, high + low, `${high}\n${high}`]) {
      const moved = `${before}\n\n${text}`;
      const found = texts(isnad.analyze(moved), moved);
      if (JSON.stringify(found) !== JSON.stringify(plain)) faults.push(JSON.stringify([before, found]));
    }
    // And inside it, nothing throws or leaves the text.
    for (let at = 0; at < text.length; at += 7) {
      const cut = text.slice(0, at) + high + text.slice(at);
      for (const m of isnad.analyze(cut).mentions) {
        if (!(m.start < m.end && m.end <= cut.length)) faults.push(`${at}: ${m.start}..${m.end}`);
      }
    }
    return faults;
  }, text);
  expect(faults).toEqual([]);
});

test("errors are Error objects that say what is wrong", async ({ page }) => {
  const errors = await page.evaluate(() => {
    const attempt = (call: () => unknown) => {
      try {
        call();
        return "no error";
      } catch (error) {
        const known = error instanceof Error;
        return `${known && error.name}: ${known && error.message}`;
      }
    };
    const text = (value: unknown) => () => isnad.analyze(value as string);
    const day = (published: unknown) => () => isnad.analyze("نعم", { published: published as string });
    return [text(undefined), text(5), day(5), day("yesterday"), day("2023-02-29")].map(attempt);
  });
  expect(errors).toEqual([
    "TypeError: analyze: the text must be a string",
    "TypeError: analyze: the text must be a string",
    "TypeError: analyze: published must be a string",
    "RangeError: analyze: 'yesterday' is no day of the form YYYY-MM-DD, such as 2017-01-20",
    "RangeError: analyze: '2023-02-29' is no day of the form YYYY-MM-DD, such as 2017-01-20",
  ]);
});

test("options may be left out, empty or complete", async ({ page }) => {
  const schemas = await page.evaluate(() =>
    [undefined, {}, { published: null }, { published: "2017-01-20" }].map((o) => isnad.analyze("نعم", o).schema),
  );
  expect(new Set(schemas)).toEqual(new Set(["isnad/1"]));
});

test("takes any string", async ({ page }) => {
  test.setTimeout(120_000);
  const texts: Record<string, string> = {
    empty: "",
    space: " \n\t\u00a0\u200f",
    marks: "\u064b\u064c\u0651".repeat(2000),
    quotes: "«“\"".repeat(3000),
    hebrew: "אמר ראש הממשלה כי המשא ומתן יימשך. ".repeat(100),
    english: "The minister said the port would open tomorrow. ".repeat(100),
    digits: "١٢٣٬٤٥٦٫٧٨ ".repeat(2000),
    control: Array.from({ length: 0x300 }, (_, i) => String.fromCharCode(i)).join("").repeat(10),
    "one word": "والمستشفيات".repeat(5000),
    "long article": (ARTICLES[0]!.text + "\n").repeat(Math.ceil(2_900_000 / ARTICLES[0]!.text.length)),
  };
  for (const [name, text] of Object.entries(texts)) {
    const end = await page.evaluate((text) => {
      const { paragraphs, mentions, quotes } = isnad.analyze(text);
      return [...paragraphs, ...mentions, ...quotes.flatMap((q) => q.parts)].reduce((end, span) => Math.max(end, span.end), 0);
    }, text);
    expect(end, name).toBeLessThanOrEqual(text.length);
  }
});

test("knows its version, and warming up changes nothing", async ({ page }) => {
  const { version } = await page.evaluate(() => (isnad.warmUp(), { version: isnad.version() }));
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
});
