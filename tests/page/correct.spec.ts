/** Correcting by form and by key, undo, survival of edits, and the way out and in again. */
import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { expect, test } from "./page.ts";

const ARTICLE = `قال وزير الخارجية أحمد سالم إن مصر سترحب بالاتفاق.
وأضاف سالم: «سنوقع الاتفاق في القاهرة يوم الأحد».
والتقى ناصر الدين بمنصور في المكتب.`;

async function write(page: Page): Promise<void> {
  await page.locator("#text").fill(ARTICLE);
  await expect(page.locator("#text [data-q]").first()).toBeVisible();
}

/** Selects words of the text as a reader with a keyboard would: the cursor before them, then Shift and arrows. */
async function choose(page: Page, words: string): Promise<void> {
  await page.locator("#text").focus();
  await page.evaluate((wanted) => {
    const root = document.querySelector("#text")!;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const all = nodes.map((n) => n.data).join("");
    const start = all.indexOf(wanted);
    const place = (offset: number): [Text, number] => {
      for (const node of nodes) {
        if (offset <= node.length) return [node, offset];
        offset -= node.length;
      }
      throw new Error(`not in the text: ${wanted}`);
    };
    getSelection()!.setBaseAndExtent(...place(start), ...place(start + wanted.length));
  }, words);
}

/** What the article is now, through the JSON export. */
async function exported(page: Page) {
  await page.keyboard.press("Alt+e");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "نزّل: النتيجة كاملة" }).click()]);
  await page.keyboard.press("Escape");
  const json = JSON.parse(readFileSync(await download.path(), "utf8"));
  const text = (span: { start: number; end: number }): string => json.text.slice(span.start, span.end);
  return {
    json,
    mentions: json.mentions.map((m: { start: number; end: number; type: string }) => `${m.type} ${text(m)}`) as string[],
    quotes: json.quotes.map((q: { parts: { start: number; end: number }[]; speaker: { name: string } }) => `${q.speaker.name}: ${q.parts.map(text).join(" … ")}`) as string[],
  };
}

const save = (page: Page) => page.getByRole("button", { name: "احفظ التصحيح" }).press("Enter");

async function mark(page: Page, words: string, type: string): Promise<void> {
  await choose(page, words);
  await page.keyboard.press("Alt+m");
  await page.getByLabel("النوع", { exact: true }).selectOption(type);
  await save(page);
}

test("a name is added, changed, widened, and removed, by the keyboard; undo and redo", async ({ open }) => {
  const page = await open();
  await write(page);
  await mark(page, "ناصر الدين", "organization");
  await expect(page.locator("#text")).toBeFocused();
  expect((await exported(page)).mentions).toContain("organization ناصر الدين");

  await choose(page, "ناصر الدين");
  await page.keyboard.press("Alt+c");
  await page.getByLabel("النوع", { exact: true }).selectOption("person");
  await page.getByRole("button", { name: "البداية: زد كلمة" }).press("Enter");
  await page.getByRole("button", { name: "النهاية: انقص حرفا" }).press("Enter");
  await page.getByRole("button", { name: "النهاية: زد حرفا" }).press("Enter");
  await save(page);
  const widened = await exported(page);
  expect(widened.mentions).toContain("person والتقى ناصر الدين");
  expect(widened.mentions).not.toContain("organization ناصر الدين");

  await page.locator("#text").focus();
  await page.keyboard.press("Control+z");
  expect((await exported(page)).mentions).toContain("organization ناصر الدين");
  await page.locator("#text").focus();
  await page.keyboard.press("Control+Shift+Z");
  expect((await exported(page)).mentions).toContain("person والتقى ناصر الدين");

  await choose(page, "ناصر");
  await page.keyboard.press("Alt+c");
  await page.getByRole("button", { name: "أزل العلامة" }).press("Enter");
  expect((await exported(page)).mentions.filter((m) => m.includes("ناصر"))).toEqual([]);
});

test("a quote is added, given a speaker, changed and removed", async ({ open }) => {
  const page = await open();
  await write(page);
  const before = (await exported(page)).quotes.length;
  await mark(page, "منصور", "person");
  await choose(page, "في المكتب");
  await page.keyboard.press("Alt+m");
  await page.getByLabel("النوع", { exact: true }).selectOption("quote");
  await page.getByLabel("القائل").fill("منصور");
  await save(page);
  const added = await exported(page);
  expect(added.quotes).toContain("منصور: في المكتب");
  expect(added.json.quotes.find((q: { speaker: { name: string } }) => q.speaker.name === "منصور").speaker.entity).not.toBeNull();

  await choose(page, "المكتب");
  await page.keyboard.press("Alt+c");
  await page.getByLabel("نوع القول").selectOption("mixed");
  await page.getByLabel("القائل").fill("مصدر مطلع");
  await page.getByRole("button", { name: "البداية: انقص كلمة" }).press("Enter");
  await save(page);
  const changed = await exported(page);
  expect(changed.quotes).toContain("مصدر مطلع: المكتب");
  expect(changed.quotes).toHaveLength(before + 1);

  await choose(page, "المكتب");
  await page.keyboard.press("Alt+c");
  await page.getByRole("button", { name: "أزل العلامة" }).press("Enter");
  expect((await exported(page)).quotes).toHaveLength(before);
});

test("entities are merged, renamed and split", async ({ open }) => {
  const page = await open();
  await write(page);
  await mark(page, "ناصر الدين", "person");
  await mark(page, "منصور", "person");
  const name = async (words: string, full: string): Promise<void> => {
    await choose(page, words);
    await page.keyboard.press("Alt+c");
    await page.getByLabel("الاسم الأتم").fill(full);
    await save(page);
  };
  const entity = async (words: string): Promise<string> => {
    const { json } = await exported(page);
    const mention = json.mentions.find((m: { start: number; end: number }) => json.text.slice(m.start, m.end) === words);
    return json.entities[mention.entity].name;
  };
  await name("منصور", "ناصر الدين");
  expect(await entity("منصور")).toBe("ناصر الدين");
  await name("منصور", "ناصر الدين منصور");
  expect(await entity("ناصر الدين")).toBe("ناصر الدين منصور");
  await choose(page, "منصور");
  await page.keyboard.press("Alt+c");
  await page.getByLabel("هذا الموضع لغيره: افصله").check();
  await save(page);
  expect(await entity("منصور")).toBe("منصور");
});

test("corrections survive edits, travel in JSON, and are listed and withdrawn", async ({ open }) => {
  const page = await open();
  await write(page);
  await mark(page, "ناصر الدين", "organization");
  await page.locator("#text").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("عاجل من القاهرة. ");
  await page.waitForTimeout(600);
  const edited = await exported(page);
  expect(edited.mentions).toContain("organization ناصر الدين");
  expect(edited.json.corrections).toHaveLength(1);

  const file = { name: "saved.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(edited.json)) };
  await page.locator("#text").fill("نص آخر.");
  await page.waitForTimeout(400);
  expect((await exported(page)).json.corrections).toBeUndefined();
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+o");
  await (await chooser).setFiles(file);
  await expect(page.locator("#text [data-m]", { hasText: "ناصر" }).first()).toBeVisible();
  const again = await exported(page);
  expect(again.json.corrections).toHaveLength(1);
  expect(again.mentions).toContain("organization ناصر الدين");

  await page.getByRole("button", { name: "تحرير" }).click();
  await page.getByRole("menuitem", { name: "التصحيحات…" }).click();
  await page.getByRole("button", { name: /^اسحب: / }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await exported(page)).mentions).not.toContain("organization ناصر الدين");
});

for (const theme of ["light", "dark", "contrast"]) {
  test(`axe finds nothing in the forms, ${theme}`, async ({ open, page, accessible }) => {
    test.slow();
    await page.addInitScript((name) => localStorage.setItem("isnad.settings", JSON.stringify({ theme: name, hinted: true })), theme);
    await open();
    await write(page);
    await mark(page, "ناصر الدين", "person");
    await choose(page, "ناصر");
    await page.keyboard.press("Alt+c");
    await accessible();
    await page.keyboard.press("Escape");
    await choose(page, "سنوقع الاتفاق");
    await page.keyboard.press("Alt+c");
    await accessible();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "تحرير" }).click();
    await page.getByRole("menuitem", { name: "التصحيحات…" }).click();
    await accessible();
  });
}
