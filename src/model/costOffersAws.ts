import type {LimitRef, MeterRef, Offer} from "./costOffer.ts";

type Architecture = "x86_64" | "arm64";

const at = (service: string, limit: string): LimitRef => ({service, limit});

export const awsEgress: MeterRef = {
  ...{part: "egress", by: "egress", service: "Data transfer", sku: "out to the internet", provider: "aws"}
};

const lambda = (service: string, architecture: Architecture): Offer => ({
  service,
  provider: "aws",
  life: "calls",
  size: {kind: "lambda"},
  meters: [
    ...(
      [
        {part: "compute", by: "memory", service: "Lambda", sku: "duration", architecture},
        {part: "requests", by: "call", service: "Lambda", sku: "request", architecture}
      ] as const
    ).map((meter) => ({...meter, freeOf: {architecture: "x86_64" as const}})),
    awsEgress
  ],
  runTime: at("Lambda", "maximum run time"),
  payload: at("Lambda", "payload, synchronous call"),
  atOnce: [at("Lambda", "concurrent executions per account and region")],
  start: at("Lambda", `cold start, initialisation, python3.13, ${architecture}, zip`),
  startBilled: true,
  launch: {
    burst: at("Lambda", "scaling rate per function"),
    rate: at("Lambda", "scaling rate per function"),
    rateSeconds: 10
  },
  linuxOnly: "Lambda runs Linux only",
  warm: {
    meters: [{part: "idle", by: "memory", service: "Lambda", sku: "provisioned concurrency, configured", architecture}],
    always: 0
  }
});

const fargate = (service: string, architecture: Architecture, more: Partial<Offer> = {}): Offer => ({
  service,
  provider: "aws",
  life: "containers",
  size: {kind: "listed", service: "Fargate"},
  meters: [
    {part: "compute", by: "vcpu", service: "Fargate", sku: "vCPU", architecture},
    {part: "memory", by: "memory", service: "Fargate", sku: "memory", architecture},
    awsEgress
  ],
  vcpuQuota: at("Fargate", "vCPU quota, on-demand, per region"),
  start: at("Fargate", "start of a task, 413 MB image, mean"),
  startBilled: true,
  launch: {burst: at("Fargate", "launch rate, burst"), rate: at("Fargate", "launch rate, sustained"), rateSeconds: 1},
  ...more,
  notes: ["storage above the included disk is not counted", ...(more.notes ?? [])]
});

const ec2 = (service: string, size: string, architecture: Architecture, more: Partial<Offer> = {}): Offer => ({
  service,
  provider: "aws",
  life: "pool",
  size: {kind: "machine", service: "EC2 on-demand", size},
  startBilled: true,
  ...more,
  meters: [
    {part: "compute", by: "instance", service: "EC2 on-demand", sku: size, architecture},
    ...(more.meters ?? []),
    awsEgress
  ],
  notes: ["whole instances, tasks side by side; disks are not counted", ...(more.notes ?? [])]
});

const eksFee: MeterRef = {part: "cluster", by: "cluster", service: "EKS", sku: "cluster, standard support"};

const glue = (service: string, sku: string, notes: readonly string[]): Offer => ({
  service,
  provider: "aws",
  life: "pool",
  size: {kind: "machine", service: "Glue", size: "1 DPU"},
  meters: [{part: "compute", by: "instance", service: "Glue", sku}, awsEgress],
  startBilled: false,
  linuxOnly: "Glue runs Linux only",
  notes: ["whole DPUs, tasks side by side; start-up time is not established", ...notes]
});

const steps = (service: string, name: string, meters: readonly MeterRef[], more: Partial<Offer>): Offer => ({
  service,
  provider: "aws",
  life: "steps",
  size: {kind: "none"},
  meters,
  runTime: at(name, "maximum run time"),
  ...more,
  notes: ["steps only: the service that does the work is billed apart", ...(more.notes ?? [])]
});

const batchArray = {fanOut: at("Batch", "array job size, maximum"), notes: ["Batch itself costs nothing"]};

/** The offers of Amazon Web Services. */
export const awsOffers: readonly Offer[] = [
  lambda("lambda-x86", "x86_64"),
  lambda("lambda-arm", "arm64"),
  steps(
    "step-functions-standard",
    "Step Functions Standard",
    [{part: "steps", by: "step", service: "Step Functions Standard", sku: "state transition"}],
    {
      payload: at("Step Functions Standard", "payload per state"),
      atOnce: [at("Step Functions Standard", "Distributed Map concurrency")],
      stepRate: at("Step Functions Standard", "state transition rate, large regions")
    }
  ),
  steps(
    "step-functions-express",
    "Step Functions Express",
    [
      {part: "requests", by: "call", service: "Step Functions Express", sku: "request"},
      {part: "steps", by: "memory", service: "Step Functions Express", sku: "duration"}
    ],
    {
      // One chunk of 64 MB, the least that is billed.
      size: {kind: "none", memoryGib: 1 / 16},
      atOnce: [{service: "Step Functions Standard", limit: "Distributed Map concurrency"}],
      notes: ["one workflow a task, with one chunk of memory; the rate above the first band is not established"]
    }
  ),
  fargate("fargate-x86", "x86_64"),
  fargate("fargate-arm", "arm64"),
  fargate("fargate-spot", "x86_64", {
    meters: [],
    spot: true,
    vcpuQuota: at("Fargate", "vCPU quota, Spot, per region"),
    closed: "its price is not in the vendor's price list: no usable source"
  }),
  fargate("aws-batch-fargate", "arm64", {
    ...batchArray,
    size: {kind: "listed", service: "Fargate"},
    notes: [...batchArray.notes, "the largest job size through Batch is open: sources disagree"]
  }),
  ec2("aws-batch-ec2", "c7g.xlarge", "arm64", {
    ...batchArray,
    notes: [...batchArray.notes, "the start of a new machine takes minutes: no figure is established"]
  }),
  fargate("ecs-fargate", "arm64", {notes: ["ECS itself costs nothing"]}),
  ec2("ecs-ec2", "c7g.xlarge", "arm64", {notes: ["ECS itself costs nothing"]}),
  fargate("eks-fargate", "x86_64", {
    meters: [
      {part: "compute", by: "vcpu", service: "Fargate", sku: "vCPU", architecture: "x86_64"},
      {part: "memory", by: "memory", service: "Fargate", sku: "memory", architecture: "x86_64"},
      eksFee,
      awsEgress
    ]
  }),
  ec2("eks-ec2", "c7g.xlarge", "arm64", {
    meters: [eksFee],
    start: at("EKS", "new node through Karpenter, vendor statement")
  }),
  {
    service: "emr-serverless",
    provider: "aws",
    life: "pool",
    size: {kind: "asked"},
    meters: [
      {part: "compute", by: "vcpu", service: "EMR Serverless", sku: "vCPU"},
      {part: "memory", by: "memory", service: "EMR Serverless", sku: "memory"},
      awsEgress
    ],
    linuxOnly: "EMR Serverless runs Linux only",
    notes: ["the driver and storage are not counted; start-up time and quotas are not established"]
  },
  glue("glue", "Spark or Python shell job", []),
  glue("glue-flex", "Spark job, Flex execution", ["a Spark job; may start late"]),
  glue("glue-6", "Spark job, Glue 6.0 and later", ["a Spark job; its driver is not counted"]),
  ec2("ec2-c7g-xlarge", "c7g.xlarge", "arm64"),
  ec2("ec2-c7i-xlarge", "c7i.xlarge", "x86_64")
];
