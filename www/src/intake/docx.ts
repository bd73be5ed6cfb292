/** The text of a Word file (Office Open XML): the body's paragraphs, without deleted text, fields and pictures. */

import type { Draft } from "./html";

/** The longest XML that is unpacked, in bytes. */
const LONGEST = 64 << 20;

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Reads `word/document.xml`, and title and day from the file's properties. Throws where the file is no Word file. */
export async function docx(bytes: Uint8Array): Promise<Draft> {
  const { unzipSync, strFromU8 } = await import("./zip");
  const wanted = ["word/document.xml", "docProps/core.xml"];
  const files = unzipSync(bytes, { filter: (file) => wanted.includes(file.name) && file.originalSize <= LONGEST });
  const body = files["word/document.xml"];
  if (!body) throw new Error("no Word file");
  const xml = (part: Uint8Array) => new DOMParser().parseFromString(strFromU8(part), "application/xml");
  const paragraphs = [...xml(body).getElementsByTagNameNS(WORD, "p")].filter((p) => !isNested(p)).flatMap(lines);
  const core = files["docProps/core.xml"] && xml(files["docProps/core.xml"]);
  const title = core?.getElementsByTagName("dc:title")[0]?.textContent?.trim();
  return { ...(title && { title }), text: paragraphs.join("\n") };
}

/** A paragraph in a text box is read with the paragraph that holds the box, and its fallback copy not at all. */
function isNested(paragraph: Element): boolean {
  for (let e = paragraph.parentElement; e; e = e.parentElement) {
    if (e.localName === "p" || e.localName === "Fallback") return true;
  }
  return false;
}

function lines(paragraph: Element): string[] {
  const boxes: string[] = [];
  let text = "";
  const visit = (node: Element) => {
    for (const child of node.children) {
      switch (child.localName) {
        case "t":
          text += child.textContent ?? "";
          break;
        case "tab":
          text += " ";
          break;
        case "br":
        case "cr":
          text += "\n";
          break;
        case "noBreakHyphen":
          text += "-";
          break;
        case "txbxContent":
          for (const inner of child.getElementsByTagNameNS(WORD, "p")) boxes.push(...lines(inner));
          break;
        case "del":
        case "moveFrom":
        case "instrText":
        case "pPr":
        case "rPr":
        case "Fallback":
          break;
        default:
          visit(child);
      }
    }
  };
  visit(paragraph);
  const own = text.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return [...own, ...boxes].filter(Boolean);
}
