/** Taking results along: every format by download and by copy, and the printed sheet. */
import type { Page } from "@playwright/test";
import { DOMParser } from "@xmldom/xmldom";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse as parseCsv } from "csv-parse/sync";
import { lexer } from "marked";
import { readFileSync } from "node:fs";
import { parse as parseHtml } from "parse5";
import { expect, STANDALONE, test } from "./page.ts";

const ARTICLE = `قال وزير الخارجية أحمد سالم إن مصر سترحب بالاتفاق.
وأضاف سالم: «سنوقع الاتفاق في القاهرة يوم الأحد».`;

async function write(page: Page): Promise<void> {
  await page.locator("#text").fill(ARTICLE);
  await expect(page.locator("#text [data-q]").first()).toBeVisible();
}

async function save(page: Page, label: string): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: label }).click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path(), "utf8") };
}

for (const [where, address] of [["a server", undefined], ["disk", STANDALONE]] as const) {
  test(`all formats are downloaded, from ${where}`, async ({ open }) => {
    const page = await open(address);
    await write(page);
    await page.keyboard.press("Alt+e");
    await expect(page.getByRole("dialog")).toBeVisible();

    const json = await save(page, "نزّل: النتيجة كاملة");
    const valid = new Ajv2020({ strictTypes: false }).compile(JSON.parse(readFileSync("www/public/isnad-1.schema.json", "utf8")));
    const result = JSON.parse(json.content);
    expect(valid(result), JSON.stringify(valid.errors)).toBe(true);
    expect(result.text).toBe(ARTICLE);
    const quotes: number = result.quotes.length;
    expect(quotes).toBeGreaterThan(0);

    const table = await save(page, "نزّل: جدول الأقوال");
    expect(table.name).toMatch(/\.quotes\.csv$/);
    expect(table.content.startsWith("\ufeff")).toBe(true);
    expect(parseCsv(table.content, { bom: true, columns: true })).toHaveLength(quotes);
    const names = await save(page, "نزّل: جدول الأسماء");
    expect(parseCsv(names.content, { bom: true, columns: true })).toHaveLength(result.entities.length);

    const html = await save(page, "نزّل: صفحة معلَّمة");
    const faults: string[] = [];
    parseHtml(html.content, { onParseError: (e) => faults.push(e.code) });
    expect(faults).toEqual([]);
    expect(html.content).not.toContain("<script");

    const tei = await save(page, "نزّل: نص مرمّز");
    const document = new DOMParser({ onError: (_, message) => faults.push(message) }).parseFromString(tei.content, "text/xml");
    expect(faults).toEqual([]);
    expect(document.getElementsByTagName("said").length).toBeGreaterThanOrEqual(quotes);

    const annotations = JSON.parse((await save(page, "نزّل: تعليقات الويب")).content);
    expect(annotations.items).toHaveLength(result.mentions.length + quotes + result.terms.length);

    const sheet = await save(page, "نزّل: ورقة الأقوال");
    expect(sheet.name).toMatch(/\.md$/);
    const list = lexer(sheet.content).find((token) => token.type === "list");
    expect(list && "items" in list && list.items).toHaveLength(quotes);
  });
}

test("formats are copied, and the dialog gives the focus back", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open();
  await write(page);
  await page.keyboard.press("Alt+e");
  await page.getByRole("button", { name: "انسخ: ورقة الأقوال" }).click();
  await expect(page.getByRole("status").getByText("نُسخ.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("سالم");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.locator("#text")).toBeFocused();
});

test("paper gets the article, its quotes and names, and nothing of the page", async ({ open }) => {
  const page = await open();
  await write(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".sheet blockquote").first()).toBeVisible();
  await expect(page.locator(".bar-top")).toBeHidden();
  await expect(page.locator(".panel")).toBeHidden();
  await expect(page.locator("#text")).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator(".sheet")).toHaveCount(0);
});

for (const theme of ["light", "dark", "contrast"]) {
  test(`axe finds nothing in the dialog, ${theme}`, async ({ open, page, accessible }) => {
    await page.addInitScript((name) => localStorage.setItem("isnad.settings", JSON.stringify({ theme: name, hinted: true })), theme);
    await open();
    await write(page);
    await page.keyboard.press("Alt+e");
    await accessible();
  });
}
