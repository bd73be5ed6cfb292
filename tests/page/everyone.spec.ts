/** For everyone: axe in every view and theme, the keyboard alone, zoom, narrow screens, both languages. */
import { withResult } from "./fixture.ts";
import { expect, test } from "./page.ts";
import { choose, sample, textOf } from "./steps.ts";
import { SAMPLE } from "../../www/src/sample.ts";

test.beforeEach(async ({ page }) => withResult(page));

const VIEWS = ["speakers", "quotes", "entities", "timeline", "together"];

for (const language of ["ar", "en"]) {
  for (const theme of ["light", "dark", "contrast"]) {
    test(`axe finds nothing in any view: ${language}, ${theme}`, async ({ open, page, accessible }) => {
      test.slow();
      await page.addInitScript((s) => localStorage.setItem("isnad.settings", JSON.stringify(s)), { language, theme });
      await open();
      await accessible();
      await sample(page);
      for (const view of VIEWS) {
        await page.locator(`#tab-${view}`).click();
        await accessible();
      }
      await page.locator(".voice-name, .entity").first().click();
      await page.locator(".text .q .m").first().click();
      await expect(page.locator(".card")).toBeVisible();
      await accessible();
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await expect(page.locator("dialog")).toBeVisible();
      await accessible();
      await page.keyboard.press("Escape");
      for (const density of [0, 2]) {
        await page.locator('.menu-button[data-key="menu.view"]').click();
        await page.locator(".menu-list [role=menuitemradio]").nth(density).click();
        await accessible();
      }
    });
  }
}

test("axe finds nothing on a phone", async ({ open, page, accessible }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open();
  await sample(page);
  await accessible();
  await page.locator(".panes button").nth(1).click();
  await accessible();
});

test("from mark to mark by the keyboard, spoken, with the card a key away", async ({ open, page }) => {
  await open();
  await sample(page);
  await page.locator("#text").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.locator("[aria-live]", { hasText: "مكان: مرسى النخيل" })).toHaveCount(1);
  await expect(page.locator("#text")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.locator(".text .chosen")).toHaveText("سامر الخطيب");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(page.locator(".text .chosen")).toHaveText("مرسى النخيل");
  await page.keyboard.press("Alt+Enter");
  await expect(page.locator(".card :focus")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator(".card")).toHaveCount(0);
  await expect(page.locator("#text")).toBeFocused();
});

test("menus, tabs and dialogs by the keyboard, the focus never lost", async ({ open, page }) => {
  test.slow();
  await open();
  await sample(page);
  const menu = page.locator('.menu-button[data-key="menu.view"]');
  await menu.focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".menu-list :focus")).toHaveCount(1);
  await page.keyboard.press("End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Escape");
  await expect(menu).toBeFocused();
  await page.locator("#tab-speakers").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#tab-quotes")).toBeFocused();
  await expect(page.locator("table.quotes")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("F1");
  await expect(page.locator("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  // The choice of language redraws everything; the focus stays on its button.
  await page.locator(".language").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".language")).toBeFocused();
  // A filter redraws the list; the focus stays on the speaker.
  await page.locator("#tab-speakers").click();
  const speaker = page.locator(".voice-name").first();
  await speaker.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".voice-name").first()).toBeFocused();
});

test("Tab leaves the editor", async ({ open, page }) => {
  await open();
  await sample(page);
  await page.locator("#text").focus();
  await page.keyboard.press("Tab");
  await expect(page.locator("#text")).not.toBeFocused();
  expect(await textOf(page)).toBe(SAMPLE.text);
});

for (const [what, size] of [
  ["at 200 % zoom", { width: 640, height: 450 }],
  ["on a phone", { width: 390, height: 844 }],
  ["at 320 pixels", { width: 320, height: 640 }],
] as const) {
  test(`nothing runs over the edge ${what}`, async ({ open, page }) => {
    await page.setViewportSize(size);
    await open();
    await sample(page);
    const over = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await over()).toBeLessThanOrEqual(0);
    await page.locator(".panes button").nth(1).click();
    for (const view of VIEWS) {
      await page.locator(`#tab-${view}`).click();
      expect(await over()).toBeLessThanOrEqual(0);
    }
    await page.locator(".panes button").first().click();
    await page.locator(".text .m").first().click();
    await expect(page.locator(".card")).toBeInViewport();
  });
}

test("the English page is English throughout, digits and dates too", async ({ open, page }) => {
  await open();
  await sample(page);
  await page.locator(".language").click();
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  // Whatever is not the article's own words (marked as Arabic) holds no Arabic letter.
  const foreign = (): Promise<string[]> =>
    page.evaluate(() => {
      const found: string[] = [];
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let n = walker.nextNode(); n; n = walker.nextNode()) {
        const e = n.parentElement!;
        if (/[\u0600-\u06ff]/.test(n.textContent!) && !e.closest("[lang=ar], noscript, script, style")) found.push(n.textContent!);
      }
      return found;
    });
  for (const view of VIEWS) {
    await page.locator(`#tab-${view}`).click();
    expect(await foreign()).toEqual([]);
  }
  await page.locator("#tab-timeline").click();
  await expect(page.locator(".timeline")).toContainText(/Tuesday,? 11 March 2025/);
  await page.keyboard.press("F1");
  await expect(page.locator("dialog h2")).toHaveText("How to read the result");
  expect(await foreign()).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await page.locator(".text .m-person").first().getAttribute("aria-description")).toBe("Person");
});

test("Arabic digits can be either kind", async ({ open, page }) => {
  await open();
  await sample(page);
  await expect(page.locator(".voice").first()).toContainText("٤ أقوال");
  await choose(page, "menu.view", "0123");
  await expect(page.locator(".voice").first()).toContainText("4 أقوال");
});

test("nothing moves where less motion is asked for", async ({ open, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open();
  await sample(page);
  const longest = await page.evaluate(() =>
    Math.max(...[...document.querySelectorAll("*")].map((e) => parseFloat(getComputedStyle(e).transitionDuration))),
  );
  expect(longest).toBeLessThan(0.01);
});

test("the theme follows the device or the reader's choice, and is kept", async ({ open, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open();
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await choose(page, "menu.view", "فاتح");
  expect(await ground()).not.toBe(dark);
  await page.reload();
  await page.locator("html[data-theme=light]").waitFor();
});

test("the hint shows at the first visit only", async ({ open, page }) => {
  await open();
  await expect(page.locator(".hint")).toBeVisible();
  await page.locator(".hint button").nth(1).click();
  await expect(page.locator(".hint")).toHaveCount(0);
  await expect(page.locator("#text")).toBeFocused();
  await open();
  await expect(page.locator(".hint")).toHaveCount(0);
});

test("the help holds a legend of every type and every key", async ({ open, page }) => {
  await open();
  await page.keyboard.press("F1");
  await expect(page.locator("dialog .legend.types li")).toHaveCount(9);
  await expect(page.locator("dialog .keys li")).not.toHaveCount(0);
});
