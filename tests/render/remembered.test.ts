import {expect, it, vi} from "vitest";
import {remembered} from "../../loaders/remembered.ts";

it("computes once for arguments that are alike, whatever objects they are", () => {
  const compute = vi.fn((rows: readonly {x: number}[], factor: number) => rows.map(({x}) => x * factor));
  const times = remembered(compute);
  expect(times([{x: 1}], 2)).toEqual([2]);
  expect(times([{x: 1}], 2)).toEqual([2]);
  expect(compute).toHaveBeenCalledTimes(1);
  expect(times([{x: 1}], 3)).toEqual([3]);
  expect(times([{x: 2}], 3)).toEqual([6]);
  expect(compute).toHaveBeenCalledTimes(3);
});

it("forgets what was not asked for longest", () => {
  const compute = vi.fn((x: number) => x);
  const same = remembered(compute, 2);
  for (const x of [1, 2, 1, 3, 1]) same(x);
  expect(compute.mock.calls.flat()).toEqual([1, 2, 3]);
  same(2);
  expect(compute.mock.calls.flat()).toEqual([1, 2, 3, 2]);
});
