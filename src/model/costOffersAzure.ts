import type {LimitRef, MeterRef, Offer} from "./costOffer.ts";

const at = (service: string, limit: string): LimitRef => ({service, limit});

const egress: MeterRef = {part: "egress", by: "egress", service: "Bandwidth", sku: "internet egress"};
const flex = "Functions Flex Consumption";
const apps = "Container Apps consumption";
const functionsLinux = "Azure Functions runs Python on Linux only";
const appsLinux = "Container Apps runs Linux containers only";

const pair = (part: "compute" | "idle", service: string, cpu: string, memory: string): readonly MeterRef[] => [
  {part, by: "vcpu", service, sku: cpu},
  {part: part === "idle" ? "idle" : "memory", by: "memory", service, sku: memory}
];

const containerApps = (service: string, more: Partial<Offer>): Offer => ({
  service,
  provider: "azure",
  life: "containers",
  size: {
    kind: "coupled",
    gibPerVcpu: 2,
    vcpu: at(apps, "replica CPU, maximum"),
    memory: at(apps, "replica memory, maximum")
  },
  atOnce: [at(apps, "replicas per revision, maximum")],
  vcpuQuota: at(apps, "cores per environment, default"),
  start: at(apps, "cold start, heavier images, high end"),
  startBilled: true,
  linuxOnly: appsLinux,
  ...more,
  meters: [...pair("compute", apps, "vCPU, active", "memory, active"), ...(more.meters ?? []), egress],
  notes: ["rounding up to a second is an assumption; start-up is taken as billed", ...(more.notes ?? [])]
});

const instances = (service: string, priced: string, spot: boolean): Offer => ({
  service,
  provider: "azure",
  life: "containers",
  size: {
    kind: "asked",
    vcpu: at("Container Instances", "CPU per container group, standard"),
    memory: at("Container Instances", "memory per container group, standard")
  },
  meters: [...pair("compute", priced, "vCPU", "memory"), egress],
  spot,
  vcpuQuota: at("Container Instances", spot ? "Spot quota" : "cores per region and subscription"),
  atOnce: [at("Container Instances", "container groups per region and subscription")],
  launch: {
    burst: at("Container Instances", "creations in 5 minutes"),
    rate: at("Container Instances", "creations per hour"),
    rateSeconds: 3600
  },
  linuxOnly: "these prices are for Linux container groups",
  notes: ["rounding and minimum are not established: counted to the second's fraction; start-up time has no figure"]
});

const vm = (service: string, more: Partial<Offer> = {}): Offer => ({
  service,
  provider: "azure",
  life: "pool",
  size: {kind: "machine", service: "Virtual Machines pay-as-you-go", size: "Standard_D4pls_v6"},
  startBilled: true,
  ...more,
  meters: [
    {part: "compute", by: "instance", service: "Virtual Machines pay-as-you-go", sku: "Standard_D4pls_v6"},
    ...(more.meters ?? []),
    egress
  ],
  notes: [
    "whole machines, tasks side by side; increment, minimum and start of a machine are not established",
    ...(more.notes ?? [])
  ]
});

/** The offers of Microsoft Azure. */
export const azureOffers: readonly Offer[] = [
  {
    service: "functions-flex",
    provider: "azure",
    life: "calls",
    size: {kind: "listed", service: flex},
    meters: [
      {part: "compute", by: "memory", service: flex, sku: "on-demand execution time"},
      {part: "requests", by: "call", service: flex, sku: "execution"},
      egress
    ],
    runTimeDefault: at(flex, "run time, default"),
    payload: at(flex, "request size"),
    atOnce: [at(flex, "instances, maximum")],
    vcpuQuota: at(flex, "cores per region and subscription"),
    linuxOnly: functionsLinux,
    warm: {meters: [{part: "idle", by: "memory", service: flex, sku: "always-ready baseline"}], always: 0},
    notes: ["one task an instance at a time; the cold start has no figure"]
  },
  {
    service: "functions-premium",
    provider: "azure",
    life: "pool",
    size: {kind: "listed", service: "Functions Premium"},
    meters: [...pair("compute", "Functions Premium", "vCPU duration", "memory duration"), egress],
    runTimeDefault: at("Functions Premium", "run time, default"),
    linuxOnly: functionsLinux,
    warm: {meters: pair("idle", "Functions Premium", "vCPU duration", "memory duration"), always: 1},
    notes: ["increment and minimum are not established; one instance stands ready all month"]
  },
  {
    service: "functions-consumption",
    provider: "azure",
    life: "calls",
    size: {kind: "asked", memory: at("Functions Consumption (legacy)", "memory per instance")},
    meters: [
      {part: "compute", by: "memory", service: "Functions Consumption (legacy)", sku: "execution time"},
      {part: "requests", by: "call", service: "Functions Consumption (legacy)", sku: "execution"}
    ],
    runTime: at("Functions Consumption (legacy)", "run time, maximum"),
    runTimeDefault: at("Functions Consumption (legacy)", "run time, default"),
    atOnce: [at("Functions Consumption (legacy)", "instances, Linux")],
    closed: at("Functions Consumption (legacy)", "status"),
    linuxOnly: functionsLinux,
    notes: ["increment and minimum are not established"]
  },
  containerApps("container-apps-job", {notes: ["a job has no request charge"]}),
  containerApps("container-apps-request", {
    life: "calls",
    meters: [{part: "requests", by: "call", service: apps, sku: "request"}],
    runTimeDefault: at(apps, "HTTP request timeout"),
    warm: {meters: pair("idle", apps, "vCPU, idle", "memory, idle"), always: 0}
  }),
  instances("container-instances", "Container Instances", false),
  instances("container-instances-spot", "Container Instances spot", true),
  vm("azure-batch", {
    vcpuQuota: at("Batch", "dedicated cores per account, default"),
    runTime: at("Batch", "task lifetime"),
    notes: ["Batch itself costs nothing; the quota is the upper end and may be nothing at first"]
  }),
  vm("azure-vm-d4pls-v6"),
  {
    service: "logic-apps",
    provider: "azure",
    life: "steps",
    size: {kind: "none"},
    meters: [{part: "steps", by: "step", service: "Logic Apps Consumption", sku: "built-in action"}],
    notes: [
      "actions only: the service that does the work is billed apart; connectors and retention are not counted",
      "no limit on rate or concurrency is recorded, so the time is a lower bound"
    ]
  },
  vm("aks-free", {
    meters: [{part: "cluster", by: "cluster", service: "AKS", sku: "control plane, Free tier"}]
  }),
  vm("aks-standard", {
    meters: [{part: "cluster", by: "cluster", service: "AKS", sku: "control plane, Standard tier"}]
  })
];
