import {existsSync, statSync} from "node:fs";
import {join} from "node:path";
import {DockerfileParser} from "dockerfile-ast";

const known = /^(FROM|RUN|WORKDIR|COPY|USER|ENTRYPOINT|CMD|ENV|ARG|LABEL|EXPOSE)$/;

/** What is wrong with a Dockerfile whose build context is `context`, after the rules of hadolint that bear on these files. */
export function checkDockerfile(text: string, context: string): string[] {
  const instructions = DockerfileParser.parse(text).getInstructions();
  const found = instructions.map((instruction) => ({
    keyword: instruction.getKeyword(),
    words: instruction.getArguments().map((argument) => argument.getValue()),
    line: instruction.getRange().start.line + 1
  }));
  const all = (keyword: string) => found.filter((each) => each.keyword === keyword);
  const errors = found.flatMap(({keyword, words, line}) => {
    if (!known.test(keyword)) return [`line ${line}: ${keyword} is no instruction that these files use`];
    if (keyword === "FROM" && !/:(?!latest)[\w.-]+$/.test(words[0] ?? "")) return [`line ${line}: pin the base image`];
    if (keyword === "WORKDIR" && !words[0]?.startsWith("/")) return [`line ${line}: WORKDIR must be absolute`];
    if (keyword === "RUN" && words.includes("install"))
      return [
        ...(words.includes("--no-cache-dir") ? [] : [`line ${line}: pip needs --no-cache-dir`]),
        ...words
          .slice(words.indexOf("install") + 1)
          .filter((word) => !word.startsWith("-") && !/==[\d.]+$/.test(word))
          .map((word) => `line ${line}: pin ${word}`)
      ];
    if (keyword === "COPY") {
      const [sources, target] = [words.slice(0, -1), words.at(-1) ?? ""];
      return [
        ...(sources.length > 1 && !target.endsWith("/") ? [`line ${line}: several files need a folder as target`] : []),
        ...sources
          .filter((source) => !existsSync(join(context, source)) || !statSync(join(context, source)).isFile())
          .map((source) => `line ${line}: there is no file ${source}`)
      ];
    }
    if ((keyword === "ENTRYPOINT" || keyword === "CMD") && !/^\[.*\]$/.test(words.join(" ")))
      return [`line ${line}: ${keyword} must be in the form of a list, or signals do not reach the program`];
    return [];
  });
  const user = all("USER").at(-1)?.words[0];
  return [
    ...(found[0]?.keyword === "FROM" ? [] : ["the first instruction must be FROM"]),
    ...(user && !/^(root|0)(:|$)/.test(user) ? [] : ["the last USER must not be root"]),
    ...(all("ENTRYPOINT").length === 1 ? [] : ["there must be one ENTRYPOINT"]),
    ...(all("WORKDIR").length > 0 ? [] : ["WORKDIR must be set"]),
    ...errors
  ];
}
