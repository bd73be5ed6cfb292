/**
 * The main job in Firefox as the system has it, which Playwright cannot drive: Puppeteer does, over WebDriver BiDi.
 */
import { expect, test as base } from "@playwright/test";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { find } from "../browsers.ts";

const ARTICLE = readFileSync("target/golden/01-dams-morocco.txt", "utf8");

const test = base.extend<{ firefox: Page }, { browserOfAll: Browser }>({
  browserOfAll: [
    async ({}, use) => {
      const browser = await puppeteer.launch({
        browser: "firefox",
        defaultViewport: { width: 1280, height: 900 },
        executablePath: find("ISNAD_FIREFOX"),
        extraPrefsFirefox: { "intl.accept_languages": "ar" },
      });
      await use(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  firefox: async ({ browserOfAll }, use) => {
    const page = await browserOfAll.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    await use(page);
    expect(faults).toEqual([]);
    await page.close();
  },
});

async function chord(page: Page, key: "c" | "v" | "End"): Promise<void> {
  await page.keyboard.down("Control");
  await page.keyboard.press(key);
  await page.keyboard.up("Control");
}

const EDITOR = "[role=textbox][aria-multiline]";

for (const [where, address] of [
  ["from a server", undefined],
  ["from disk", pathToFileURL(resolve("dist/isnad.html")).href],
] as const) {
  test(`paste, read, go to a speaker's words, ${where}`, async ({ firefox: page, baseURL }) => {
    await page.goto(address ?? baseURL!);
    await page.waitForSelector("html[data-engine=ready]");
    // A real paste, of what was copied from elsewhere in the page.
    await page.evaluate((text) => {
      const source = document.createElement("textarea");
      source.id = "source";
      source.value = text;
      document.body.prepend(source);
      source.select();
    }, ARTICLE);
    await chord(page, "c");
    await page.$eval("#source", (source) => source.remove());
    await page.click(EDITOR);
    await chord(page, "v");
    await page.waitForSelector(`${EDITOR} .q[data-speaker]`);
    const shown = await page.$eval(EDITOR, (editor) => (editor as HTMLElement).innerText);
    expect(shown.replace(/\s+/g, " ").trim()).toBe(ARTICLE.replace(/\s+/g, " ").trim());
    expect(await page.$$eval(`${EDITOR} .m`, (marks) => marks.length)).toBeGreaterThan(5);

    await page.click("[role=tabpanel] li button");
    await page.waitForFunction(
      (editor) =>
        [...document.querySelectorAll(`${editor} .q`)].some((quote) => {
          const { top, bottom } = quote.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }),
      {},
      EDITOR,
    );

    // Typing goes on and is analysed.
    await page.click(EDITOR);
    await chord(page, "End");
    await page.keyboard.type(' قال كريم الحداد: "سنعود غدا".');
    await page.waitForFunction(
      (editor) => [...document.querySelectorAll(`${editor} .q`)].some((q) => q.textContent?.includes("سنعود غدا")),
      {},
      EDITOR,
    );
  });
}
