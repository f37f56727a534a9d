import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {type CloudFacts, readCloud} from "../../loaders/readCloud.ts";
import {billedSeconds} from "../../src/model/billedSeconds.ts";
import {cost, type CostAnswer} from "../../src/model/cost.ts";
import {costAll} from "../../src/model/costAll.ts";
import {costFrontier} from "../../src/model/costFrontier.ts";
import {costSentence} from "../../src/model/costSentence.ts";
import {costSensitivity} from "../../src/model/costSensitivity.ts";
import {cheapest, costWinners} from "../../src/model/costWinners.ts";
import {ownBreakEven} from "../../src/model/ownBreakEven.ts";
import {costFields, defaultCostWorkload} from "../../src/model/costFields.ts";
import {costLives} from "../../src/model/costLives.ts";
import {findLimit} from "../../src/model/costMeter.ts";
import {costOffers} from "../../src/model/costOffers.ts";
import type {CostWorkload} from "../../src/model/costWorkload.ts";
import {costWorkloadToSearch} from "../../src/model/costWorkloadToSearch.ts";
import {finishSeconds} from "../../src/model/finishSeconds.ts";
import {interruptedSeconds} from "../../src/model/interruptedSeconds.ts";
import {parseCostWorkload} from "../../src/model/parseCostWorkload.ts";
import {tieredUsd} from "../../src/model/tieredUsd.ts";

let facts: CloudFacts;
beforeAll(async () => {
  facts = await readCloud();
});

const offerOf = (service: string) => {
  const offer = costOffers.find((one) => one.service === service);
  if (!offer) throw new Error(`no offer ${service}`);
  return offer;
};
const ask = (service: string, work: Partial<CostWorkload> = {}): CostAnswer =>
  cost(offerOf(service), {...defaultCostWorkload, ...work}, facts);
const stepOffers = new Set(costOffers.filter(({life}) => life === "steps").map(({service}) => service));
const four = (usd: number | null) => usd?.toPrecision(4);

const oneHour = {tasks: 1, seconds: 3600};
// An hour of work in four parts: four invocations of Lambda, four tasks side by side on one machine of four vCPUs.
const inQuarters = {tasks: 4, seconds: 900};
const oneTask = {tasks: 1, seconds: 1};
const short = {tasks: 1_000_000, seconds: 0.1};
const long = {tasks: 10_000, seconds: 30};

describe("the expected results, to four digits", () => {
  it.each([
    ["lambda-x86", inQuarters, "0.1037", "0.00002899", "3.079", "8.640"],
    ["lambda-arm", inQuarters, "0.08292", "0.00002323", "2.503", "6.912"],
    ["fargate-x86", oneHour, "0.04937", "0.0008228", "822.8", "8.228"],
    ["fargate-arm", oneHour, "0.03950", "0.0006583", "658.3", "6.583"],
    ["cloud-run-jobs", oneHour, "0.07920", "0.001320", "1320", "13.20"],
    ["cloud-run-request", oneHour, "0.1044", "0.00002940", "3.300", "8.704"],
    ["container-apps-job", oneHour, "0.1080", "0.00003000", "30.00", "9.000"],
    ["functions-flex", oneHour, "0.1872", "0.00005240", "52.40", "15.60"],
    ["step-functions-standard", oneHour, "0.00007500", "0.00007500", "75.00", "0.7500"],
    ["ec2-c7g-xlarge", inQuarters, "0.03625", "0.002417", "1.007", "3.021"]
  ])("%s", (service, hour, ...expected) => {
    const found = [hour, oneTask, short, long].map((work) => ask(service, work));
    expect(found.map(({usd}) => four(usd))).toEqual(expected);
    expect(found.map(({feasible}) => feasible)).toEqual([true, true, true, true]);
  });

  it.each([
    ["fargate-x86", "1.371"],
    ["fargate-arm", "1.097"],
    ["cloud-run-jobs", "2.200"],
    ["container-apps-job", "3.000"]
  ])("%s, a hundred containers of a thousand seconds", (service, expected) => {
    expect(four(ask(service, {...short, packing: 10_000}).usd)).toBe(expected);
  });

  it.each([
    ["container-instances-spot", oneHour, "0.01482"],
    ["gke-autopilot-spot", oneHour, "0.01625"],
    ["azure-vm-d4pls-v6", inQuarters, "0.03100"],
    ["gce-e2-standard-4", inQuarters, "0.03351"],
    ["modal", oneHour, "0.03956"],
    ["ec2-c7i-xlarge", inQuarters, "0.04462"],
    ["container-instances", oneHour, "0.04940"],
    ["gke-autopilot", oneHour, "0.05434"],
    ["dataflow-batch", oneHour, "0.06311"]
  ])("%s, a busy hour", (service, hour, expected) => {
    expect(four(ask(service, hour).usd)).toBe(expected);
  });

  it("prices an hour that Lambda will not run as invocations that it would, and says so", () => {
    const answer = ask("lambda-x86", oneHour);
    expect(four(answer.usd)).toBe("0.1037");
    expect(answer).toMatchObject({feasible: false, reason: expect.stringContaining("maximum run time: 15 min")});
  });
});

describe("every offer", () => {
  it("is named by cloud_offers.csv, and finds each limit and size that it names", () => {
    const key = ({service, provider}: {service: string; provider: string}) => `${service} ${provider}`;
    expect(costOffers.map(key).toSorted()).toEqual(facts.offers.map(key).toSorted());
    for (const offer of costOffers) {
      const {size, launch, start, runTime, runTimeDefault, payload, atOnce = [], vcpuQuota, fanOut, stepRate} = offer;
      const refs = [start, runTime, runTimeDefault, payload, ...atOnce, vcpuQuota, fanOut, stepRate, launch?.burst];
      for (const ref of [...refs, launch?.rate])
        if (ref) expect(findLimit(facts, offer.provider, ref).value_numeric, ref.limit).not.toBeNull();
      for (const startup of ["none", "typical"] as const) ask(offer.service, {startup});
      expect(size.kind).toMatch(/\w/);
    }
  });

  it("tells parts that sum to its price, and the rows that it rests on", () => {
    const settings: Partial<CostWorkload>[] = [
      {},
      {freeTier: true},
      {startup: "typical", egressGib: 10, cluster: "own"}
    ];
    for (const more of settings)
      for (const answer of costAll({...defaultCostWorkload, ...more}, facts)) {
        if (answer.usd === null) continue;
        const sum = Object.values(answer.parts).reduce((a, b) => a + b, 0);
        expect(sum, answer.service).toBeCloseTo(answer.usd, 9);
        if (!/own/.test(answer.service)) {
          expect(answer.asOf).toMatch(/^20\d\d-\d\d/);
          expect(answer.prices.every(({source_url}) => source_url.startsWith("https://"))).toBe(true);
        }
      }
  });
});

const logarithmic = (low: number, high: number) =>
  fc.double({min: Math.log(low), max: Math.log(high), noNaN: true}).map(Math.exp);
const anyWork = fc.record({
  tasks: logarithmic(1, 1e9).map(Math.round),
  seconds: logarithmic(0.001, 86_400),
  vcpu: fc.constantFrom(0.25, 0.5, 1, 2, 4),
  memoryGib: logarithmic(0.125, 64),
  concurrency: logarithmic(1, 1e4).map(Math.round),
  packing: fc.constantFrom(1, 1, 7, 100),
  freeTier: fc.boolean(),
  startup: fc.constantFrom("none" as const, "typical" as const)
});
const priced = ({usd, reason}: CostAnswer) => usd !== null && !/cut into|pack/.test(reason ?? "");

describe.each(costOffers.filter(({closed}) => closed === undefined).map(({service}) => service))("%s", (service) => {
  it.each([
    ["tasks", (tasks: number) => ({tasks: Math.ceil(tasks)})],
    ["seconds", (seconds: number) => ({seconds})],
    ["memoryGib", (memoryGib: number) => ({memoryGib})]
  ] as const)("never costs less for more %s", (key, change) => {
    fc.assert(
      fc.property(anyWork, logarithmic(1, 100), (work, factor) => {
        const [less, more] = [ask(service, work), ask(service, {...work, ...change(work[key] * factor)})];
        if (!priced(less) || !priced(more)) return;
        expect(more.usd!).toBeGreaterThanOrEqual(less.usd! * (1 - 1e-9));
      }),
      {seed: 7, numRuns: 150}
    );
  });

  it("never takes longer with more at once, nor less for more work; free allowances only lower", () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        const base = ask(service, {...work, freeTier: false});
        if (!priced(base)) return;
        const seconds = base.seconds! * (1 + 1e-9);
        expect(ask(service, {...work, concurrency: work.concurrency * 2}).seconds!).toBeLessThanOrEqual(seconds);
        const more = ask(service, {...work, tasks: work.tasks * 2});
        expect(more.seconds! * (1 + 1e-9)).toBeGreaterThanOrEqual(base.seconds!);
        expect(base.seconds!).toBeGreaterThanOrEqual(work.seconds * (1 - 1e-9));
        expect(ask(service, {...work, freeTier: true}).usd!).toBeLessThanOrEqual(base.usd! * (1 + 1e-9));
        expect(ask(service, {...work, freeTier: true}).usd!).toBeGreaterThanOrEqual(-1e-12);
      }),
      {seed: 11, numRuns: 60}
    );
  });
});

describe("extremes", () => {
  it.each([{tasks: 1}, {tasks: 1e9}, {seconds: 0.001}, {seconds: 86_400}, {tasks: 1e9, seconds: 86_400}])(
    "give finite answers or name the limit: %o",
    (work) => {
      for (const {usd, seconds, reason, service} of costAll({...defaultCostWorkload, ...work}, facts)) {
        if (usd === null) expect(reason, service).toMatch(/\w/);
        else
          expect([usd >= 0, Number.isFinite(usd), seconds! > 0, Number.isFinite(seconds)], service).toEqual(
            Array(4).fill(true)
          );
      }
    }
  );
});

describe("billedSeconds", () => {
  it("rounds up to the increment, and bills the minimum", () => {
    expect(billedSeconds(0.1001, 0.1, null)).toBeCloseTo(0.2, 12);
    expect(billedSeconds(0.3, 0.1, null)).toBeCloseTo(0.3, 12);
    expect(billedSeconds(61.0001, 1, 60)).toBe(62);
    expect(billedSeconds(1, 1, 60)).toBe(60);
    expect(billedSeconds(1.5, null, null)).toBe(1.5);
  });

  it("is the least multiple that is not below, for any time", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e9}), fc.constantFrom(1, 100, 1000), (milliseconds, step) => {
        const exact = Math.ceil(milliseconds / step) * step;
        expect(Math.round(billedSeconds(milliseconds / 1000, step / 1000, null) * 1000)).toBe(exact);
      })
    );
  });
});

describe("costLives", () => {
  const base = {tasks: 10, taskSeconds: 7, packing: 1, concurrency: 4, sideBySide: 1, startSeconds: 0};
  it("rounds each unit by itself, the last and shorter one too", () => {
    const lives = {...base, life: "containers" as const, packing: 4, increment: 1, minimum: 20};
    expect(costLives(lives)).toEqual({units: 3, billed: 28 + 28 + 20});
  });
  it("bills start-up to every fresh container, to kept environments once", () => {
    const start = {...base, startSeconds: 2, increment: null, minimum: null};
    expect(costLives({...start, life: "containers"}).billed).toBe(10 * 9);
    expect(costLives({...start, life: "calls"}).billed).toBe(10 * 7 + 4 * 2);
    expect(costLives({...start, life: "pool"}).billed).toBe(10 * 7 + 4 * 2);
  });
  it("packs side by side on whole machines", () => {
    const pool = {...base, life: "pool" as const, concurrency: 8, sideBySide: 4, increment: 1, minimum: 60};
    // Three rounds on two machines: two of them on one.
    expect(costLives(pool)).toEqual({units: 2, billed: 60 + 60});
    expect(costLives({...pool, taskSeconds: 50}).billed).toBe(60 + 100);
  });
});

describe("tieredUsd", () => {
  it("takes the free quantity off first, then each band at its price, and goes on with the last", () => {
    const band = (tier_from: number | null, tier_to: number | null, price_usd: number) => ({
      tier_from,
      tier_to,
      price_usd
    });
    const bands = [band(null, 10, 1), band(10, 20, 0.5)] as never;
    const meter = {bands, freeQuantity: 5, freeRow: null};
    expect(tieredUsd(meter, 12, false)).toBe(10 + 1);
    expect(tieredUsd(meter, 12, true)).toBe(7);
    expect(tieredUsd(meter, 30, false)).toBe(10 + 10);
    expect(tieredUsd(meter, 3, true)).toBe(0);
  });
  it("runs Lambda through its bands: the documented edges of a month", () => {
    const gbSeconds = 7e9;
    const work = {tasks: 1e9, seconds: gbSeconds / 1e9, lambdaMb: 1024};
    const expected = 6e9 * 0.0000166667 + 1e9 * 0.000015;
    expect(ask("lambda-x86", work).parts.compute).toBeCloseTo(expected, 3);
  });
});

describe("finishSeconds", () => {
  const base = {units: 100, unitSeconds: 10, slots: 10, startSeconds: 0, burst: Infinity, rate: Infinity};
  it("is rounds where nothing ramps", () => {
    expect(finishSeconds({...base, life: "calls"})).toBe(100);
    expect(finishSeconds({...base, life: "containers", startSeconds: 5})).toBe(150);
  });
  it("waits for launches: containers one by one, environments once", () => {
    expect(finishSeconds({...base, life: "containers", slots: 100, burst: 10, rate: 1})).toBe(90 + 10);
    const ramped = finishSeconds({...base, life: "calls", units: 1e5, slots: 1000, burst: 100, rate: 100});
    // Nine seconds of ramp cost 4,050 slot-seconds of the 1,000 slots.
    expect(ramped).toBeCloseTo(1000 + 4.05, 6);
  });
});

describe("spot", () => {
  it("expects the work until it runs through once", () => {
    expect(interruptedSeconds(3600, 0)).toBe(3600);
    expect(interruptedSeconds(3600, 1)).toBeCloseTo(3600 * (Math.E - 1), 6);
    const calm = ask("gke-autopilot-spot", oneHour);
    expect(ask("gke-autopilot-spot", {...oneHour, interruptionsAnHour: 0.2}).usd!).toBeGreaterThan(calm.usd!);
    expect(ask("gke-autopilot", {...oneHour, interruptionsAnHour: 0.2}).usd).toBe(ask("gke-autopilot", oneHour).usd);
  });
});

describe("limits", () => {
  it.each([
    ["lambda-x86", {seconds: 901}, /a task takes 15 min; maximum run time: 15 min/],
    ["lambda-x86", {vcpu: 6}, /10614 MB .*memory, maximum: 10240 MB/],
    ["lambda-x86", {payloadBytes: 7e6}, /payload, synchronous call: 6 MB/],
    ["lambda-x86", {seconds: 1, packing: 1000}, /1,000 tasks take 17 min; .*pack 900 at most/],
    [
      "fargate-x86",
      {vcpu: 8, memoryGib: 16},
      /a task needs 8 vCPU; vCPU quota, on-demand, per region of a first account: 6 vCPU/
    ],
    ["container-apps-job", {vcpu: 2, memoryGib: 10}, /replica memory, maximum: 8 GiB/],
    ["functions-flex", {memoryGib: 5}, /the largest size recorded is 4,096 MB/],
    ["step-functions-express", {seconds: 301}, /maximum run time: 5 min/],
    ["ec2-c7g-xlarge", {memoryGib: 9}, /the machine has 4 vCPU and 8 GiB/],
    ["functions-consumption", {}, /legacy; Linux ends/],
    ["gke-autopilot-spot", {spot: "avoided"}, /may be taken away/],
    ["fargate-spot", {}, /not in the vendor's price list/],
    ["container-apps-job", {platform: "windows"}, /Linux containers only/],
    ["own-machine", {tasks: 1e9, deadlineHours: 1}, /the deadline is 1 h/]
  ] as const)("exclude %s with %o", (service, work, reason) => {
    const answer = ask(service, work as Partial<CostWorkload>);
    expect(answer.feasible).toBe(false);
    expect(answer.reason).toMatch(reason);
  });

  it("of a first account slow Fargate down, until they are raised", () => {
    const first = ask("fargate-x86", long);
    expect(first.seconds).toBe(50_010);
    expect(first.assumptions.join()).toContain("6 tasks at once, not 100");
    expect(ask("fargate-x86", {...long, quotas: "raised"}).seconds).toBe(3000);
  });

  it("keep memory and vCPUs coupled where a service sells them so", () => {
    expect(ask("container-apps-job", {...oneHour, memoryGib: 4}).usd).toBe(
      ask("container-apps-job", {...oneHour, vcpu: 2, memoryGib: 4}).usd
    );
    expect(ask("cloud-run-jobs", {...oneHour, memoryGib: 5}).usd).toBe(
      ask("cloud-run-jobs", {...oneHour, vcpu: 2, memoryGib: 5}).usd
    );
    expect(ask("fargate-x86", {...oneHour, vcpu: 4, memoryGib: 2}).usd).toBe(
      ask("fargate-x86", {...oneHour, vcpu: 4, memoryGib: 8}).usd
    );
  });
});

describe("a month", () => {
  it("runs the job's quantities together through the free allowance, and adds what stands", () => {
    const ten = ask("lambda-x86", {...long, runsAMonth: 10});
    expect(ten.monthUsd).toBeCloseTo(ten.usd! * 10, 9);
    const free = ask("lambda-x86", {...long, runsAMonth: 10, freeTier: true});
    expect(free.monthUsd!).toBeCloseTo(ten.monthUsd! - 400_000 * 0.0000166667 - 10_000 * 10 * 0.0000002, 6);
    expect(ask("functions-premium", {...oneTask, runsAMonth: 0}).monthUsd).toBeCloseTo((0.173 + 3.5 * 0.0123) * 730, 9);
    expect(ask("eks-ec2", {...oneTask, cluster: "own", runsAMonth: 0}).monthUsd).toBeCloseTo(0.1 * 730, 9);
  });
});

describe("the address of a job", () => {
  it("reads back what it wrote, for any job", () => {
    const value = (field: (typeof costFields)[number]) =>
      field.type === "flag"
        ? fc.boolean()
        : field.type === "choice"
          ? fc.constantFrom(...field.values)
          : field.whole
            ? fc.integer({min: Math.ceil(field.minimum), max: field.maximum})
            : fc
                .double({min: field.minimum, max: field.maximum, noNaN: true})
                .map((number) => (number === 0 ? 0 : number));
    const any = fc.record(Object.fromEntries(costFields.map((field) => [field.key, value(field)])));
    fc.assert(
      fc.property(any, (made) => {
        const workload = made as unknown as CostWorkload;
        const search = costWorkloadToSearch(workload).toString();
        expect(parseCostWorkload(Object.fromEntries(new URLSearchParams(search)))).toEqual({workload, problems: []});
      })
    );
  });
  it("says what a wrong value may be, and works on with the default", () => {
    const {workload, problems} = parseCostWorkload({tasks: "0", seconds: "", startup: "slow", free_tier: "maybe"});
    expect(workload).toEqual(defaultCostWorkload);
    expect(problems).toHaveLength(4);
    expect(problems).toContain("tasks must be a whole number 1…1000000000, got 0");
    expect(problems).toContain("startup must be one of none, typical, got slow");
  });
});

describe("answers drawn from many costs", () => {
  const compute = (work: CostWorkload) => costAll(work, facts).filter(({service}) => !stepOffers.has(service));

  it("the cheapest by length of a task: every stretch joins the next, and brute force agrees", () => {
    const amazon = (work: CostWorkload) => compute(work).filter(({provider}) => provider === "aws");
    const stretches = costWinners({...defaultCostWorkload, tasks: 1000}, "seconds", amazon);
    expect(stretches.length).toBeGreaterThan(1);
    stretches.forEach(({from, to, service}, place) => {
      if (place > 0) expect(from).toBe(stretches[place - 1]!.to);
      const middle = {...defaultCostWorkload, tasks: 1000, seconds: Math.sqrt(from * to)};
      expect(cheapest(amazon(middle))).toBe(service);
    });
    expect([stretches[0]!.from, stretches.at(-1)!.to]).toEqual([0.001, expect.closeTo(86_400, 6)]);
  });

  it("the frontier: nothing on it is beaten, everything off it is", () => {
    const answers = compute({...defaultCostWorkload, ...long}).filter(({feasible}) => feasible);
    const frontier = costFrontier(answers);
    const beats = (a: CostAnswer, b: CostAnswer) =>
      a.usd! <= b.usd! && a.seconds! <= b.seconds! && (a.usd! < b.usd! || a.seconds! < b.seconds!);
    for (const answer of answers) {
      const beaten = answers.some((other) => beats(other, answer));
      const twin = answers.some(
        ({service, usd, seconds}) => frontier.includes(service) && usd === answer.usd && seconds === answer.seconds
      );
      expect(beaten || twin || frontier.includes(answer.service), answer.service).toBe(true);
      if (frontier.includes(answer.service)) expect(beaten, answer.service).toBe(false);
    }
  });

  it("the own machine pays from the run on whose saving covers its purchase", () => {
    const own = {seconds: 3600};
    const work = {...defaultCostWorkload, ownWatts: 100, ownKwhUsd: 0.2, ownPurchaseUsd: 1200, ownLifeYears: 5};
    // Twenty dollars a month, two cents of power a run.
    expect(ownBreakEven(work, own, {usd: 0.12})).toEqual({state: "from", runsAMonth: 200});
    expect(ownBreakEven(work, own, {usd: 0.01})).toMatchObject({state: "never", reason: /electricity/});
    expect(ownBreakEven(work, {seconds: 36_000}, {usd: 0.3})).toMatchObject({state: "never", reason: /fit into it/});
  });

  it("what a price or a length off by a fifth does", () => {
    const work = {...defaultCostWorkload, ...long};
    const rows = costSensitivity("lambda-x86", work, facts, 0.2, compute);
    const base = ask("lambda-x86", long).usd!;
    expect(rows.map(({what, share}) => `${what} ${share}`)).toEqual([
      "price -0.2",
      "duration -0.2",
      "price 0.2",
      "duration 0.2"
    ]);
    expect(rows[0]!.usd).toBeCloseTo(base * 0.8, 9);
    expect(rows[3]!.usd).toBeCloseTo(ask("lambda-x86", {...long, seconds: 36}).usd!, 9);
    const flipped = costSensitivity("container-instances-spot", work, facts, 0.2, compute);
    expect(flipped[0]!.cheapest).toBe("container-instances-spot");
    expect(flipped[2]!.cheapest).toBe("gke-autopilot-spot");
  });
});

describe("costSentence", () => {
  const answer = (service: string, usd: number, seconds: number, feasible = true) =>
    ({service, provider: service === "own-machine" ? "any" : "aws", usd, seconds, feasible}) as unknown as CostAnswer;
  const name = (service: string) => service.toUpperCase();
  it("names the cheapest, the cheapest of the fastest, and the own machine", () => {
    const answers = [
      answer("slow", 1, 7200),
      answer("quick", 2, 61),
      answer("quickest", 3, 60),
      answer("own-machine", 4, 3600)
    ];
    expect(costSentence(answers, name)).toBe(
      "The cheapest is SLOW: USD 1.00, done after 2 h. The cheapest of those done soonest is QUICK: USD 2.00, done after 1 min. Your own machine: USD 4.00, done after 1 h."
    );
  });
  it("says where one is both, and where nothing can do it", () => {
    expect(costSentence([answer("a", 1, 60)], name)).toBe(
      "The cheapest is A: USD 1.00, done after 1 min. No other is done much sooner. Your own machine cannot do it."
    );
    expect(costSentence([answer("a", 1, 60, false)], name)).toMatch(/^No cloud offer can do this work/);
  });
});
