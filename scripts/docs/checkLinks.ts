import {posix} from "node:path";
import {addressFlaw} from "../../loaders/addressFlaw.ts";
import {addressesOf} from "../../loaders/documentLinks.ts";
import {documentOutline} from "../../loaders/documentOutline.ts";

/**
 * What is wrong with the links of a set of files, one sentence a fault: a neighbour or a picture that is not there, an anchor
 * that is no heading, an external address of bad form, a picture that no document shows. No network is asked.
 */
export function checkLinks(files: ReadonlyMap<string, string>): readonly string[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (path: string) => {
    const known = anchors.get(path) ?? new Set(documentOutline(files.get(path) ?? "").map(({anchor}) => anchor));
    anchors.set(path, known);
    return known;
  };
  const shown = new Set<string>();
  const texts = [...files].filter(([path]) => path.endsWith(".md"));
  const faults = texts.flatMap(([path, text]) => {
    const {links, pictures} = addressesOf(text);
    const there = (address: string) => posix.join(posix.dirname(path), address);
    const ofPictures = pictures.flatMap((address) => {
      shown.add(there(address));
      return files.has(there(address)) ? [] : [`${path} shows ${address}, which is not there`];
    });
    const ofLinks = [...new Set(links)].flatMap((address) => {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) {
        const flaw = addressFlaw(address);
        return flaw === null ? [] : [`${path} links to ${address}, which ${flaw}`];
      }
      const [file = "", anchor] = address.split("#");
      const target = file === "" ? path : there(file);
      if (!files.has(target)) return [`${path} links to ${address}, which is not there`];
      return anchor === undefined || anchorsOf(target).has(decodeURIComponent(anchor))
        ? []
        : [`${path} links to ${address}, and ${target} has no such heading`];
    });
    return [...ofPictures, ...ofLinks];
  });
  const unseen = [...files.keys()].filter((path) => path.endsWith(".svg") && !shown.has(path));
  return [...faults, ...unseen.map((path) => `${path} is shown by no document`)];
}
