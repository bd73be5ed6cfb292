/**
 * The bookmarklet: sends the selection of any page to Isnad in the fragment of its address, which no browser sends to a
 * server. Limits: an address is at most 2 MB in Chromium and 1 MB in Firefox (about 170,000 letters of Arabic); Firefox
 * runs no bookmarklet on pages whose Content-Security-Policy forbids scripts in the page; no site may open a page from
 * disk, so the single file has to be served or the text pasted.
 */

import type { Draft } from "./html";

const KEY = "isnad=";

/** The address of the bookmarklet that opens the page at `page`. */
export function bookmarklet(page: string): string {
  const code = `(()=>{const d=document,m=d.querySelector('meta[property="article:published_time"],meta[itemprop="datePublished"]'),t=d.querySelector('time[datetime]'),p=/^\\d{4}-\\d\\d-\\d\\d/.exec(m?m.content:t?t.dateTime:'');open(${JSON.stringify(page)}+'#${KEY}'+encodeURIComponent(JSON.stringify({text:String(getSelection()).trim()||(d.querySelector('article,main')||d.body).innerText,title:d.title,url:location.href.split('#')[0],published:p?p[0]:void 0})))})()`;
  return `javascript:${encodeURIComponent(code)}`;
}

/** What a bookmarklet sent, or null where the fragment is something else. */
export function received(fragment: string): Draft | null {
  const at = fragment.indexOf(KEY);
  if (at < 0 || at > 1) return null;
  try {
    const sent = JSON.parse(decodeURIComponent(fragment.slice(at + KEY.length))) as Record<string, unknown>;
    if (typeof sent.text !== "string" || !sent.text.trim()) return null;
    const draft: Draft = { text: sent.text.replace(/\r\n?/g, "\n").replace(/\n{2,}/g, "\n") };
    if (typeof sent.title === "string" && sent.title) draft.title = sent.title;
    if (typeof sent.url === "string" && /^https?:/.test(sent.url)) draft.url = sent.url;
    if (typeof sent.published === "string" && /^\d{4}-\d\d-\d\d$/.test(sent.published)) draft.published = sent.published;
    return draft;
  } catch {
    return null;
  }
}
