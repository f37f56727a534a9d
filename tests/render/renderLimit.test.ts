import {describe, expect, it} from "vitest";
import {parseExpression} from "../../loaders/parseExpression.ts";
import type {RenderContext} from "../../loaders/renderContext.ts";
import {renderLimit} from "../../loaders/renderLimit.ts";
import {renderMarkdown} from "../../loaders/renderMarkdown.ts";
import {renderPrice} from "../../loaders/renderPrice.ts";

const source = {
  source_url: "https://example.org/?a=1&b=2",
  source_title: "Limits | quotas",
  as_of: "2026-10-01",
  confidence: "high",
  note: null
};
const limit = (name: string, value: string, value_numeric: number | null, unit: string | null) => ({
  ...{provider: "aws", service: "Lambda", limit: name, value, value_numeric, unit},
  ...source
});
const price = (changes: Readonly<Record<string, unknown>>) => ({
  ...{provider: "aws", service: "Fargate", sku: "vCPU", unit: "vCPU-hour", price_usd: 0.04048, architecture: "x86_64"},
  ...{billing_increment_seconds: 1, minimum_duration_seconds: 60, free_tier_quantity: null},
  ...source,
  ...changes
});
const tables = {
  cloud_limits: [
    limit("maximum run time", "900", 900, "s"),
    limit("memory, maximum", "10240", 10240, "MB"),
    limit("cold start, zip", "median 84.62", 84.62, "ms"),
    limit("disk", "in memory", null, null),
    limit("twice", "1", 1, "call"),
    limit("twice", "2", 2, "call")
  ],
  cloud_prices: [price({}), price({architecture: "arm64", price_usd: 0.03238})]
};
const context = (form: RenderContext["form"]): RenderContext => ({
  tables,
  fits: [],
  form,
  read: (path) => `text of ${path}`
});
const limitText = (key: string) => renderLimit(parseExpression(`limit ${key}`), context("document"));
const priceText = (inside: string) => renderPrice(parseExpression(`price ${inside}`), context("document"));

describe("renderLimit", () => {
  it("writes a time in human units, a count with its unit, and the source's words where there is no number", () => {
    expect(limitText("aws/lambda/maximum-run-time")).toBe("[15 min](https://example.org/?a=1&b=2)");
    expect(limitText("aws/lambda/memory-maximum")).toMatch(/^\[10,240 MB\]/);
    expect(limitText("aws/lambda/cold-start-zip")).toMatch(/^\[84.6 ms\]/);
    expect(limitText("aws/lambda/disk")).toMatch(/^\[in memory\]/);
  });

  it("names source, day and confidence on a page, and lets a table's cell stand", () => {
    const html = renderLimit(parseExpression("limit aws/lambda/maximum-run-time"), context("page"));
    expect(html).toContain('href="https://example.org/?a=1&amp;b=2"');
    expect(html).toContain("Limits &#124; quotas, read on 2026-10-01, confidence high.");
    expect(html).not.toContain("|");
  });

  it("names the limits that there are, and refuses a name that two rows bear", () => {
    expect(() => limitText("aws/lambda/speed")).toThrow(
      "cloud_limits has no aws/lambda/speed; it has aws/lambda/maximum-run-time"
    );
    expect(() => limitText("aws/lambda/twice")).toThrow("2 rows of cloud_limits are called aws/lambda/twice");
  });
});

describe("renderPrice", () => {
  it("writes a price with its unit, or a rule of billing", () => {
    expect(priceText("aws/fargate/vcpu architecture=arm64")).toMatch(/^\[0.03238 USD per vCPU-hour\]/);
    expect(priceText("aws/fargate/vcpu column=minimum_duration_seconds")).toMatch(/^\[1 min\]/);
  });

  it("refuses rows that do not agree, an empty cell, an unknown price and an unknown column", () => {
    expect(() => priceText("aws/fargate/vcpu")).toThrow("rows of aws/fargate/vcpu do not agree on price_usd");
    expect(() => priceText("aws/fargate/vcpu column=free_tier_quantity")).toThrow("has no free_tier_quantity");
    expect(() => priceText("aws/fargate/gpu")).toThrow("cloud_prices has no aws/fargate/gpu");
    expect(() => priceText("aws/fargate/vcpu column=sku")).toThrow("column must be one of price_usd");
  });
});

describe("{{code …}}", () => {
  const code = (path: string) =>
    renderMarkdown([{text: `{{code ${path}}}`, file: "x.md", line: 1}], context("page"), "x").text;
  it("reads from bench, and from examples where the path says so", () => {
    expect(code("adapters/a.py")).toBe("```python\ntext of bench/adapters/a.py\n```");
    expect(code("examples/cloud/a/job.yaml")).toBe("```yaml\ntext of examples/cloud/a/job.yaml\n```");
    expect(code("examples/cloud/a/Dockerfile")).toContain("```dockerfile");
  });
});
