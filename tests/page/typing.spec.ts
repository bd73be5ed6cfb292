/** The text stays editable, and the analysis follows. The real core answers here. */
import { expect, test } from "./page.ts";
import { cursor, paste, settled, textOf } from "./steps.ts";

const STORY = "قال وزير المياه أحمد سالم إن السد سيفتح غدا.\n\nوأضاف الوزير: \"لن نقطع المياه عن أحد\".";

test("pasted text is analysed while it stays editable", async ({ open }) => {
  const page = await open();
  await paste(page, STORY);
  await settled(page);
  await expect(page.locator(".text .q").first()).toBeVisible();
  expect(await textOf(page)).toBe(STORY);
  await page.keyboard.type(" نعم");
  expect(await textOf(page)).toBe(`${STORY} نعم`);
  await expect(page.locator(".voice").first()).toBeVisible();
});

test("typing, deleting, breaking and joining lines do what they say", async ({ open }) => {
  const page = await open();
  await page.locator("#text").focus();
  await page.keyboard.type("سلام");
  await page.keyboard.press("Enter");
  await page.keyboard.type("عليكم");
  expect(await textOf(page)).toBe("سلام\nعليكم");
  await page.keyboard.press("Home");
  await page.keyboard.press("Backspace");
  expect(await textOf(page)).toBe("سلامعليكم");
  expect(await cursor(page)).toBe(4);
  await page.keyboard.type(" ");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  expect(await textOf(page)).toBe("سلام عليك");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  expect(await textOf(page)).toBe("");
});

test("a vowel sign is deleted alone, an emoji as a whole", async ({ open }) => {
  const page = await open();
  await paste(page, "مُ👩‍👩‍👧");
  await page.keyboard.press("Backspace");
  expect(await textOf(page)).toBe("مُ");
  await page.keyboard.press("Backspace");
  expect(await textOf(page)).toBe("م");
});

test("the cursor stays where it is when marks are drawn", async ({ open }) => {
  const page = await open();
  await paste(page, STORY);
  await settled(page);
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 8; i++) await page.keyboard.press("ArrowLeft");
  const before = await cursor(page);
  await page.keyboard.type("ال");
  await page.waitForTimeout(600);
  expect(await cursor(page)).toBe(before + 2);
  await page.keyboard.type("س");
  expect((await textOf(page)).slice(before, before + 3)).toBe("الس");
});

test("undo and redo go through edits", async ({ open }) => {
  const page = await open();
  await paste(page, "خبر");
  await page.waitForTimeout(20);
  await page.keyboard.press("Enter");
  await page.keyboard.type("جديد");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await textOf(page)).toBe("خبر");
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+y");
  expect(await textOf(page)).toBe("خبر\nجديد");
});

test("copying gives the text as it is", async ({ open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open();
  await paste(page, STORY);
  await settled(page);
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  expect((await page.evaluate(() => navigator.clipboard.readText())).replace(/\r/g, "")).toBe(STORY);
  await page.keyboard.press("Control+x");
  expect(await textOf(page)).toBe("");
});

test("an input method composes within a marked paragraph", async ({ open, page }) => {
  await open();
  await paste(page, STORY);
  await settled(page);
  const cdp = await page.context().newCDPSession(page);
  await page.keyboard.press("Control+End");
  await cdp.send("Input.imeSetComposition", { text: "كت", selectionStart: 2, selectionEnd: 2 });
  await cdp.send("Input.imeSetComposition", { text: "كتاب", selectionStart: 4, selectionEnd: 4 });
  await cdp.send("Input.insertText", { text: "كتاب" });
  expect(await textOf(page)).toBe(`${STORY}كتاب`);
  await page.waitForTimeout(500);
  expect(await textOf(page)).toBe(`${STORY}كتاب`);
});

test("empty, English, mixed and too long texts each say so", async ({ open }) => {
  const page = await open();
  await expect(page.locator(".text.empty")).toHaveCount(1);
  await expect(page.locator(".status")).toContainText("لا يغادر النص جهازك");
  await paste(page, "The minister said on Tuesday that the dam would open soon.");
  await expect(page.locator(".notice")).toContainText("لا يبدو هذا النص عربيا");
  await paste(page, " قال الوزير نعم");
  await expect(page.locator(".notice")).toContainText("أكثر هذا النص ليس بالعربية");
  await page.locator("#text").evaluate((node) => {
    const data = new DataTransfer();
    data.setData("text/plain", "خبر ".repeat(3_100_000));
    node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(page.locator(".toast")).toContainText("أطول مما تقبله الصفحة");
});

test("hostile text neither breaks nor freezes the page", async ({ open }) => {
  const page = await open();
  const texts = ["\u0000\u0001\ufffe", "\ud800 قال \udc00", "\"«»\"".repeat(3000), "שלום עולם", "ـ".repeat(20_000), "\u202e\u2067قال\u2069"];
  for (const text of texts) {
    await page.keyboard.press("Control+a");
    await paste(page, text);
    await settled(page);
  }
  await page.keyboard.press("Control+a");
  await paste(page, STORY);
  await expect(page.locator(".text .q").first()).toBeVisible();
});

test("a dropped file is opened", async ({ open }) => {
  const page = await open();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["قال الوزير إن السد سيفتح غدا."], "خبر.txt", { type: "text/plain" }));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  });
  await expect.poll(() => textOf(page)).toContain("السد سيفتح");
});
