import {parse, type ScalarTag} from "yaml";

const tag = (name: string, resolve: (text: string) => unknown): ScalarTag => ({tag: `!${name}`, resolve});

const tags = [
  tag("Ref", (text) => ({Ref: text})),
  tag("Sub", (text) => ({"Fn::Sub": text})),
  tag("GetAtt", (text) => ({"Fn::GetAtt": [text.split(".")[0], text.split(".").slice(1).join(".")]}))
];

/** A CloudFormation template in YAML as JSON, its short functions (`!Ref`, `!Sub`, `!GetAtt`) in the long form. */
export const readTemplate = (text: string): Record<string, unknown> =>
  parse(text, {customTags: tags}) as Record<string, unknown>;
