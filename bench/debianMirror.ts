/** What `apt-get indextargets --no-release-info --format` is asked for, so that `debianMirror` can read it. */
export const targetFormat = "$(METAKEY) $(BASE_URI) $(ORIGIN)";

/** What apt prints for a field it does not know, as long as no index of that repository was ever downloaded. */
const unknownOrigin = "$(ORIGIN)";

/**
 * The address of the Debian mirror that this machine's own apt is set up with, ending in a slash, from the lines that
 * `apt-get indextargets` prints in `targetFormat`. Suites such as `…-updates` and `…-security` are passed over: only the
 * main archive holds every suite. Throws when there is none.
 */
export function debianMirror(targets: string): string {
  for (const line of targets.split("\n")) {
    const [key = "", base = "", ...words] = line.trim().split(" ");
    const [, uri, suite] = /^(.+\/)dists\/([^/]+)\/$/.exec(base) ?? [];
    if (uri === undefined || suite === undefined || suite.includes("-") || !key.startsWith("main/")) continue;
    const origin = words.join(" ");
    if (origin === "Debian" || (origin === unknownOrigin && uri.endsWith("/debian/"))) return uri;
  }
  throw new Error("apt on this machine is set up with no Debian mirror");
}
