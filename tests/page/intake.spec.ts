/** Getting text in: pastes, files in every encoding and form, the bookmarklet. */
import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { expect, STANDALONE, test } from "./page.ts";

const FIRST = "قال وزير الصحة في مؤتمر صحفي عقده اليوم إن الحكومة ستفتتح ثلاثة مستشفيات جديدة، مؤكدا أن العمل يسير وفق الخطة.";
const SECOND = "وأضاف الوزير أن المرحلة الثانية تبدأ في الصيف المقبل وتشمل تدريب الأطباء والممرضين في المدن الكبرى كلها.";
const TITLE = "ثلاثة مستشفيات جديدة";

const PAGE = `<!doctype html><html lang="ar"><head><title>${TITLE} | موقع</title>
<meta property="article:published_time" content="2024-03-05T10:00:00+03:00"><script>document.title = "ran"</script></head><body>
<nav><a href="/">الرئيسية</a> <a href="/p">سياسة</a></nav>
<aside class="sidebar"><h3>الأكثر قراءة</h3><ul><li><a href="/2">خبر آخر</a></li><li><a href="/3">خبر ثالث</a></li></ul></aside>
<article><h1>${TITLE}</h1><div class="share">شارك <a href="#">فيسبوك</a></div><p>${FIRST}</p>
<img src="https://example.org/x.png" onerror="document.title='ran'"><p>${SECOND}</p>
<div class="related"><a href="/4">خبر رابع</a></div></article><footer>جميع الحقوق محفوظة</footer></body></html>`;

/** The text on the page, line by line. */
const text = async (page: Page): Promise<string> => (await page.locator("#text p").allTextContents()).map((line) => line.trim()).filter(Boolean).join("\n");

async function file(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await page.locator("#text").focus();
  await page.keyboard.press("Control+o");
  await (await chooser).setFiles({ name, mimeType: "", buffer: Buffer.from(bytes) });
}

function encode(source: string, encoding: string): Uint8Array {
  const table = new Map(Array.from({ length: 256 }, (_, i) => [new TextDecoder(encoding).decode(Uint8Array.of(i)), i]));
  return Uint8Array.from([...source], (c) => table.get(c) ?? 0x3f);
}

for (const [where, address] of [["a server", undefined], ["disk", STANDALONE]] as const) {
  test(`a paste of a page takes the article and leaves the furniture, from ${where}`, async ({ open }) => {
    const page = await open(address);
    await page.locator("#text").focus();
    await page.evaluate((html) => {
      const data = new DataTransfer();
      data.setData("text/html", html);
      data.setData("text/plain", "plain");
      document.querySelector("#text")!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, PAGE.slice(PAGE.indexOf("<nav>")));
    expect(await text(page)).toBe([TITLE, FIRST, SECOND].join("\n"));
  });

  test(`files of every form are read, from ${where}`, async ({ open }) => {
    const page = await open(address);
    await file(page, "a.html", PAGE);
    await expect.poll(() => text(page)).toBe([TITLE, FIRST, SECOND].join("\n"));
    await expect(page.locator("input[type=date]")).toHaveValue("2024-03-05");

    await file(page, "b.md", `# ${TITLE}\n\n**قال** وزير [الصحة](http://x) نعم.\n`);
    await expect.poll(() => text(page)).toBe(`${TITLE}\nقال وزير الصحة نعم.`);

    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const xml = `<w:document ${word}><w:body><w:p><w:r><w:t>${TITLE}</w:t></w:r></w:p><w:p><w:r><w:t>${FIRST}</w:t></w:r></w:p></w:body></w:document>`;
    await file(page, "c.docx", zipSync({ "word/document.xml": strToU8(xml) }));
    await expect.poll(() => text(page)).toBe(`${TITLE}\n${FIRST}`);

    await file(page, "d.txt", encode(SECOND, "windows-1256"));
    await expect.poll(() => text(page)).toBe(SECOND);
    await file(page, "e.txt", Buffer.from(`\ufeff${FIRST}`, "utf16le"));
    await expect.poll(() => text(page)).toBe(FIRST);
    await file(page, "f.txt", SECOND);
    await expect.poll(() => text(page)).toBe(SECOND);

    await file(page, "g.pdf", Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 1, 2]));
    await expect(page.getByText(/تعذرت قراءة «g.pdf»/)).toBeVisible();
    expect(await text(page)).toBe(SECOND);
    expect(await page.title()).not.toBe("ran");
  });
}

test("the bookmarklet brings a selection of another page", async ({ open, context, baseURL }) => {
  const page = await open();
  await page.getByRole("button", { name: "فتح" }).click();
  await page.getByRole("menuitem", { name: "زر للمتصفح…" }).click();
  const code = await page.getByRole("link", { name: "إلى إسناد" }).getAttribute("href");
  expect(code).toMatch(/^javascript:/);

  const other = await context.newPage();
  await other.route("https://news.example/**", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: PAGE }));
  await other.goto("https://news.example/1");
  await other.evaluate(() => getSelection()!.selectAllChildren(document.querySelector("p")!));
  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    // What a click on a bookmark does: the code runs in the page.
    other.evaluate((source) => void (0, eval)(decodeURIComponent(source.slice("javascript:".length))), code!),
  ]);
  await expect(opened.locator("#text p").first()).toHaveText(FIRST);
  await expect(opened.locator("input[type=date]")).toHaveValue("2024-03-05");
  expect(opened.url()).toBe(`${baseURL}`);
});

for (const theme of ["light", "dark", "contrast"]) {
  test(`axe finds nothing in the bookmarklet's dialog, ${theme}`, async ({ open, page, accessible }) => {
    await page.addInitScript((name) => localStorage.setItem("isnad.settings", JSON.stringify({ theme: name, hinted: true })), theme);
    await open();
    await page.getByRole("button", { name: "فتح" }).click();
    await page.getByRole("menuitem", { name: "زر للمتصفح…" }).click();
    await accessible();
  });
}
