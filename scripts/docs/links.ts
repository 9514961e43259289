import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";

/** The links of a site to pages or to places in pages that it does not have, a line for each. */
export async function deadLinks(site: string): Promise<string[]> {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith(".html")).map((file) => join(site, file));
  const pages = new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)));
  const places = new Map([...pages].map(([file, page]) => [file, new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]));
  const isDead = (file: string, link: string) => {
    const [path = "", place = ""] = link.split("#").map(decodeURIComponent);
    const target = path === "" ? file : resolve(dirname(file), path);
    if (!existsSync(target)) return true;
    // Redoc makes its places in the browser.
    return place !== "" && !place.startsWith("tag/") && places.get(target)?.has(place) === false;
  };
  return [...pages].flatMap(([file, page]) =>
    linksIn(relative(site, file), page)
      .filter((link) => isDead(file, link))
      .map((link) => `${relative(site, file)}: ${link}`),
  );
}

/** The links to within the site. Redoc's page has those that it was given in Markdown, and some of its own that it corrects in the browser. */
function linksIn(file: string, page: string): string[] {
  const pattern = dirname(file) === "http" ? /\]\((\.\.\/[^)]*)\)/g : / href="([^"]*)"/g;
  const links = new Set([...page.matchAll(pattern)].map(([, link]) => link!.replaceAll("&amp;", "&")));
  return [...links].filter((link) => !/^[a-z]+:/i.test(link));
}
